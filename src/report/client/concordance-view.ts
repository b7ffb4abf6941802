import { choice } from './choice.ts';
import { type ConcordanceLine, reversed, termLines, textLines } from './concordance-lines.ts';
import { termNames, titleOf, views } from './data.ts';
import { element } from './element.ts';
import { say, show, shown, state } from './state.ts';
import { termChoice } from './term-choice.ts';

const pageLines = 100;

/** A term or any text with what stands before and after it. */
export function concordanceView(): HTMLElement {
  const text = state.chosen.text ?? termNames[0] ?? '';
  const sort = state.chosen.sort ?? 'place';
  const found = termLines(text);
  const lines = found?.lines ?? (text === '' ? [] : textLines(text));
  const status = found === undefined ? textStatus(text, lines.length) : termStatus(lines.length, found.total);
  const sorted = sort === 'place' ? lines : [...lines].sort(orders[sort]);
  const kept = new Set(views().map(({ id }) => id));
  const list = element('ol', { class: 'kwic' });
  const more = element('button', { type: 'button', class: 'more', onclick: () => add() }, say('more'));
  let count = 0;
  const add = () => {
    list.append(...sorted.slice(count, count + pageLines).map((line) => item(line, kept)));
    count += pageLines;
    more.hidden = count >= sorted.length;
  };
  add();
  return element(
    'div',
    {},
    element('p', { class: 'note' }, say('concordance-hint')),
    element(
      'div',
      { class: 'controls' },
      termChoice(say('term-or-text'), text, (text) => show('concordance', { text })),
      choice(
        say('sort'),
        [
          ['place', say('sort-place')],
          ['left', say('sort-left')],
          ['right', say('sort-right')],
        ],
        sort,
        (sort) => show('concordance', { sort }),
      ),
    ),
    element('p', { class: 'note', role: 'status' }, sorted.length === 0 ? say('none') : status),
    list,
    more,
  );
}

function item({ document, page, line, left, match, right }: ConcordanceLine, kept: ReadonlySet<string>): HTMLElement {
  const place = [page > 0 ? say('page', { page }) : '', line > 0 ? say('line', { line }) : '']
    .filter(Boolean)
    .join(' ');
  const title = titleOf(document);
  const open = () => show('document', { document, line: String(line) });
  const name = kept.has(document)
    ? element('button', { type: 'button', class: 'link', title: document, onclick: open }, title)
    : element('span', { title: document }, title);
  return element(
    'li',
    {},
    element('span', { class: 'left' }, element('bdi', {}, left)),
    element('mark', {}, match),
    element('span', { class: 'right' }, right),
    element('span', { class: 'place' }, place === '' ? null : place, name),
  );
}

const orders: Readonly<Record<string, (a: ConcordanceLine, b: ConcordanceLine) => number>> = {
  left: (a, b) => byUnit(reversed(a.left), reversed(b.left)),
  right: (a, b) => byUnit(a.right, b.right),
};

function byUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function termStatus(lines: number, total: number): string {
  return say(lines < total ? 'lines-sampled' : 'lines-of', { shown: shown(lines), total: shown(total) });
}

function textStatus(text: string, lines: number): string {
  const values = { text, shown: shown(lines), documents: shown(views().length) };
  return say(lines === 2000 ? 'lines-cut' : 'lines-text', values);
}
