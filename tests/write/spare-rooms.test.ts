import { expect, test } from 'vitest';
import { ByteBuffer } from '../../src/write/byte-buffer.ts';
import { SpareRooms } from '../../src/write/spare-rooms.ts';

test('rows that are handed over stay as they are while the next ones come, and their room is used again', () => {
  const rooms = new SpareRooms();
  const buffer = new ByteBuffer(rooms);
  const text = (bytes: Uint8Array) => Buffer.from(bytes).toString();
  buffer.write('一'.repeat(5000));
  const first = buffer.handOver();
  buffer.write('二');
  expect(text(first)).toBe('一'.repeat(5000));
  const second = buffer.handOver();
  expect(text(second)).toBe('二');
  rooms.give([first.buffer]);
  buffer.write('三'.repeat(5000));
  const third = buffer.handOver();
  expect(third.buffer).toBe(first.buffer);
  expect(text(third)).toBe('三'.repeat(5000));
});

test('a room is the smallest that is large enough, and one that was sent away is none', () => {
  const rooms = new SpareRooms();
  const [small, large, gone] = [1 << 12, 1 << 16, 1 << 14].map((bytes) => new ArrayBuffer(bytes)) as [
    ArrayBuffer,
    ArrayBuffer,
    ArrayBuffer,
  ];
  structuredClone(gone, { transfer: [gone] });
  rooms.give([large, gone, small]);
  expect(rooms.take(5000)).toBe(large);
  expect(rooms.take(100)).toBe(small);
  expect(rooms.take(100).byteLength).toBe(1 << 12);
});

test('a room for a huge document is not kept', () => {
  const rooms = new SpareRooms();
  const huge = new ArrayBuffer(1 << 26);
  rooms.give([huge]);
  expect(rooms.take(1 << 26)).not.toBe(huge);
});
