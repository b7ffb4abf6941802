import type { BreakDecision } from '../model/document.ts';
import type { BlockGroup } from './block-group.ts';
import { nameKinds } from './block-kinds.ts';
import { findContents } from './contents-list.ts';
import { lineParts } from './line-breaks.ts';
import { lineFeatures } from './line-features.ts';
import { joins, part } from './line-model.ts';
import { findFurniture } from './page-furniture.ts';
import type { SourceLine } from './source-line.ts';
import { findTables } from './tables.ts';

/** Puts the lines of a document together to blocks: every line is in exactly one. */
export function groupLines(
  text: string,
  lines: readonly SourceLine[],
): { groups: readonly BlockGroup[]; decisions: readonly BreakDecision[] } {
  const texts = lines.map((line) => text.slice(line.start, line.end));
  const furniture = findFurniture(lines, texts);
  const contents = findContents(texts, furniture);
  const tables = findTables(texts);
  const groups: BlockGroup[] = [];
  const body: number[] = [];
  for (let i = 0; i < lines.length; i++) {
    if (furniture[i] === 1) groups.push({ lines: [i], kind: 'furniture', level: 0 });
    else if (contents[i] === 1) groups.push({ lines: [i], kind: 'contents', level: 0 });
    else if (tables[i] === 1) groups.push({ lines: [i], kind: 'table', level: 0 });
    else body.push(i);
  }
  const { bodyLines, fixed } = bodyOf(lines, body, furniture);
  const features = lineFeatures(text, bodyLines);
  const parts = lineParts(features, fixed);
  let open: number[] = [];
  for (let k = 0; k < body.length; k++) {
    open.push(body[k]!);
    const p = parts.part[k]!;
    if (joins(p)) continue;
    groups.push({ lines: open, kind: p >= part.headFirst ? 'heading' : 'paragraph', level: 0 });
    open = [];
  }
  groups.sort((a, b) => a.lines[0]! - b.lines[0]!);
  nameKinds(
    groups,
    groups.map((group) => group.lines.map((i) => texts[i]!).join('')),
  );
  return { groups, decisions: [] };
}

/** The lines of the running text; what stood between two of them is gone, so a page may have turned there. */
function bodyOf(
  lines: readonly SourceLine[],
  body: readonly number[],
  furniture: Uint8Array,
): { bodyLines: SourceLine[]; fixed: Uint8Array } {
  const fixed = new Uint8Array(body.length);
  const bodyLines = body.map((i, k) => {
    const line = lines[i]!;
    const before = k === 0 ? -1 : body[k - 1]!;
    let turned = line.newPage;
    let other = false;
    for (let j = before + 1; j < i; j++) {
      if (furniture[j] === 1) turned = true;
      else other = true;
      if (lines[j]!.newPage) turned = true;
    }
    if (k > 0 && (line.split || other)) fixed[k - 1] = 1;
    return turned && !line.newPage ? { ...line, newPage: true } : line;
  });
  return { bodyLines, fixed };
}
