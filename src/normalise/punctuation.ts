import { compose, type Span, toTarget } from '../text/offset-map.ts';
import { type Rewrite, RewriteBuilder } from '../text/rewrite.ts';
import { editBrackets } from './brackets.ts';
import { isDigit, LineEdits } from './line-edits.ts';
import { editMarks } from './marks.ts';
import { editQuotes } from './quotes.ts';

/** Marks with one form wherever they stand: corner, vertical, small and half-width forms. */
const forms: Readonly<Record<string, string>> = {
  '「': '“',
  '」': '”',
  '『': '‘',
  '』': '’',
  '﹁': '“',
  '﹂': '”',
  '﹃': '‘',
  '﹄': '’',
  '｢': '“',
  '｣': '”',
  '〝': '“',
  '〞': '”',
  '〟': '”',
  '｡': '。',
  '､': '、',
  '︐': '，',
  '︑': '、',
  '︒': '。',
  '︓': '：',
  '︔': '；',
  '︕': '！',
  '︖': '？',
  '︰': '：',
  '﹐': '，',
  '﹑': '、',
  '﹔': '；',
  '﹕': '：',
  '﹖': '？',
  '﹗': '！',
  '﹣': '-',
  '﹪': '%',
  '︵': '（',
  '︶': '）',
  '﹙': '（',
  '﹚': '）',
  '︹': '〔',
  '︺': '〕',
  '﹝': '〔',
  '﹞': '〕',
  '︻': '【',
  '︼': '】',
  '︽': '《',
  '︾': '》',
  '︿': '〈',
  '﹀': '〉',
};

/** What a unit may call for: nothing, its one form, or a look at the line. */
const call = { nothing: 0, form: 1, line: 2 } as const;

const calls = new Uint8Array(0x10000);
for (const mark of Object.keys(forms)) calls[mark.charCodeAt(0)] = call.form;
for (const mark of ',;:?!.…⋯„。-–―─━－⸺•‧∙⋅・･~∼〜∶○[【(（)〔<＜≪"\'') calls[mark.charCodeAt(0)] = call.line;

/**
 * One form for each mark, by what stands around it: ASCII marks beside Chinese become full-width, quotes “” and ‘’, the
 * ellipsis ……, the dash ——, the dot in names ·, titles 《》 and 〈〉, document numbers 〔〕. Numbers, addresses and Latin text keep
 * theirs. Lines that begin inside `left` stay as they are. Undefined where nothing changes.
 */
export function unifyPunctuation(text: string, left: readonly Span[] = []): Rewrite | undefined {
  let result: Rewrite | undefined;
  let spans = left;
  // A mark put in its one form may be what the next one needed: the rules run until they have nothing left to do.
  for (;;) {
    const pass = onePass(result?.text ?? text, spans);
    if (pass === undefined) return result;
    result = { text: pass.text, map: result === undefined ? pass.map : compose(result.map, pass.map), removed: [] };
    const { map } = pass;
    spans = spans.map((span) => toTarget(map, span));
  }
}

function onePass(text: string, left: readonly Span[]): Rewrite | undefined {
  let builder: RewriteBuilder | undefined;
  let skipped = 0;
  let i = nextCall(text, 0);
  while (i < text.length) {
    const start = text.lastIndexOf('\n', i - 1) + 1;
    let end = text.indexOf('\n', i);
    if (end < 0) end = text.length;
    while (skipped < left.length && left[skipped]!.end <= start) skipped++;
    const skip = skipped < left.length && left[skipped]!.start <= start;
    if (!skip) {
      const line = new LineEdits(text, start, end);
      editMarks(line);
      editBrackets(line);
      editQuotes(line);
      editForms(line, i);
      if (line.edits.length > 0) {
        builder ??= new RewriteBuilder(text);
        line.edits.sort((a, b) => a.start - b.start || a.end - b.end);
        for (const edit of line.edits) {
          if (edit.end <= builder.at) continue;
          builder.keep(edit.start);
          builder.replace(edit.end, edit.value);
        }
      }
    }
    i = nextCall(text, end);
  }
  return builder?.finish();
}

function editForms(line: LineEdits, from: number): void {
  for (let i = from; i < line.end; i++) {
    if (calls[line.text.charCodeAt(i)] === call.form) line.put(i, i + 1, forms[line.text[i]!]!);
  }
}

/** The next place at or after `from` that may call for an edit. */
function nextCall(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    const what = calls[text.charCodeAt(i)]!;
    if (what === call.nothing) continue;
    if (what === call.form || callsForLook(text, i)) return i;
  }
  return text.length;
}

/** Passes by the commonest places at which nothing is to be done, so that a line of clean text costs nothing. */
function callsForLook(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at + 1);
  switch (text[at]) {
    case '。':
    case '.':
    case '-':
    case '„':
      return after === text.charCodeAt(at);
    case '…':
      return before !== 0x2026 && !(after === 0x2026 && text.charCodeAt(at + 2) !== 0x2026);
    case ',':
    case ';':
    case ':':
    case '?':
    case '!':
      return !(isVisibleAscii(before) && isVisibleAscii(after));
    case '（':
    case '【':
    case '[':
      return after === 0x31 || after === 0x32;
    case '〔':
      return isDigit(after) && text[at + 5] !== '〕';
    default:
      return true;
  }
}

function isVisibleAscii(unit: number): boolean {
  return unit > 0x20 && unit < 0x7f;
}
