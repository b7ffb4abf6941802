import { isHan } from '../../text/characters.ts';
import type { SourceLine } from '../source-line.ts';

/** How often two Han characters stand side by side inside lines, and how often each that a break parts stands at all. */
interface PairCounts {
  readonly pair: ReadonlyMap<number, number>;
  readonly single: ReadonlyMap<number, number>;
  readonly total: number;
}

/** Enough to know a document's words; a longer text says no more. */
const countedUnits = 400_000;

/** Index of each character that is counted, plus one; all 0 but during a count. */
const indexOf = new Uint16Array(0x10000);

function pairCounts(text: string, lines: readonly SourceLine[]): PairCounts {
  const pair = new Map<number, number>();
  const counted: number[] = [];
  for (let i = 0; i + 1 < lines.length; i++) {
    const a = text.charCodeAt(lines[i]!.end - 1);
    const b = text.charCodeAt(lines[i + 1]!.start);
    if (!isHan(a) || !isHan(b)) continue;
    pair.set(a * 65536 + b, 0);
    for (const unit of [a, b]) if (indexOf[unit] === 0) indexOf[unit] = counted.push(unit);
  }
  const counts = new Uint32Array(counted.length + 1);
  let total = 0;
  for (let l = 0; l < lines.length && pair.size > 0 && total <= countedUnits; l++) {
    const line = lines[l]!;
    let previous = 0;
    for (let at = line.start; at < line.end; at++) {
      const unit = text.charCodeAt(at);
      if (!isHan(unit)) {
        previous = 0;
        continue;
      }
      total++;
      const index = indexOf[unit]!;
      counts[index]!++;
      if (previous !== 0 && index !== 0) {
        const key = previous * 65536 + unit;
        const count = pair.get(key);
        if (count !== undefined) pair.set(key, count + 1);
      }
      previous = index === 0 ? 0 : unit;
    }
  }
  const single = new Map(counted.map((unit, i) => [unit, counts[i + 1]!]));
  for (const unit of counted) indexOf[unit] = 0;
  return { pair, single, total };
}

/**
 * Evidence at the break after each line, in nats for joining: brackets that are open across it, and a pair of characters
 * across it that stands together elsewhere in the document more often than chance would have it.
 */
export function acrossEvidence(text: string, lines: readonly SourceLine[]): Float64Array {
  const pairs = pairCounts(text, lines);
  const evidence = new Float64Array(lines.length);
  for (let i = 0; i + 1 < lines.length; i++) evidence[i] = evidenceAt(text, lines[i]!, lines[i + 1]!, pairs);
  return evidence;
}

/** Evidence in nats for joining of the brackets and quotes that are open across a break. */
export function openBrackets(text: string, line: SourceLine, next: SourceLine): number {
  const open = unclosed(text, line);
  const close = unopened(text, next);
  return open > 0 && close > 0 ? 3 : open > 0 ? open : close;
}

function evidenceAt(text: string, line: SourceLine, next: SourceLine, counts: PairCounts): number {
  let evidence = openBrackets(text, line, next);
  const a = text.charCodeAt(line.end - 1);
  const b = text.charCodeAt(next.start);
  const seen = counts.pair.get(a * 65536 + b);
  if (seen !== undefined && isHan(a) && isHan(b)) {
    const expected = (counts.single.get(a)! * counts.single.get(b)!) / Math.max(1, counts.total);
    evidence += Math.max(-0.7, Math.min(2.2, 0.7 * Math.log((seen + 0.4) / (expected + 0.4))));
  }
  return evidence;
}

/** Weight of a bracket that a line opens and does not close: 《 and （ hardly reach over a paragraph, quotes do. */
function unclosed(text: string, line: SourceLine): number {
  let title = 0;
  let quote = 0;
  for (let at = line.end - 1; at >= line.start; at--) {
    switch (text.charCodeAt(at)) {
      case 0x300b: // 》
      case 0xff09:
      case 0x29:
      case 0x3011:
      case 0x3015:
        title--;
        break;
      case 0x300a:
      case 0xff08:
      case 0x28:
      case 0x3010:
      case 0x3014:
        if (++title > 0) return 2.2;
        break;
      case 0x201d:
        quote--;
        break;
      case 0x201c:
        if (++quote > 0) return 1.2;
        break;
    }
  }
  return 0;
}

function unopened(text: string, line: SourceLine): number {
  let title = 0;
  let quote = 0;
  for (let at = line.start; at < line.end; at++) {
    switch (text.charCodeAt(at)) {
      case 0x300a:
      case 0xff08:
      case 0x28:
      case 0x3010:
      case 0x3014:
        title--;
        break;
      case 0x300b:
      case 0xff09:
      case 0x3011:
      case 0x3015:
        if (++title > 0) return 1.8;
        break;
      case 0x29:
        if (++title > 0) return at < line.start + 4 ? 0 : 1.8;
        break;
      case 0x201c:
        quote--;
        break;
      case 0x201d:
        if (++quote > 0) return 0.8;
        break;
    }
  }
  return 0;
}
