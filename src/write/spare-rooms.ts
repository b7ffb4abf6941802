/** The smallest room: most tables have a few rows of a document. */
const leastBytes = 1 << 12;
/** Rooms that one long document needed are not kept for all the short ones after it. */
const mostBytesEach = 1 << 22;
const mostBytes = 1 << 24;

/**
 * Rooms for bytes that come back to be used again. New ones for each batch of documents would be freed in another thread, and
 * late; the system's allocator then keeps far more memory than is in use.
 */
export class SpareRooms {
  readonly #rooms: ArrayBuffer[] = [];
  #bytes = 0;

  /** A room of so many bytes or more: the smallest that there is, or a new one. */
  take(bytes: number): ArrayBuffer {
    let best = -1;
    for (const [i, { byteLength }] of this.#rooms.entries()) {
      if (byteLength >= bytes && (best < 0 || byteLength < this.#rooms[best]!.byteLength)) best = i;
    }
    if (best < 0) return new ArrayBuffer(Math.max(leastBytes, 2 ** Math.ceil(Math.log2(bytes))));
    const [room] = this.#rooms.splice(best, 1) as [ArrayBuffer];
    this.#bytes -= room.byteLength;
    return room;
  }

  /** Takes rooms that nothing is in any more. */
  give(rooms: readonly ArrayBuffer[]): void {
    for (const room of rooms) {
      if (room.byteLength === 0 || room.byteLength > mostBytesEach || this.#bytes + room.byteLength > mostBytes)
        continue;
      this.#bytes += room.byteLength;
      this.#rooms.push(room);
    }
  }
}
