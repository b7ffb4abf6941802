import { termNames } from './data.ts';
import { element } from './element.ts';

/** A field for a term, which offers those of the list; `choose` gets what was typed. */
export function termChoice(label: string, chosen: string, choose: (text: string) => void): HTMLElement {
  const names = [...new Set(termNames)].slice(0, 1000);
  const list = element('datalist', { id: 'terms-list' }, ...names.map((value) => element('option', { value })));
  const field = element('input', {
    type: 'search',
    list: 'terms-list',
    value: chosen,
    name: 'term',
    onchange: (event) => choose((event.target as HTMLInputElement).value.trim()),
  });
  return element('span', {}, element('label', {}, `${label} `, field), list);
}
