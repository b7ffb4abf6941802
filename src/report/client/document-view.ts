import type { DocumentView, ViewBlock, ViewLine } from '../report-data.ts';
import { choice } from './choice.ts';
import { colour } from './colours.ts';
import { data, mainCategories, mainCategory, titleOf, views } from './data.ts';
import { element } from './element.ts';
import { nameOf, say, show, shown, state } from './state.ts';
import type { View } from './view.ts';

const unsure = 80;

/** A repaired text with its terms, beside the lines of its source with the decision at every break. */
export function documentPage(): View {
  const all = views();
  const view = all.find(({ id }) => id === state.chosen.document) ?? all[0];
  if (view === undefined) return { node: element('p', { role: 'status' }, say('no-documents')) };
  const doubtful = view.lines.filter(isUnsure).length;
  const body = element('div', { class: 'sides' });
  for (const { block, blocks, lines, first } of parts(view)) {
    const left = lines.map(([line, number]) => sourceLine(line, number, view.rules));
    const right = element('div', {});
    if (first) right.append(...blocks.map((number) => repaired(view.blocks[number - 1]!, view)));
    else if (block > 0) right.append(element('div', { class: 'goes-on' }, '…'));
    body.append(element('div', { class: 'side-row' }, element('div', { class: 'source' }, ...left), right));
  }
  let at = -1;
  const next = () => {
    const marks = body.querySelectorAll<HTMLElement>('.unsure');
    if (marks.length === 0) return;
    at = (at + 1) % marks.length;
    const mark = marks[at]!;
    mark.focus();
    mark.scrollIntoView({ block: 'center' });
  };
  const legend = [...new Set(view.terms.map(([, path]) => mainCategory(path)))].map((name) =>
    element('span', { class: 'badge', style: `--mark:${categoryColour(name)}` }, name || say('no-category')),
  );
  const total = data.sums.documents;
  const node = element(
    'div',
    {},
    element(
      'div',
      { class: 'controls' },
      choice(
        say('document'),
        all.map(({ id }) => [id, titleOf(id)]),
        view.id,
        (document) => show('document', { document, line: '' }),
      ),
      element('button', { type: 'button', onclick: next, disabled: doubtful === 0 }, say('next-unsure')),
      element('span', { class: 'note' }, doubtful === 0 ? say('no-unsure') : say('unsure', { count: doubtful })),
    ),
    all.length < total
      ? element('p', { class: 'note' }, say('documents-sampled', { shown: shown(all.length), total: shown(total) }))
      : null,
    element('h3', {}, titleOf(view.id)),
    element('p', { class: 'note' }, view.id),
    element('p', { class: 'note' }, say('document-hint')),
    element('p', { class: 'legend' }, `${say('highlight')}: `, ...legend),
    element(
      'div',
      { class: 'side-heads', 'aria-hidden': 'true' },
      element('strong', {}, say('source')),
      element('strong', {}, say('repaired')),
    ),
    body,
    view.cut ? element('p', { class: 'note' }, say('view-cut')) : null,
  );
  const wanted = Number(state.chosen.line ?? 0);
  const draw = () => {
    if (wanted > 0) {
      const line = body.querySelector<HTMLElement>(`[data-line="${wanted}"]`);
      line?.classList.add('wanted');
      line?.scrollIntoView({ block: 'center' });
    }
  };
  return { node, draw };
}

interface Part {
  readonly block: number;
  /** The block, and those that begin inside its lines. */
  readonly blocks: readonly number[];
  readonly lines: (readonly [line: ViewLine, number: number])[];
  /** Whether the block was not shown before: furniture may stand inside a paragraph. */
  readonly first: boolean;
}

/** Lines of one block together; blank ones go with the lines before them. */
function parts({ lines, blocks }: DocumentView): Part[] {
  const begun = new Set(lines.map(([, block]) => block));
  const found: Part[] = [];
  const seen = new Set<number>();
  lines.forEach((line, i) => {
    const block = line[1];
    const last = found.at(-1);
    const isBlank = line[0].trim() === '';
    if (last !== undefined && (last.block === block || isBlank)) {
      last.lines.push([line, i + 1]);
      return;
    }
    const own = block > 0 ? [block] : [];
    for (let next = block + 1; block > 0 && next <= blocks.length && !begun.has(next); next++) own.push(next);
    found.push({ block, blocks: own, lines: [[line, i + 1]], first: !seen.has(block) });
    seen.add(block);
  });
  return found;
}

function isUnsure([, , , decision, , confidence]: ViewLine): boolean {
  return decision >= 0 && confidence < unsure;
}

function sourceLine(line: ViewLine, number: number, rules: readonly string[]): HTMLElement {
  const [text, , page, decision, rule, confidence] = line;
  const why = decision < 0 ? '' : nameOf('rule', rules[rule] ?? '');
  const told = `${say(decision === 1 ? 'joined' : 'kept')}: ${why} (${confidence} %)`;
  const kind = `decision ${decision === 1 ? 'join' : 'keep'}${isUnsure(line) ? ' unsure' : ''}`;
  const mark =
    decision < 0
      ? null
      : element(
          'span',
          { class: kind, title: told, tabindex: isUnsure(line) ? 0 : null, role: 'img', 'aria-label': told },
          `${decision === 1 ? '↩' : '¶'}${confidence}`,
        );
  const place = page > 0 ? say('page', { page }) : '';
  return element(
    'div',
    { class: 'line', 'data-line': number },
    element('span', { class: 'line-number', title: place }, String(number)),
    element('span', { class: 'line-text' }, text, ' ', mark),
  );
}

function repaired([kind, level, text, terms]: ViewBlock, view: DocumentView): HTMLElement {
  if (kind === 'furniture') {
    return element('div', { class: 'out' }, `${nameOf('block', kind)}: ${say('left')}`);
  }
  const label = `${nameOf('block', kind)}${kind === 'heading' ? ` ${level}` : ''}`;
  const content = element('div', { class: `repaired kind-${kind}` }, element('span', { class: 'kind' }, label), ' ');
  let at = 0;
  for (let i = 0; i < terms.length; i += 4) {
    const [start, end, number] = [terms[i]!, terms[i + 1]!, terms[i + 2]!];
    // A term inside a longer one, or across its end, has its name in the longer one's place.
    if (start < at) continue;
    const [term, category] = view.terms[number]!;
    const inside = [term];
    for (let j = i + 4; j < terms.length && terms[j]! < end; j += 4) inside.push(view.terms[terms[j + 2]!]![0]);
    content.append(text.slice(at, start));
    content.append(
      element(
        'mark',
        {
          class: 'term',
          style: `--mark:${categoryColour(mainCategory(category))}`,
          title: `${inside.join('、')} · ${category}`,
        },
        text.slice(start, end),
      ),
    );
    at = end;
  }
  content.append(text.slice(at));
  return content;
}

function categoryColour(name: string): string {
  return colour(Math.max(0, mainCategories.indexOf(name)));
}
