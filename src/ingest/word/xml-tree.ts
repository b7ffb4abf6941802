/** A node of a part of a document in XML, as the parser gives it. */
export interface XmlNode {
  /** `text`, `cdata`, `tag` (`script` and `style` are tags of these names), `comment` or `directive`. */
  readonly type: string;
  readonly name?: string;
  readonly data?: string;
  readonly attribs?: Readonly<Record<string, string>>;
  readonly children?: readonly XmlNode[];
}

/** Elements inside each other; real documents have some thirty. */
const deepest = 1000;

/**
 * The outermost element of a part; undefined where there is no part or no element in it. Names keep their prefixes; entities
 * are those of XML itself, so that none can grow. Throws
 * an Error where it is nested so deeply that it would take too long.
 */
export async function xmlTree(content: Uint8Array | undefined): Promise<XmlNode | undefined> {
  if (content === undefined) return undefined;
  const { load } = await import('cheerio/slim');
  const isWide = content[0] === 0xff && content[1] === 0xfe;
  const markup = new TextDecoder(isWide ? 'utf-16le' : 'utf-8').decode(content);
  if (isTooDeep(markup)) throw new Error('its markup is nested too deeply');
  const root = load(markup, { xml: { xmlMode: true, decodeEntities: true } }).root()[0] as unknown as XmlNode;
  return root.children?.find(isElement);
}

/** Counted by the marks alone: what is left open counts as well. */
function isTooDeep(markup: string): boolean {
  let depth = 0;
  for (let at = markup.indexOf('<'); at >= 0; at = markup.indexOf('<', at + 1)) {
    const next = markup.charAt(at + 1);
    if (next === '!' || next === '?') continue;
    if (next === '/') depth--;
    else if (markup.charAt(markup.indexOf('>', at) - 1) !== '/' && ++depth > deepest) return true;
  }
  return false;
}

function isElement({ type }: XmlNode): boolean {
  return type === 'tag' || type === 'script' || type === 'style';
}

/** The name of an element without its prefix, which differs between programs; empty for what is no element. */
export function localName({ name = '' }: XmlNode): string {
  return name.slice(name.indexOf(':') + 1);
}

/** An attribute by its name without a prefix; undefined where there is none. */
export function attribute(node: XmlNode | undefined, name: string): string | undefined {
  const attributes = node?.attribs;
  if (attributes === undefined) return undefined;
  for (const key in attributes) {
    if (key === name || (key.endsWith(name) && key.charAt(key.length - name.length - 1) === ':'))
      return attributes[key];
  }
  return undefined;
}

/** The elements of a name in another one. */
export function xmlChildren(node: XmlNode | undefined, name: string): readonly XmlNode[] {
  return (node?.children ?? []).filter((child) => isElement(child) && localName(child) === name);
}

/** The first element of a name in another one, or along a path of names. */
export function xmlChild(node: XmlNode | undefined, ...path: readonly string[]): XmlNode | undefined {
  let found = node;
  for (const name of path) found = found?.children?.find((child) => isElement(child) && localName(child) === name);
  return found;
}

/** All text in an element. */
export function xmlText(node: XmlNode | undefined): string {
  if (node === undefined) return '';
  if (node.type === 'text') return node.data ?? '';
  if (node.type === 'comment' || node.type === 'directive') return '';
  let text = '';
  for (const child of node.children ?? []) text += xmlText(child);
  return text;
}

/** The outermost elements of these names in another one, however deep. */
export function descendants(node: XmlNode, names: ReadonlySet<string>, found: XmlNode[] = []): XmlNode[] {
  for (const child of node.children ?? []) {
    if (!isElement(child)) continue;
    if (names.has(localName(child))) found.push(child);
    else descendants(child, names, found);
  }
  return found;
}

/** Whether a property that is on where it stands, such as `vanish`, is not switched off by its value. */
export function isOn(node: XmlNode | undefined): boolean {
  return node !== undefined && !/^(?:0|false|off)$/i.test(attribute(node, 'val') ?? '');
}
