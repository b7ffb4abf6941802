/** Parts inside parts of a saved web page; programs write one or two levels. */
const deepestPart = 5;
const longestHead = 64 * 1024;

/**
 * The web page in a file that holds it with its pictures (MIME, RFC 2557), as Word and WPS save it; undefined where there is
 * none. What the head of its part says of its encoding is said before the page as XML says it.
 */
export function savedPage(content: Uint8Array): Uint8Array | undefined {
  return pageIn(Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString('latin1'), 0);
}

/** `text` has a character a byte. */
function pageIn(text: string, depth: number): Uint8Array | undefined {
  const end = /\r?\n\r?\n/.exec(text.slice(0, longestHead));
  if (end === null) return undefined;
  const head = text.slice(0, end.index).replace(/\r?\n[ \t]+/g, ' ');
  const body = text.slice(end.index + end[0].length);
  const type = /^content-type:(.*)$/im.exec(head)?.[1] ?? '';
  const [, quoted, bare] = /\bboundary\s*=\s*(?:"([^"]+)"|([^\s;"]+))/i.exec(type) ?? [];
  const boundary = quoted ?? bare;
  if (boundary !== undefined && depth < deepestPart) {
    for (const part of body.split(`--${boundary}`)) {
      const page = pageIn(part.replace(/^\r?\n/, ''), depth + 1);
      if (page !== undefined) return page;
    }
    return undefined;
  }
  if (!/text\/html|application\/xhtml/i.test(type)) return undefined;
  const bytes = unpacked(body, /^content-transfer-encoding:\s*(\S+)/im.exec(head)?.[1]?.toLowerCase());
  const charset = /\bcharset\s*=\s*"?([\w.:-]+)/i.exec(type)?.[1];
  return charset === undefined ? bytes : Buffer.concat([Buffer.from(`<?xml encoding="${charset}"?>`), bytes]);
}

function unpacked(body: string, encoding: string | undefined): Buffer {
  if (encoding === 'base64') return Buffer.from(body, 'base64');
  if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1');
  const plain = body
    .replace(/[ \t]*=[ \t]*\r?\n/g, '')
    .replace(/=([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return Buffer.from(plain, 'latin1');
}
