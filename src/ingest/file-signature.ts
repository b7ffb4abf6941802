/** First bytes (as Latin-1) that programs put into their files, and what such a file is; no text begins so. */
const signatures: readonly (readonly [start: string, kind: string])[] = [
  ['%PDF-', 'PDF'],
  ['PK\x03\x04', 'ZIP (.zip, .docx, .xlsx, .ofd)'],
  ['PK\x05\x06', 'ZIP (.zip, .docx, .xlsx, .ofd)'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'OLE (.doc, .xls, .wps)'],
  ['{\\rtf', 'RTF'],
  ['\x89PNG\r\n\x1a\n', 'PNG'],
  ['\xff\xd8\xff', 'JPEG'],
  ['GIF87a', 'GIF'],
  ['GIF89a', 'GIF'],
  ['II*\0', 'TIFF'],
  ['MM\0*', 'TIFF'],
  ['\x7fELF', 'ELF'],
  ['MZ\x90\0', 'EXE'],
  ['\x1f\x8b\x08', 'gzip'],
  ['BZh91AY&SY', 'bzip2'],
  ['\xfd7zXZ\0', 'xz'],
  ['\x28\xb5\x2f\xfd', 'zstd'],
  ['7z\xbc\xaf\x27\x1c', '7z'],
  ['Rar!\x1a\x07', 'RAR'],
  ['SQLite format 3\0', 'SQLite'],
  ['AT&TFORM', 'DjVu'],
  ['\0\0\xfe\xff', 'UTF-32'],
  ['\xff\xfe\0\0', 'UTF-32'],
];

/** What a file is by its first bytes; undefined where it may be a text. */
export function fileSignature(bytes: Uint8Array): string | undefined {
  for (const [start, kind] of signatures) {
    let same = 0;
    while (same < start.length && bytes[same] === start.charCodeAt(same)) same++;
    if (same === start.length) return kind;
  }
  return undefined;
}
