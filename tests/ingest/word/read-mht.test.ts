import { expect, it } from 'vitest';
import { readMht } from '../../../src/ingest/word/read-mht.ts';

const saved = (type: string) =>
  Buffer.from(
    `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: ${type}; charset="gb2312"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.concat([Buffer.from('<html><body><h1>'), Buffer.from('d5feb2df', 'hex'), Buffer.from('</h1><p>a</p></body></html>')]).toString('base64')}\r\n--b--\r\n`,
  );

it('a web page that was saved as one file is read in the encoding of its part', async () => {
  const { raw } = await readMht(saved('text/html'), 'a.doc');
  expect(raw.split('\n')).toEqual(['政策', 'a']);
});

it('a saved file without a page is damaged', async () => {
  await expect(readMht(saved('image/png'), 'a.mht')).rejects.toMatchObject({
    code: 'input/damaged',
    values: { format: 'mht' },
  });
});
