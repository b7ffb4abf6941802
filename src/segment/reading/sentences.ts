import type { Block } from '../../model/document.ts';
import type { Layer } from '../../model/layer.ts';
import { characterClass, classOf, isHan, isSpace } from '../../text/characters.ts';
import type { Span } from '../../text/offset-map.ts';
import { protectedBrackets } from './protected-brackets.ts';

/**
 * Sentences of the blocks that are in the text, as one layer. A sentence ends at a run of 。！？…… wherever it stands, but
 * not inside （） and 《》; closing quotes and brackets and citation marks right after go with it (。” 。[12] ？！). ! and ?
 * of ASCII end one where neither a letter nor a digit follows (not in ?id=3), and a dot in Latin text before a space and
 * a capital, or between Han. A block's end ends a sentence. White space around a sentence is outside it.
 */
export function sentencesOf(text: string, blocks: readonly Block[], citations: Layer): Layer {
  const starts: number[] = [];
  const ends: number[] = [];
  let mark = 0;
  for (const block of blocks) {
    if (block.kind === 'furniture') continue;
    const to = block.end;
    let from = skipSpace(text, block.start, to);
    let worded = false; // whether the sentence holds more than marks so far
    let asides: readonly Span[] | undefined; // found at the first bracket: most blocks have none
    let aside = 0;
    let quoteOpen = false; // of the kind that does not tell its sides
    for (let i = from; i < to; ) {
      const role = roles[text.charCodeAt(i)]!;
      if (role === part.word) worded = true;
      else if (role === part.quote) quoteOpen = !quoteOpen;
      else if (role === part.bracket) {
        asides ??= protectedBrackets(text, i, to);
        while (aside < asides.length && asides[aside]!.start < i) aside++;
        if (asides[aside]?.start === i) {
          i = asides[aside]!.end;
          worded = true;
          continue;
        }
      }
      if (role !== part.stop || !worded || !endsAt(text, i, { start: from, end: to })) {
        i++;
        continue;
      }
      for (i++; i < to; ) {
        const next = text.charCodeAt(i);
        while (mark < citations.start.length && citations.end[mark]! <= i) mark++;
        const kind = classOf(next);
        if (citations.start[mark]! <= skipSpace(text, i, to) && citations.end[mark]! <= to) i = citations.end[mark]!;
        else if (kind === characterClass.sentenceEnd || kind === characterClass.close || next === dot) i++;
        else if (next === quote && quoteOpen) {
          quoteOpen = false;
          i++;
        } else break;
      }
      starts.push(from);
      ends.push(i);
      i = skipSpace(text, i, to);
      from = i;
      worded = false;
    }
    if (from === to) continue;
    let end = to;
    while (isSpace(text.charCodeAt(end - 1))) end--;
    starts.push(from);
    ends.push(end);
  }
  return {
    start: Uint32Array.from(starts),
    end: Uint32Array.from(ends),
    label: new Uint32Array(starts.length),
    labels: ['sentence'],
  };
}

const quote = 0x22;
const dot = 0x2e;

/** What a unit does in a sentence. */
const part = { word: 1, stop: 2, quote: 3, bracket: 4 } as const;
const roles = new Uint8Array(0x10000);
for (let unit = 0; unit < roles.length; unit++) {
  const kind = classOf(unit);
  if (kind === characterClass.sentenceEnd) roles[unit] = part.stop;
  else if (kind <= characterClass.digit && kind !== characterClass.space) roles[unit] = part.word;
}
roles[dot] = part.stop;
roles[quote] = part.quote;
for (const open of '（(《') roles[open.charCodeAt(0)] = part.bracket;

/** Whether the mark at `offset` ends the sentence that began at the span's start, in a block that ends at its end. */
function endsAt(text: string, offset: number, span: Span): boolean {
  const unit = text.charCodeAt(offset);
  if (unit === dot) return dotEnds(text, offset, span);
  if (unit > 0x7f || offset + 1 === span.end) return true;
  const next = classOf(text.charCodeAt(offset + 1));
  return next !== characterClass.latin && next !== characterClass.digit && text[offset + 1] !== '=';
}

// After these a dot and a capital are no end: Vol. II, Dr. Li, J. Smith.
const abbreviation = /(?:^|[^A-Za-z])(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|St|Jr|Nos?|Vol|Fig|Ch|Sec|vs|al|cf|eg|ie|pp|eds?)$/;

function dotEnds(text: string, offset: number, { start, end }: Span): boolean {
  const before = text.charCodeAt(offset - 1);
  let after = offset + 1;
  while (after < end && classOf(text.charCodeAt(after)) === characterClass.close) after++;
  const next = after < end ? text.charCodeAt(after) : 0x20;
  if (isHan(before)) {
    // 一.加强领导 numbers a heading, 甲.论述题 an item.
    const numbers = offset - start < 5 || '一二三四五六七八九十'.includes(text[offset - 1]!);
    return !numbers && (isHan(next) || isSpace(next) || classOf(next) === characterClass.open);
  }
  const inWord = classOf(before) === characterClass.latin;
  if (!(inWord || classOf(before) === characterClass.close) || !isSpace(next)) return false;
  const follows = skipSpace(text, after, end);
  if (follows < end && !/^[\p{Lu}\p{Script=Han}]/u.test(text.slice(follows, follows + 2))) return false;
  return !inWord || !abbreviation.test(text.slice(Math.max(start, offset - 6), offset));
}

function skipSpace(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isSpace(text.charCodeAt(at))) at++;
  return at;
}
