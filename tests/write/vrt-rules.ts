/** A word of verticalised text with the regions around it. */
export interface VrtWord {
  readonly cells: readonly string[];
  readonly regions: readonly string[];
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
const plain = (text: string) => text.replace(/&(amp|lt|gt|quot);/g, (_, name) => entities[name]!);

/**
 * Reads what `cwb-encode -xsB` would and throws where that would complain: a region that is open already, or closed without
 * being open, an attribute that is not declared, another number of columns.
 */
export function readVrt(text: string, columns: number, declared: ReadonlyMap<string, readonly string[]>): VrtWord[] {
  const words: VrtWord[] = [];
  const open = new Map<string, string>();
  for (const line of text.split('\n').slice(0, -1)) {
    const tag = /^<(\/?)([a-z][a-z0-9_]*)((?: [a-z][a-z0-9_]*="[^"<>]*")*)>$/.exec(line);
    if (tag === null) {
      if (/[<>]/.test(line)) throw new Error(`markup in a word: ${line}`);
      const cells = line.split('\t').map(plain);
      if (cells.length !== columns || cells.includes('')) throw new Error(`columns: ${JSON.stringify(line)}`);
      words.push({ cells, regions: [...open.values()] });
      continue;
    }
    const [, close, name, attributes] = tag as unknown as [string, string, string, string];
    const own = declared.get(name);
    if (own === undefined) throw new Error(`not declared: ${line}`);
    if (close === '/') {
      if (!open.delete(name)) throw new Error(`not open: ${line}`);
      continue;
    }
    if (open.has(name)) throw new Error(`open already: ${line}`);
    const names = [...attributes.matchAll(/ ([a-z0-9_]+)="/g)].map((match) => match[1]!);
    if (names.join() !== own.join()) throw new Error(`attributes: ${line}`);
    open.set(name, plain(line));
  }
  if (open.size > 0) throw new Error(`left open: ${[...open.keys()]}`);
  return words;
}

/** The regions and attributes that a script declares with -S. */
export function declaredRegions(script: string): ReadonlyMap<string, readonly string[]> {
  return new Map([...script.matchAll(/-S (\w+):0\+([\w+]+)/g)].map((match) => [match[1]!, match[2]!.split('+')]));
}
