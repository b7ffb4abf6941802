import { column, data, documentNames, table, titleOf, views } from './data.ts';
import { dataTable } from './data-table.ts';
import { element } from './element.ts';
import { say, show, shown, state } from './state.ts';
import { tableOf } from './table-of.ts';

/** What was read, and what there is to know of it. */
export function overviewView(): HTMLElement {
  const status = column('documents', 'status');
  const count = (wanted: string) => status.filter((value) => value === wanted).length;
  const bad = data.messages.reduce((sum, [, severity, number]) => sum + (severity === 'info' ? 0 : number), 0);
  const { documents, tokens, occurrences } = data.sums;
  const tile = (value: number, text: string, isBad = false) =>
    element('li', { class: isBad && value > 0 ? 'tile bad' : 'tile' }, element('strong', {}, shown(value)), ` ${text}`);
  const kept = new Set(views().map(({ id }) => id));
  const link = (row: number, text: string) => {
    const name = documentNames[row]!;
    if (!kept.has(name)) return text;
    const open = () => show('document', { document: name });
    return element('button', { type: 'button', class: 'link', onclick: open }, text);
  };
  const read = tableOf('documents', say('what-was-read'), {
    cells: { document: (row) => link(row, documentNames[row]!), title: (row) => titleOf(documentNames[row]!) },
  });
  const byRule = dataTable({
    caption: say('what-went-wrong'),
    columns: [
      { name: 'severity', value: (row) => data.messages[row]![1] },
      { name: 'rule', value: (row) => data.messages[row]![0] },
      { name: 'count', value: (row) => data.messages[row]![2] },
    ],
    rows: data.messages.length,
  });
  const each = tableOf('messages', say('each-message'), {
    without: [state.language === 'zh' ? 'reason' : 'reason_zh'],
  });
  const total = table('documents')?.total ?? 0;
  const cut = total > documentNames.length ? { shown: shown(documentNames.length), total: shown(total) } : undefined;
  return element(
    'div',
    {},
    element(
      'ul',
      { class: 'tiles' },
      tile(documents, say('documents')),
      tile(tokens, say('words')),
      tile(occurrences, say('occurrences')),
      tile(count('failed'), say('failed'), true),
      tile(count('partial'), say('partly'), true),
      tile(bad, say('warnings'), true),
    ),
    cut === undefined ? null : element('p', { class: 'note' }, say('documents-first', cut)),
    element('h3', {}, say('what-was-read')),
    read?.node ?? null,
    element('h3', {}, say('what-went-wrong')),
    byRule.node,
    each?.node ?? null,
  );
}
