import { countedBlocks } from '../count/counted-blocks.ts';
import type { BlockKind, TaggedDocument } from '../model/document.ts';
import { isHan } from '../text/characters.ts';
import { quotedNames } from './quoted-names.ts';
import { type Role, role, roleOf } from './word-rules.ts';

/** What new terms are looked for in: counted words; what is no word, in a title or beside a citation mark is left out. */
export interface CandidateText {
  readonly text: string;
  /** Columns of one length, an element a word. */
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  /** 1 where nothing stands between a word and the one before: no mark, no space, no end of a sentence. */
  readonly joined: Uint8Array;
  readonly type: Uint32Array;
  readonly types: readonly string[];
  readonly roles: readonly Role[];
  /** Names in quotation marks, one an occurrence. */
  readonly quoted: readonly string[];
}

/** The words of a document that terms may be made of, in its counted blocks. */
export function candidateText(document: TaggedDocument, kinds: ReadonlySet<BlockKind>): CandidateText {
  const { text, tokens, mentions, sentences } = document;
  const starts: number[] = [];
  const ends: number[] = [];
  const joined: number[] = [];
  const type: number[] = [];
  const quoted: string[] = [];
  let mention = 0;
  let sentence = 0;
  let before = -1;
  for (const { start: blockStart, end: blockEnd, firstToken, endToken } of countedBlocks(document, kinds)) {
    for (const name of quotedNames(text.slice(blockStart, blockEnd))) quoted.push(name);
    before = -1;
    for (let i = firstToken; i < endToken; i++) {
      const start = tokens.start[i]!;
      const end = tokens.end[i]!;
      while (mention < mentions.start.length && mentions.end[mention]! <= start) mention++;
      while (sentence < sentences.start.length && sentences.end[sentence]! <= start) sentence++;
      const isMentioned = mention < mentions.start.length && mentions.start[mention]! < end;
      const isCited = tokens.types[tokens.type[i]!]!.length !== end - start;
      if (isMentioned || isCited) {
        before = -1;
        continue;
      }
      const isFirst = sentences.start[sentence] === start;
      starts.push(start);
      ends.push(end);
      joined.push(before === start && !isFirst ? 1 : 0);
      type.push(tokens.type[i]!);
      before = end;
    }
  }
  return {
    text,
    start: Uint32Array.from(starts),
    end: Uint32Array.from(ends),
    joined: Uint8Array.from(joined),
    type: Uint32Array.from(type),
    types: tokens.types,
    roles: tokens.types.map((form, t) => roleOf(form, tokens.tags[tokens.tag[t]!]!)),
    quoted,
  };
}

/** Columns of units with barriers (0) between stretches: of words, and of Han characters. */
export class UnitColumns {
  readonly forms: string[] = [''];
  readonly roles: Role[] = [role.barrier];
  readonly #ids = new Map<string, number>();
  #words = new Uint32Array(1024);
  #characters = new Uint32Array(1024);
  #wordCount = 0;
  #characterCount = 0;

  add(part: CandidateText): void {
    const ids = new Uint32Array(part.types.length);
    this.#pushWord(0);
    this.#pushCharacter(0);
    for (let i = 0; i < part.start.length; i++) {
      const t = part.type[i]!;
      const kind = part.roles[t]!;
      if (part.joined[i] === 0) {
        this.#pushWord(0);
        this.#pushCharacter(0);
      }
      if (kind === role.barrier) this.#pushWord(0);
      else {
        ids[t] ||= this.#idOf(part.types[t]!, kind);
        this.#pushWord(ids[t]!);
      }
      for (let at = part.start[i]!; at < part.end[i]!; at++) {
        const unit = part.text.charCodeAt(at);
        this.#pushCharacter(isHan(unit) ? unit : 0);
      }
    }
  }

  get words(): Uint32Array {
    return this.#words.subarray(0, this.#wordCount);
  }

  get characters(): Uint32Array {
    return this.#characters.subarray(0, this.#characterCount);
  }

  #idOf(form: string, kind: Role): number {
    let id = this.#ids.get(form);
    if (id === undefined) {
      id = this.forms.push(form) - 1;
      this.roles.push(kind);
      this.#ids.set(form, id);
    }
    return id;
  }

  #pushWord(unit: number): void {
    if (this.#wordCount === this.#words.length) this.#words = grown(this.#words);
    this.#words[this.#wordCount++] = unit;
  }

  #pushCharacter(unit: number): void {
    if (this.#characterCount === this.#characters.length) this.#characters = grown(this.#characters);
    this.#characters[this.#characterCount++] = unit;
  }
}

function grown(column: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const longer = new Uint32Array(2 * column.length);
  longer.set(column);
  return longer;
}
