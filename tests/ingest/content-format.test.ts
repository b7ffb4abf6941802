import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { contentFormat } from '../../src/ingest/content-format.ts';

const text = (content: string) => Buffer.from(content);
const archive = (...names: string[]) => zipSync(Object.fromEntries(names.map((name) => [name, text('<x/>')])));
const ole = (name: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512), Buffer.from(name, 'utf16le')]);

describe('the format of a file is that of its content', () => {
  test.each([
    ['a PDF', text('%PDF-1.7\n1 0 obj'), 'text', 'pdf'],
    ['a PDF with something before it', text('\r\n\r\n%PDF-1.4\n'), 'pdf', 'pdf'],
    ['a Word file called .txt', archive('[Content_Types].xml', 'word/document.xml'), 'text', 'docx'],
    [
      'a text of OpenDocument called .docx',
      zipSync({
        mimetype: [text('application/vnd.oasis.opendocument.text'), { level: 0 }],
        'content.xml': text('<x/>'),
      }),
      'docx',
      'odt',
    ],
    ['an OFD file called .docx', archive('OFD.xml', 'Doc_0/Document.xml'), 'docx', 'ofd'],
    ['an old Word file called .docx', ole('WordDocument'), 'docx', 'doc'],
    ['an encrypted Word file', ole('EncryptedPackage'), 'docx', 'docx'],
    ['a web page called .doc', text('\ufeff<html><body>通知</body></html>'), 'doc', 'html'],
    ['a web page in UTF-16', Buffer.from('<!DOCTYPE html><p>通知', 'utf16le'), 'text', 'html'],
    ['RTF called .doc', text('{\\rtf1\\ansi}'), 'doc', 'rtf'],
    [
      'a web page that Word saved as one file, called .doc',
      text('MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\nContent-Type: multipart/related;\r\n boundary="a"\r\n'),
      'doc',
      'mht',
    ],
    ['a text called .doc', text('关于开展试点工作的通知'), 'doc', 'text'],
    ['a text that speaks of <html>', text('标签 <html> 的用法'), 'text', 'text'],
    ['Markdown that begins with a tag', text('<title>通知</title>'), 'markdown', 'markdown'],
    ['a page without a beginning', text('<div>通知</div>'), 'html', 'html'],
  ])('%s', (_what, bytes, promised, found) => {
    expect(contentFormat(bytes, promised)).toBe(found);
  });

  test.each([
    ['a table', archive('[Content_Types].xml', 'xl/workbook.xml')],
    ['an old table', ole('Workbook')],
    ['a picture', Buffer.from('89504e470d0a1a0a', 'hex')],
  ])('%s cannot be read', (_what, bytes) => {
    expect(contentFormat(bytes, 'text')).toBeUndefined();
  });
});
