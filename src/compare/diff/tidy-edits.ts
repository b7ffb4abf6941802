import type { Edit } from './edit.ts';
import { type Content, paragraphBreak } from './version-unit.ts';
import { isBetweenWords } from './whole-words.ts';

/**
 * Edits as a person would write them: words that were only cut otherwise are no change, a short stretch between two long changes
 * goes with them, and what was put in or taken out begins and ends where a clause does.
 */
export function tidyEdits(edits: readonly Edit[], a: Content, b: Content): Edit[] {
  const cut = joinRuns(edits.flatMap((edit) => (edit.same ? [edit] : equalEnds(edit, a, b))));
  return joinRuns(slide(swallow(cut, a.pieces), a, b));
}

/** Runs of one kind as one edit, without empty ones. */
function joinRuns(edits: readonly Edit[]): Edit[] {
  const joined: Edit[] = [];
  for (const edit of edits) {
    if (edit.aStart === edit.aEnd && edit.bStart === edit.bEnd) continue;
    const last = joined.at(-1);
    if (last?.same === edit.same) joined[joined.length - 1] = { ...last, aEnd: edit.aEnd, bEnd: edit.bEnd };
    else joined.push(edit);
  }
  return joined;
}

/** Takes off both ends of a change what has the same characters and only other words: 中国|人民 and 中国人民. */
function equalEnds({ aStart, aEnd, bStart, bEnd }: Edit, a: Content, b: Content): Edit[] {
  const head = commonLength(a, b, aStart, aEnd, bStart, bEnd, 1);
  const tail = commonLength(a, b, aEnd - 1, aStart + head.a - 1, bEnd - 1, bStart + head.b - 1, -1);
  const from = { a: aStart + head.a, b: bStart + head.b };
  const to = { a: aEnd - tail.a, b: bEnd - tail.b };
  return [
    { same: true, aStart, aEnd: from.a, bStart, bEnd: from.b },
    { same: false, aStart: from.a, aEnd: to.a, bStart: from.b, bEnd: to.b },
    { same: true, aStart: to.a, aEnd, bStart: to.b, bEnd },
  ];
}

/** Pieces of each from a place on, up or down, that have the same characters in the same order and end together. */
function commonLength(
  a: Content,
  b: Content,
  aStart: number,
  aStop: number,
  bStart: number,
  bStop: number,
  way: 1 | -1,
): { a: number; b: number } {
  let [i, j] = [aStart, bStart];
  let [restA, restB] = ['', ''];
  let common = { a: 0, b: 0 };
  for (;;) {
    if (restA === '' && restB === '' && isBetweenWords(a, b, i + (way === 1 ? 0 : 1), j + (way === 1 ? 0 : 1)))
      common = { a: (i - aStart) * way, b: (j - bStart) * way };
    if (restA === '') {
      if (i === aStop) return common;
      restA = a.pieces[i]!;
      i += way;
    } else if (restB === '') {
      if (j === bStop) return common;
      restB = b.pieces[j]!;
      j += way;
    }
    const length = Math.min(restA.length, restB.length);
    if (length === 0) continue;
    const [headA, headB] =
      way === 1 ? [restA.slice(0, length), restB.slice(0, length)] : [restA.slice(-length), restB.slice(-length)];
    if (headA !== headB) return common;
    restA = way === 1 ? restA.slice(length) : restA.slice(0, restA.length - length);
    restB = way === 1 ? restB.slice(length) : restB.slice(0, restB.length - length);
  }
}

/** A kept stretch goes with the changes beside it where both are at least twice as long: 规定 alone between two new clauses. */
function swallow(edits: readonly Edit[], a: readonly string[]): Edit[] {
  const kept = [...edits];
  const size = ({ aStart, aEnd, bStart, bEnd }: Edit) => Math.max(aEnd - aStart, bEnd - bStart);
  for (let i = 1; i + 1 < kept.length; ) {
    const edit = kept[i]!;
    const before = kept[i - 1]!;
    const after = kept[i + 1]!;
    const hasBreak = edit.same && a.slice(edit.aStart, edit.aEnd).includes(paragraphBreak);
    if (!edit.same || hasBreak || 2 * size(edit) > Math.min(size(before), size(after))) i++;
    else {
      kept.splice(i - 1, 3, { ...before, aEnd: after.aEnd, bEnd: after.bEnd });
      i = Math.max(1, i - 2);
    }
  }
  return kept;
}

/** Moves what was only put in or only taken out to where a clause begins, as far as the words beside it are the same. */
function slide(edits: readonly Edit[], a: Content, b: Content): Edit[] {
  const moved = [...edits];
  for (let i = 0; i < moved.length; i++) {
    const { same, aStart, aEnd, bStart, bEnd } = moved[i]!;
    if (same || (aStart < aEnd && bStart < bEnd)) continue;
    const isAdded = aStart === aEnd;
    const { pieces } = isAdded ? b : a;
    const [start, end] = isAdded ? [bStart, bEnd] : [aStart, aEnd];
    const before = moved[i - 1];
    const after = moved[i + 1];
    const mayMove = (edit: Edit | undefined) =>
      edit?.same === true && edit.aEnd - edit.aStart === edit.bEnd - edit.bStart ? edit.aEnd - edit.aStart : 0;
    let most = 0;
    while (most < mayMove(after) && pieces[start + most] === pieces[end + most]) most++;
    let least = 0;
    while (-least < mayMove(before) && pieces[start + least - 1] === pieces[end + least - 1]) least--;
    let best = 0;
    let bestScore = -1;
    for (let by = least; by <= most; by++) {
      if (!isBetweenWords(a, b, aStart + by, bStart + by) || !isBetweenWords(a, b, aEnd + by, bEnd + by)) continue;
      const score = closing(pieces[start + by - 1]) + closing(pieces[end + by - 1]) + opening(pieces[start + by]);
      if (score > bestScore) [best, bestScore] = [by, score];
    }
    if (best === 0) continue;
    moved[i] = { same, aStart: aStart + best, aEnd: aEnd + best, bStart: bStart + best, bEnd: bEnd + best };
    if (before !== undefined) moved[i - 1] = { ...before, aEnd: before.aEnd + best, bEnd: before.bEnd + best };
    if (after !== undefined) moved[i + 1] = { ...after, aStart: after.aStart + best, bStart: after.bStart + best };
    if (before === undefined) {
      moved.splice(i++, 0, { same: true, aStart: 0, aEnd: aStart + best, bStart: 0, bEnd: bStart + best });
    }
    if (after === undefined) {
      moved.push({ same: true, aStart: aEnd + best, aEnd, bStart: bEnd + best, bEnd });
    }
  }
  return moved;
}

/** How good a place after this piece is for a change to begin or end. */
function closing(piece: string | undefined): number {
  if (piece === undefined || piece === paragraphBreak) return 4;
  if ('。！？；'.includes(piece)) return 3;
  if ('，：、”）》'.includes(piece)) return 1;
  return 0;
}

/** 国家秘密{+、工作秘密+} rather than 国家{+秘密、工作+}秘密 */
function opening(piece: string | undefined): number {
  return piece !== undefined && '，、；“（《'.includes(piece) ? 1 : 0;
}
