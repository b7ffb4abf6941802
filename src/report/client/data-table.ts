import type { ReportCell } from '../report-data.ts';
import { element } from './element.ts';
import { nameOf, say, shown } from './state.ts';

export interface TableColumn {
  readonly name: string;
  /** Heading; the name of the column in the page's language where it is not given. */
  readonly head?: string;
  readonly value: (row: number) => ReportCell;
  /** What stands in the cell in place of the value. */
  readonly cell?: (row: number) => Node | string;
}

export interface TableOptions {
  readonly caption: string;
  readonly columns: readonly TableColumn[];
  readonly rows: number;
  /** What is said below of rows that are not here. */
  readonly note?: string;
  readonly hidden?: (row: number) => boolean;
}

const pageRows = 50;

/** A table that is sorted by its headings and searched in all its cells. `update` shows it anew. */
export function dataTable({ caption, columns, rows, note, hidden }: TableOptions): {
  node: HTMLElement;
  update(): void;
} {
  let sorted = -1;
  let falling = false;
  let wanted = '';
  let most = pageRows;
  const isNumber = columns.map(({ value }) => {
    for (let row = 0; row < rows; row++) {
      const cell = value(row);
      if (cell !== null) return typeof cell === 'number';
    }
    return false;
  });
  const texts = Array.from({ length: rows }, (_, row) =>
    columns
      .map(({ value }) => value(row) ?? '')
      .join('\n')
      .toLowerCase(),
  );

  const order = (): number[] => {
    const found: number[] = [];
    for (let row = 0; row < rows; row++) {
      if (hidden?.(row) !== true && (wanted === '' || texts[row]!.includes(wanted))) found.push(row);
    }
    const by = columns[sorted]?.value;
    if (by !== undefined) found.sort((a, b) => (falling ? -1 : 1) * compare(by(a), by(b)) || a - b);
    return found;
  };

  const body = element('tbody');
  const status = element('p', { class: 'note', role: 'status' });
  const more = element(
    'button',
    { type: 'button', class: 'more', onclick: () => update(most + pageRows * 4) },
    say('more'),
  );
  const heads = columns.map(({ name, head }, i) =>
    element(
      'th',
      { scope: 'col', class: isNumber[i]! ? 'number' : null, 'data-column': name },
      element('button', { type: 'button', onclick: () => sortBy(i) }, head ?? nameOf('column', name)),
    ),
  );

  function sortBy(i: number): void {
    // Numbers are looked at from the greatest down.
    falling = sorted === i ? !falling : isNumber[i]!;
    sorted = i;
    heads.forEach((head, at) => {
      if (at === i) head.setAttribute('aria-sort', falling ? 'descending' : 'ascending');
      else head.removeAttribute('aria-sort');
    });
    update(pageRows);
  }

  function update(upTo = most): void {
    most = upTo;
    const found = order();
    body.replaceChildren(
      ...found.slice(0, most).map((row) =>
        element(
          'tr',
          {},
          ...columns.map(({ value, cell }, i) => {
            const content = cell?.(row) ?? plain(value(row));
            return element('td', { class: isNumber[i]! ? 'number' : null }, content);
          }),
        ),
      ),
    );
    const counted = say('rows', { shown: shown(Math.min(most, found.length)), total: shown(found.length) });
    status.textContent = found.length === 0 ? say('none') : note === undefined ? counted : `${counted} · ${note}`;
    more.hidden = found.length <= most;
  }

  const search = element('input', {
    type: 'search',
    placeholder: say('search'),
    'aria-label': `${say('search')}: ${caption}`,
    oninput: (event) => {
      wanted = (event.target as HTMLInputElement).value.trim().toLowerCase();
      update(pageRows);
    },
  });
  update();
  const node = element(
    'div',
    { class: 'table' },
    element('div', { class: 'controls' }, search),
    element(
      'div',
      { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': caption },
      element('table', {}, element('caption', {}, caption), element('thead', {}, element('tr', {}, ...heads)), body),
    ),
    status,
    more,
  );
  return { node, update };
}

function plain(value: ReportCell): string {
  return typeof value === 'number' ? shown(value) : (value ?? '');
}

/** Missing values come first; strings by code unit. */
function compare(a: ReportCell, b: ReportCell): number {
  if (a === b) return 0;
  if (a === null) return -1;
  if (b === null) return 1;
  return a < b ? -1 : 1;
}
