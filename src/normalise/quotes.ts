import { isHan } from '../text/characters.ts';
import { isDigit, isLatin, type LineEdits } from './line-edits.ts';

/** Longest stretch looked at between two straight single quotes. */
const longestQuotation = 60;

/** Straight quotes of one line: "改革" → “改革” and '改革' → ‘改革’ where they pair and what they hold is Chinese. */
export function editQuotes(line: LineEdits): void {
  if (!line.chinese) return;
  const { text } = line;
  const pairs: { start: number; end: number; han: boolean }[] = [];
  let open = -1;
  let han = 0;
  let hanAtOpen = 0;
  for (let i = line.start; i < line.end; i++) {
    const unit = text.charCodeAt(i);
    if (isHan(unit)) han++;
    else if (unit === 0x27) editSingle(line, i);
    else if (unit === 0x22 || unit === 0x201c || unit === 0x201d) {
      const opens = unit === 0x201c || (unit === 0x22 && open < 0);
      if (opens) {
        if (open >= 0 && text[open] === '"') return;
        // 12" is inches.
        if (unit === 0x22 && isDigit(line.at(i - 1))) return;
        open = i;
        hanAtOpen = han;
      } else if (open >= 0) {
        pairs.push({ start: open, end: i, han: han > hanAtOpen });
        open = -1;
      }
    }
  }
  // One without its other half puts all pairs of the line in doubt.
  if (open >= 0 && text[open] === '"') return;
  for (const { start, end, han } of pairs) {
    if (!han && !isHan(line.at(start - 1)) && !isHan(line.at(end + 1))) continue;
    if (text[start] === '"') line.put(start, start + 1, '“');
    if (text[end] === '"') line.put(end, end + 1, '”');
  }
}

function editSingle(line: LineEdits, start: number): void {
  const before = line.at(start - 1);
  if (!isHan(line.at(start + 1)) || isLatin(before) || isDigit(before)) return;
  for (let i = start + 2; i < line.end && i - start < longestQuotation; i++) {
    if (line.text[i] !== "'") continue;
    if (isLatin(line.at(i + 1))) return;
    line.put(start, start + 1, '‘');
    line.put(i, i + 1, '’');
    return;
  }
}
