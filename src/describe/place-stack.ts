import type { BlockPlace } from '../model/description.ts';
import { type BlockNumber, rank } from './read-number.ts';

interface Level {
  readonly rank: number;
  /** Of the block that opened it. */
  readonly path: string;
  readonly value: number;
}

const divisions = new Map<number, string>([
  [rank.part, '编'],
  [rank.subpart, '分编'],
  [rank.chapter, '章'],
  [rank.section, '节'],
  [rank.article, '条'],
]);

/** What the parts of an article are called, from the outside in; in Taiwan a paragraph is an 项 and what is numbered 款. */
const mainland = ['款', '项', '目'] as const;
const taiwan = ['项', '款', '目'] as const;

const figures = '零一二三四五六七八九';

/** The numbers that are open at a block, from the outside in; writes the places of blocks. */
export class PlaceStack {
  readonly #places: BlockPlace[];
  #levels: Level[] = [];
  #prefix = '';
  #names: readonly string[] = mainland;
  /** Paragraphs of the open article so far. */
  #paragraphs = 0;
  /** Blocks numbered within its first paragraph: that it is the first is told only where there is a second. */
  #inFirst: number[] = [];
  #lastArticle = 0;
  /** The last number of each rank, also of those that are closed: （四） may follow （三） over 二、. */
  readonly #seen = new Map<number, number>();

  constructor(places: BlockPlace[]) {
    this.#places = places;
  }

  get inArticle(): boolean {
    return this.#levels.some((level) => level.rank === rank.article);
  }

  /** Whether a part, chapter or article is open. */
  get inDivision(): boolean {
    return this.#levels.some((level) => level.rank <= rank.article);
  }

  get afterArticles(): boolean {
    return this.#lastArticle > 0 && !this.#levels.some((level) => level.rank < rank.article);
  }

  /** The last number of that rank: of articles, which go on over chapters, the last of the law. */
  last(of: number): number {
    if (of === rank.article) return this.#lastArticle;
    return this.#levels.find((level) => level.rank === of)?.value ?? 0;
  }

  /** Whether a number is the next of its rank, or the first of a new one. */
  follows({ rank: of, value }: BlockNumber): boolean {
    const open = this.#levels.find((level) => level.rank === of);
    if (value === 1 || (open !== undefined && value === open.value + 1)) return true;
    if (open === undefined && value === (this.#seen.get(of) ?? 0) + 1 && !this.inArticle) return true;
    // （一） may stand on the line of its article, and the number says itself which of an article's it is.
    return of === rank.hanBracket && this.inArticle && value > (open?.value ?? 0);
  }

  /** Opens a number and writes the place of its block. */
  enter({ rank: of, label, value }: BlockNumber, block: number, traditional: boolean): void {
    this.#close(of);
    const path = this.#under(label);
    this.#levels.push({ rank: of, path, value });
    this.#seen.set(of, value);
    if (of === rank.article) {
      this.#names = traditional ? taiwan : mainland;
      this.#lastArticle = value;
    }
    let division = divisions.get(of) ?? '';
    if (of > rank.article && this.inArticle) {
      division = this.#names[this.#levels.filter((level) => level.rank > rank.article).length] ?? '';
      if (this.#paragraphs === 1) this.#inFirst.push(block);
    }
    this.#places[block] = { division, path };
  }

  /** `text` tells whether the block of its number holds its first paragraph, too. */
  openArticle(text: boolean): void {
    this.#paragraphs = text ? 1 : 0;
    this.#inFirst = [];
  }

  /** The next paragraph of the article. */
  paragraph(block: number): void {
    this.#close(rank.article + 1);
    this.#paragraphs++;
    if (this.#paragraphs === 2) this.#nameFirst();
    else this.#inFirst.push(block);
    this.#places[block] = { division: this.#names[0]!, path: this.#here() };
  }

  /** A part without a number: 序言, 附则. */
  name(label: string, block: number): void {
    this.#levels = this.#levels.filter((level) => level.rank < rank.chapter && label !== '附则');
    this.#levels.push({ rank: rank.chapter, path: this.#under(label), value: 0 });
    this.inherit(block);
  }

  /** A block that has no place of its own where it stands. */
  inherit(block: number): void {
    this.#places[block] = { division: '', path: this.#here() };
  }

  /** What chapter the next article is in is not known. */
  loseChapter(): void {
    this.#levels = this.#levels.filter((level) => level.rank < rank.chapter);
  }

  /** Nothing is open; what is numbered from here on is under `prefix`. */
  clear(prefix = ''): void {
    this.#levels = [];
    this.#prefix = prefix;
    this.#seen.clear();
    this.#lastArticle = 0;
    this.#paragraphs = 0;
    this.#inFirst = [];
  }

  #close(of: number): void {
    while (this.#levels.length > 0 && this.#levels.at(-1)!.rank >= of) this.#levels.pop();
  }

  /** The path of what is open, with the paragraph of the article unless it is the only one so far. */
  #here(): string {
    const last = this.#levels.at(-1);
    if (last === undefined) return this.#prefix;
    if (last.rank !== rank.article || this.#paragraphs < 2) return last.path;
    return `${last.path}/${this.#paragraphLabel(this.#paragraphs)}`;
  }

  #under(label: string): string {
    const here = this.#here();
    return here === '' ? label : `${here}/${label}`;
  }

  #paragraphLabel(count: number): string {
    return `第${written(count)}${this.#names[0]}`;
  }

  /** The places in the first paragraph say so from now on. */
  #nameFirst(): void {
    const { path } = this.#levels.find((level) => level.rank === rank.article)!;
    for (const block of this.#inFirst) {
      const { division, path: before } = this.#places[block]!;
      this.#places[block] = { division, path: `${path}/${this.#paragraphLabel(1)}${before.slice(path.length)}` };
    }
    this.#inFirst = [];
  }
}

/** 1 to 99 in words, more in figures. */
function written(count: number): string {
  if (count > 99) return String(count);
  const tens = Math.floor(count / 10);
  const ones = count % 10;
  if (tens === 0) return figures.charAt(ones);
  return `${tens > 1 ? figures.charAt(tens) : ''}十${ones === 0 ? '' : figures.charAt(ones)}`;
}
