import type { Language } from '../wording/wording.ts';
import { say } from '../wording/wording.ts';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const html = (text: string) => text.replace(/[&<>"]/g, (sign) => escapes[sign]!);
const address = (name: string) => name.split('/').map(encodeURIComponent).join('/');

/** The page with the search box and the list of files. `tables` is undefined where nothing can search. */
export function viewPage(
  folder: string,
  files: readonly string[],
  tables: readonly string[] | undefined,
  language: Language,
): string {
  const tell = (key: string) => html(say(language, key));
  const report = files.includes('report.html')
    ? `<p><a class="report" href="/report.html">${tell('view/report')}</a></p>`
    : '';
  const options = (tables ?? []).map(
    (name) => `<option${name === 'occurrences' ? ' selected' : ''}>${html(name)}</option>`,
  );
  const search =
    tables === undefined
      ? `<p role="status">${tell('view/no-duckdb')}</p>`
      : `<form id="search" role="search">
<label>${tell('view/table')} <select name="table">${options.join('')}</select></label>
<label>${tell('view/column')} <select name="column"><option value="">${tell('view/any')}</option></select></label>
<label>${tell('view/words')} <input name="q" type="search" autofocus></label>
<button>${tell('view/search')}</button>
</form>
<p id="status" role="status" data-none="${tell('view/none')}" data-found="${tell('view/found')}" data-more="${tell('view/more')}"></p>
<div class="scroll"><table id="rows"></table></div>
<script src="/view.js"></script>`;
  const list = files.map((name) => `<li><a href="/${html(address(name))}">${html(name)}</a></li>`);
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${html(folder)} · cewen</title>
<link rel="stylesheet" href="/view.css"></head>
<body><h1>${html(folder)}</h1>
${report}
<h2>${tell('view/search-tables')}</h2>
${search}
<h2>${tell('view/files')}</h2>
<ul>${list.join('\n')}</ul>
</body></html>
`;
}

export const viewStyle = `body{font:16px/1.6 "Source Han Sans SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif;margin:1rem;color:#1a1f2b}
h1{font-size:1.3rem;overflow-wrap:anywhere}h2{font-size:1.1rem}form{display:flex;flex-wrap:wrap;gap:.6rem}
input,select,button{font:inherit;padding:.2rem .4rem}.scroll{overflow-x:auto}
table{border-collapse:collapse;font-size:.9rem}td,th{border:1px solid #cbd2dc;padding:.2rem .5rem;text-align:left;vertical-align:top;max-width:28rem}
th{background:#f1f4f8}mark{background:#fdeeb5}.report{font-size:1.1rem}ul{columns:20rem}
`;

/** Runs in the page. */
export const viewScript = `'use strict';
const form = document.getElementById('search');
const status = document.getElementById('status');
const rows = document.getElementById('rows');
const cell = (name, text) => { const node = document.createElement(name); node.textContent = text ?? ''; return node; };
const link = (name) => {
  const node = document.createElement('td');
  const a = document.createElement('a');
  a.href = '/document?name=' + encodeURIComponent(name);
  a.textContent = name;
  node.append(a);
  return node;
};
let shown = '';
async function search() {
  const asked = new URLSearchParams(new FormData(form));
  history.replaceState(null, '', '?' + asked);
  const answer = await fetch('/search?' + asked);
  if (!answer.ok) { status.textContent = (await answer.json()).error; return; }
  const { columns, rows: found, more } = await answer.json();
  if (shown !== asked.get('table')) {
    shown = asked.get('table');
    const select = form.elements.column;
    select.length = 1;
    for (const name of columns) select.add(new Option(name, name));
    select.value = columns.includes(asked.get('column')) ? asked.get('column') : '';
  }
  const head = document.createElement('tr');
  head.append(...columns.map((name) => cell('th', name)));
  const at = columns.indexOf('document');
  rows.replaceChildren(head, ...found.map((row) => {
    const line = document.createElement('tr');
    line.append(...row.map((text, i) => (i === at && text ? link(text) : cell('td', text))));
    return line;
  }));
  status.textContent = found.length === 0 ? status.dataset.none
    : (more ? status.dataset.more : status.dataset.found).replace('{count}', found.length);
}
form.addEventListener('submit', (event) => { event.preventDefault(); search(); });
form.elements.table.addEventListener('change', () => { form.elements.column.value = ''; search(); });
for (const [name, value] of new URLSearchParams(location.search)) if (form.elements[name]) form.elements[name].value = value;
search();
`;
