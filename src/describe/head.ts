import type { Layer } from '../model/layer.ts';
import { countBelow } from '../text/count-below.ts';
import { type LineRole, lineRole } from './line-role.ts';
import type { Line } from './outline.ts';

export interface HeadLine extends Line {
  readonly role: LineRole;
  /** Index among the lines. */
  readonly index: number;
  /** Document numbers in it, as they stand. */
  readonly numbers: readonly string[];
}

/** The lines before the text, and where the text begins. */
export interface Head {
  readonly lines: readonly HeadLine[];
  /** Index of the first line of the text; the number of lines where there is none. */
  readonly body: number;
}

/** More lines than these stand before no text: a law of many versions has 20. */
const most = 40;

/** The lines of a document up to the first that is of its text. */
export function headOf(lines: readonly Line[], text: string, mentions: Layer): Head {
  const head: HeadLine[] = [];
  const number = mentions.labels.indexOf('document_number');
  for (let index = 0; index < lines.length && index < most; index++) {
    const line = lines[index]!;
    const numbers: string[] = [];
    let units = 0;
    for (let i = countBelow(mentions.start, line.start); i < mentions.start.length; i++) {
      if (mentions.start[i]! >= line.end) break;
      if (mentions.label[i] !== number) continue;
      numbers.push(text.slice(mentions.start[i], mentions.end[i]));
      units += numbers.at(-1)!.replace(/[（()） ]/g, '').length;
    }
    let role = lineRole(line, units);
    if (role === 'body') {
      // …《关于修改〈浙江省县 / 乡两级人民代表大会…〉的决定》第六次修正: a name goes on over the line.
      if (!opens(head.at(-1)?.text ?? '')) return { lines: head, body: index };
      role = 'other';
    }
    head.push({ ...line, role, index, numbers });
  }
  return { lines: head, body: Math.min(lines.length, most) };
}

/** Whether a 《 has no 》 after it. */
function opens(text: string): boolean {
  return text.lastIndexOf('《') > text.lastIndexOf('》');
}
