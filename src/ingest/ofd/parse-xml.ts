import type { OfdElement } from './ofd-element.ts';

/*
 * The pages of an OFD file are markup that is some twenty times as long as their text, nearly all of it attributes. This
 * parser reads what the standard's parts may hold, elements, attributes, text and CDATA, ten times as fast as the one that
 * the tests compare it with; it knows no document types, so that no entity can grow or reach out of the file.
 */

/** Deepest nesting of elements; pages have about ten. */
const deepest = 100;
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const noAttributes = {};
const noChildren: readonly OfdElement[] = [];

interface OpenElement {
  /** With its prefix: its end has to have the same. */
  readonly fullName: string;
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  children: OfdElement[] | undefined;
  text: string;
}

/** The outermost element of a part. Throws an Error that says what is wrong with the markup. */
export function parseXml(content: Uint8Array): OfdElement {
  const decoded = decodeMarkup(content);
  const markup = decoded.includes('\r') ? decoded.replace(/\r\n?/g, '\n') : decoded;
  const open: OpenElement[] = [];
  let root: OfdElement | undefined;
  const close = (element: OpenElement) => {
    const { name, attributes, children = noChildren, text } = element;
    const above = open.at(-1);
    const whole = { name, attributes, children, text };
    if (above === undefined) root = whole;
    else if (above.children === undefined) above.children = [whole];
    else above.children.push(whole);
  };
  let at = 0;
  for (;;) {
    const start = markup.indexOf('<', at);
    const inside = open.at(-1);
    const text = markup.slice(at, start < 0 ? undefined : start);
    if (inside !== undefined) inside.text += unescapeXml(text);
    else if (text.trim() !== '' && text !== '\ufeff') throw new Error('it has text outside its elements');
    if (start < 0) break;
    const mark = markup.charCodeAt(start + 1);
    if (mark === 0x21 || mark === 0x3f) {
      at = endOfOther(markup, start, inside);
    } else if (mark === 0x2f) {
      const end = endOf(markup, '>', start);
      if (inside === undefined || markup.slice(start + 2, end).trimEnd() !== inside.fullName) {
        throw new Error('its elements do not close');
      }
      open.pop();
      close(inside);
      at = end + 1;
    } else {
      if (inside === undefined && root !== undefined) throw new Error('it has several outermost elements');
      if (open.length >= deepest) throw new Error('it is nested too deep');
      const tag = readTag(markup, start + 1);
      const { fullName, attributes } = tag;
      const element: OpenElement = { fullName, name: localName(fullName), attributes, children: undefined, text: '' };
      if (tag.isEmpty) close(element);
      else open.push(element);
      at = tag.end;
    }
  }
  if (open.length > 0) throw new Error('it is cut off');
  if (root === undefined) throw new Error('it has no element');
  return root;
}

/** UTF-8 as the standard has it, or what the part's first bytes say. */
function decodeMarkup(content: Uint8Array): string {
  if (content[0] === 0xff && content[1] === 0xfe) return new TextDecoder('utf-16le').decode(content);
  if (content[0] === 0xfe && content[1] === 0xff) return new TextDecoder('utf-16be').decode(content);
  const declared = /^<\?xml[^>]*encoding=["']gb/i.test(new TextDecoder('latin1').decode(content.subarray(0, 100)));
  return new TextDecoder(declared ? 'gb18030' : 'utf-8').decode(content);
}

function endOf(markup: string, mark: string, from: number): number {
  const end = markup.indexOf(mark, from);
  if (end < 0) throw new Error('it is cut off');
  return end;
}

/** Where a comment, an instruction or CDATA ends, whose text goes to the element around it. */
function endOfOther(markup: string, start: number, inside: OpenElement | undefined): number {
  if (markup.startsWith('<?', start)) return endOf(markup, '?>', start) + 2;
  if (markup.startsWith('<!--', start)) return endOf(markup, '-->', start + 4) + 3;
  if (!markup.startsWith('<![CDATA[', start) || inside === undefined) throw new Error('it defines a document type');
  const end = endOf(markup, ']]>', start);
  inside.text += markup.slice(start + '<![CDATA['.length, end);
  return end + 3;
}

interface Tag {
  readonly fullName: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly isEmpty: boolean;
  /** The place after it. */
  readonly end: number;
}

function readTag(markup: string, start: number): Tag {
  let at = endOfName(markup, start);
  if (at === start) throw new Error('its markup is wrong');
  const fullName = markup.slice(start, at);
  let attributes: Record<string, string> | undefined;
  for (;;) {
    at = skipSpace(markup, at);
    const mark = markup.charCodeAt(at);
    if (mark === 0x3e) return { fullName, attributes: attributes ?? noAttributes, isEmpty: false, end: at + 1 };
    if (mark === 0x2f && markup.charCodeAt(at + 1) === 0x3e) {
      return { fullName, attributes: attributes ?? noAttributes, isEmpty: true, end: at + 2 };
    }
    const nameStart = at;
    const nameEnd = endOfName(markup, at);
    const equals = skipSpace(markup, nameEnd);
    const from = skipSpace(markup, equals + 1);
    const quote = markup.charAt(from);
    if (nameEnd === nameStart || markup.charCodeAt(equals) !== 0x3d || (quote !== '"' && quote !== "'")) {
      throw new Error('its markup is wrong');
    }
    const to = endOf(markup, quote, from + 1);
    at = to + 1;
    // Namespaces are not told apart: programs write several for the one of the standard.
    if (markup.startsWith('xmlns', nameStart)) continue;
    // Without a prototype, so that no name of an attribute means anything.
    attributes ??= Object.create(null) as Record<string, string>;
    attributes[localName(markup.slice(nameStart, nameEnd))] = unescapeXml(markup.slice(from + 1, to));
  }
}

/** Where a name ends: at white space, `=`, `/`, `>`, `<` or a quotation mark. */
function endOfName(markup: string, from: number): number {
  let at = from;
  for (; at < markup.length; at++) {
    const unit = markup.charCodeAt(at);
    if (unit <= 0x20 || unit === 0x3d || unit === 0x2f || unit === 0x3e || unit === 0x3c || unit === 0x22) break;
  }
  return at;
}

function skipSpace(markup: string, from: number): number {
  let at = from;
  while (at < markup.length && markup.charCodeAt(at) <= 0x20) at++;
  return at;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,4}));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return entities[name as string] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex as string, 16);
    return code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code);
  });
}
