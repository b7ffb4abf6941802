import { type Language, say } from '../wording/wording.ts';
import { type ComparedDocuments, type ComparedRow, isDifferent } from './compare-documents.ts';
import type { DiffSummary } from './diff-summary.ts';
import { summaryLines } from './summary-lines.ts';

/** Stands in the page, so that an earlier page may be replaced by a new one and no other file. */
export const pageMark = '<meta name="generator" content="cewen diff">';

const style = `
body{font-family:"Noto Serif CJK SC","Source Han Serif SC",SimSun,STSong,serif;margin:2em auto;max-width:75em;padding:0 1em;line-height:1.7;color:#111;background:#fff}
h1{font-size:1.4em;text-align:center}
.summary{font-family:sans-serif;font-size:.85em;white-space:pre-line;color:#333}
table{border-collapse:collapse;width:100%;table-layout:fixed}
th,td{border:1px solid #888;padding:.4em .7em;vertical-align:top;text-align:left;width:50%;overflow-wrap:anywhere}
th{background:#eee}
td p{margin:0;text-indent:2em;white-space:pre-line}
td.h p{text-align:center;text-indent:0;font-weight:bold}
.n{font-weight:bold}
.t{font-family:sans-serif;font-size:.75em;color:#555;text-indent:0!important}
del{color:#a40000;background:#fde8e8;text-decoration:line-through}
ins{color:#00408a;background:#e3eefc;font-weight:bold;text-decoration:underline}
#all:not(:checked)~table .same{display:none}
@media print{label,#all{display:none}}
`;

/** 修改对照表: the older version on the left, the newer one on the right, what was changed marked. No script, nothing from outside. */
export function diffPage(compared: ComparedDocuments, summary: DiffSummary, language: Language): string {
  const { a, b, rows } = compared;
  const tell = (key: string) => escaped(say(language, key));
  const title = b.document.description.title ?? a.document.description.title ?? b.name;
  const heading = `${escaped(title)} ${tell('diff/page-title')}`;
  return `<!DOCTYPE html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
${pageMark}
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${heading}</title>
<style>${style}</style>
</head>
<body>
<h1>${heading}</h1>
<p class="summary">${summaryLines(compared, summary, language).map(escaped).join('\n')}</p>
<input type="checkbox" id="all" checked><label for="all"> ${tell('diff/page-all')}</label>
<table lang="zh-CN">
<thead><tr><th>${tell('diff/page-older')}<br>${escaped(a.name)}</th><th>${tell('diff/page-newer')}<br>${escaped(b.name)}</th></tr></thead>
<tbody>
${rows.map((row) => tableRow(row, compared, language)).join('\n')}
</tbody>
</table>
</body>
</html>
`;
}

function tableRow(row: ComparedRow, { a, b }: ComparedDocuments, language: Language): string {
  const side = (version: typeof a, indices: readonly number[], isOlder: boolean) => {
    const [first] = indices;
    if (first === undefined)
      return `<td><p class="t">${escaped(say(language, isOlder ? 'diff/page-added' : 'diff/page-deleted'))}</p></td>`;
    const numbers = indices.map((i) => version.units[i]!.number).filter(Boolean);
    const isOther = row.move === 'renumbered' || row.status === 'split' || row.status === 'merged';
    const number =
      numbers.length === 0
        ? ''
        : `<span class="n">${isOther ? mark(numbers.join('、'), isOlder) : escaped(numbers.join('、'))}</span>　`;
    const notes = [
      row.status === 'split' || row.status === 'merged' ? `status-${row.status}` : '',
      row.move === 'moved' ? 'moved' : '',
    ];
    const told = notes.filter(Boolean).map((key) => `<p class="t">${escaped(say(language, `diff/${key}`))}</p>`);
    const kind = version.units[first]!.kind === 'heading' ? ' class="h"' : '';
    return `<td${kind}>${told.join('')}<p>${number}${content(row, isOlder)}</p></td>`;
  };
  return `<tr${isDifferent(row) ? '' : ' class="same"'}>${side(a, row.a, true)}${side(b, row.b, false)}</tr>`;
}

/** Paragraphs of one side with its changes marked. */
function content({ edits, textA, textB }: ComparedRow, isOlder: boolean): string {
  return edits
    .map(({ same, aStart, aEnd, bStart, bEnd }) => {
      const text = isOlder ? textA.slice(aStart, aEnd) : textB.slice(bStart, bEnd);
      // A break that was put in or taken out alone would not be seen.
      if (!same && text.trim() === '') return text === '' ? '' : `${mark('¶', isOlder)}</p><p>`;
      return text
        .split('\n')
        .map((line) => (same || line === '' ? escaped(line) : mark(line, isOlder)))
        .join('</p><p>');
    })
    .join('');
}

function mark(text: string, isOlder: boolean): string {
  return isOlder ? `<del>${escaped(text)}</del>` : `<ins>${escaped(text)}</ins>`;
}

/** Text of a document is never markup, nor may it turn the direction of what stands after it. */
function escaped(text: string): string {
  return text.replace(/[&<>"'`\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, (character) =>
    '&<>"\'`'.includes(character) ? `&#${character.charCodeAt(0)};` : '',
  );
}
