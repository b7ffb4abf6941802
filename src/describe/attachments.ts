import type { Line } from './outline.ts';
import type { Signature } from './signature.ts';

const first = /^附 ?件?[：:] ?(.*)$/;
const opening = /^附 ?件[：:]?$/;
const numbered = /^(\d{1,2}) ?[.．、] ?(.+)$/;
const inside = / *(?:^|[ 　；;。])(\d{1,2}) ?[.．、](?!\d) ?/;
const longestLine = 2000;
const longestName = 200;
/** A list of attachments stands at most so many lines before the signature. */
const reach = 60;

/**
 * The names of the attachments that a list 附件：1. … 2. … gives, in its order. It stands before the signature, or at the end
 * of the text where there is none.
 */
export function attachmentsOf(lines: readonly Line[], body: number, signature: Signature | undefined): string[] {
  const from = signature === undefined ? body : Math.max(body, signature.start - reach);
  const to = signature === undefined ? lines.length : Math.min(lines.length, signature.end + 3);
  for (let i = from; i < to; i++) {
    const { text, length } = lines[i]!;
    if (text.charCodeAt(0) !== 0x9644 || length > longestLine) continue;
    const head = first.exec(text);
    const rest = head === null ? (opening.test(text) ? '' : undefined) : head[1]!.trim();
    if (rest === undefined) continue;
    const names = rest === '' ? [] : listed(rest);
    // 附：the note of a table is no list.
    if (!text.startsWith('附件') && !/^附 件/.test(text) && names.some((name) => name.length > 60)) continue;
    const numberedSoFar = rest === '' || numbered.test(rest);
    for (let j = i + 1; numberedSoFar && j < Math.min(lines.length, i + 40); j++) {
      const next = numbered.exec(lines[j]!.text);
      if (next === null || Number(next[1]) !== names.length + 1 || lines[j]!.length > longestName) break;
      names.push(...listed(lines[j]!.text));
    }
    const clean = names.map(withoutEnd).filter((name) => name !== '');
    if (clean.length > 0 && clean.every((name) => name.length <= longestName && !name.includes('。'))) return clean;
  }
  return [];
}

/** The names on one line: 1. 甲 2. 乙 */
function listed(text: string): string[] {
  const start = numbered.exec(text);
  if (start === null) return [text];
  const names: string[] = [];
  let rest = start[2]!;
  for (let number = Number(start[1]) + 1; ; number++) {
    const next = inside.exec(rest);
    if (next === null || Number(next[1]) !== number) break;
    names.push(rest.slice(0, next.index));
    rest = rest.slice(next.index + next[0].length);
  }
  return [...names, rest];
}

function withoutEnd(name: string): string {
  return name
    .trim()
    .replace(/[。；;，]+$/, '')
    .trim();
}
