import type { SegmentedDocument } from '../model/document.ts';
import { isHan, isSpace } from '../text/characters.ts';
import { countBelow } from '../text/count-below.ts';
import type { CountedBlock } from './counted-blocks.ts';

/**
 * Runs of neighbouring words, as forms: in one sentence, with nothing between two but a citation mark (举国[3]体制) or a
 * space beside a Latin word or number (发展 AI 产业). Between Han and Han a space parts (第一章　总则). A type whose
 * form is undefined parts its neighbours, as a comma does.
 */
export function* adjacentWords(
  document: SegmentedDocument,
  blocks: readonly CountedBlock[],
  forms: readonly (string | undefined)[],
): Generator<string[]> {
  const { start, end, type } = document.tokens;
  const sentenceEnd = document.sentences.end;
  let sentence = 0;
  for (const { firstToken, endToken } of blocks) {
    let run: string[] = [];
    for (let i = firstToken; i < endToken; i++) {
      const form = forms[type[i]!];
      const before = sentence;
      while (sentence < sentenceEnd.length && sentenceEnd[sentence]! < end[i]!) sentence++;
      const joined = sentence === before && i > firstToken && touch(document, end[i - 1]!, start[i]!);
      if (run.length > 0 && (form === undefined || !joined)) {
        yield run;
        run = [];
      }
      if (form !== undefined) run.push(form);
    }
    if (run.length > 0) yield run;
  }
}

/** Whether nothing that parts two words stands between the end of one and the start of the next. */
function touch({ text, citations }: SegmentedDocument, from: number, to: number): boolean {
  let spaced = false;
  let at = from;
  while (at < to) {
    if (isSpace(text.charCodeAt(at))) {
      spaced = true;
      at++;
      continue;
    }
    const mark = countBelow(citations.start, at);
    if (citations.start[mark] !== at || citations.end[mark]! <= at) return false;
    at = citations.end[mark]!;
  }
  return !(spaced && isHan(text.charCodeAt(from - 1)) && isHan(text.charCodeAt(to)));
}
