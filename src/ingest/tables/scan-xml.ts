/** What a scan tells; names are without their prefix. */
export interface XmlVisitor {
  /** `attributes` as they stand in the tag; an empty element is opened and closed. */
  open(name: string, attributes: string): void;
  close(name: string): void;
  /** Character data, entities resolved. */
  text(text: string): void;
}

const tagName = /^([^\s/>]+)/;

/**
 * Goes through the elements of an XML part once, without a tree of it: a sheet has a million cells. Entities of its own
 * cannot be defined. Throws an Error where it is no XML.
 */
export function scanXml(xml: string, visitor: XmlVisitor): void {
  const open: string[] = [];
  for (let at = 0; at < xml.length; ) {
    const tag = xml.indexOf('<', at);
    const end = tag < 0 ? xml.length : tag;
    if (end > at) visitor.text(unescapeXml(xml.slice(at, end)));
    if (tag < 0) break;
    if (xml.startsWith('<!--', tag)) at = after(xml, '-->', tag + 4);
    else if (xml.startsWith('<![CDATA[', tag)) {
      at = after(xml, ']]>', tag + 9);
      visitor.text(xml.slice(tag + 9, at - 3));
    } else if (xml.startsWith('<?', tag)) at = after(xml, '?>', tag + 2);
    else if (xml.startsWith('<!', tag)) throw new Error('it defines entities');
    else {
      const close = tagEnd(xml, tag + 1);
      at = close + 1;
      if (xml.charCodeAt(tag + 1) === 0x2f) {
        const qualified = xml.slice(tag + 2, close).trimEnd();
        if (open.pop() !== qualified) throw new Error('its XML is damaged');
        visitor.close(localName(qualified));
        continue;
      }
      const isEmpty = xml.charCodeAt(close - 1) === 0x2f;
      const inside = xml.slice(tag + 1, isEmpty ? close - 1 : close);
      const qualified = tagName.exec(inside)?.[1] ?? '';
      const name = localName(qualified);
      visitor.open(name, inside.slice(qualified.length));
      if (isEmpty) visitor.close(name);
      else open.push(qualified);
    }
  }
  if (open.length > 0) throw new Error('its XML is cut off');
}

/** The value of an attribute by its name without prefix. */
export function attribute(attributes: string, name: string): string | undefined {
  for (let at = attributes.indexOf(name); at > 0; at = attributes.indexOf(name, at + 1)) {
    if (!/[\s:]/.test(attributes[at - 1]!)) continue;
    const value = /^\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(attributes.slice(at + name.length));
    if (value !== null) return unescapeXml(value[1] ?? value[2] ?? '');
  }
  return undefined;
}

function after(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from);
  if (at < 0) throw new Error('its XML is cut off');
  return at + mark.length;
}

/** The `>` of a tag; one inside quotes is part of a value. */
function tagEnd(xml: string, from: number): number {
  let quote = 0;
  for (let at = from; at < xml.length; at++) {
    const code = xml.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 0x3e) return at;
    else if (code === 0x22 || code === 0x27) quote = code;
  }
  throw new Error('its XML is cut off');
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return entities[name] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
