import { choice } from './choice.ts';
import { colour } from './colours.ts';
import { byYear, categories, mainCategories, mainCategory, termNames, years } from './data.ts';
import type { TableColumn } from './data-table.ts';
import { element } from './element.ts';
import { sparkline } from './sparkline.ts';
import { say, show } from './state.ts';
import { tableOf } from './table-of.ts';

/** Terms and words with their frequencies. */
export function termsView(): HTMLElement {
  let wanted = '';
  const line: TableColumn = {
    name: 'sparkline',
    value: (row) => byYear(row).reduce<number>((sum, value) => sum + (value ?? 0), 0),
    cell: (row) => sparkline(byYear(row), `${termNames[row]} ${years[0]}–${years.at(-1)}`),
  };
  const terms = tableOf('terms', say('terms'), {
    hidden: (row) => wanted !== '' && categories[row] !== wanted,
    cells: {
      term: (row) => {
        const open = () => show('concordance', { text: termNames[row]!, category: categories[row]! });
        return element('button', { type: 'button', class: 'link', onclick: open }, termNames[row]!);
      },
      category: (row) => badge(categories[row]!),
    },
    last: years.length > 1 ? [line] : [],
  });
  const all = [...new Set(categories)].map((path) => [path, path === '' ? say('no-category') : path] as const);
  const filter = choice(say('category'), [['', say('all')], ...all.filter(([path]) => path !== '')], '', (value) => {
    wanted = value;
    terms?.update();
  });
  const words = tableOf('words', say('word-list'));
  return element(
    'div',
    {},
    element('p', { class: 'note' }, say('terms-hint')),
    element('div', { class: 'controls' }, filter),
    terms?.node ?? element('p', {}, say('none')),
    element('h3', {}, say('word-list')),
    words?.node ?? element('p', {}, say('none')),
  );
}

/** A category with the colour of its first part. */
export function badge(path: string): HTMLElement {
  const number = mainCategories.indexOf(mainCategory(path));
  return element('span', { class: 'badge', style: `--mark:${colour(Math.max(0, number))}` }, path);
}
