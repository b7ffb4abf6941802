import { corpusSize } from '../measure/deviation-of-proportions.ts';
import { type Dispersion, dispersion } from '../measure/dispersion.ts';
import { significant } from '../measure/significant.ts';
import type { Cell } from '../model/table.ts';
import { dispersionMeasures } from './dispersion-table.ts';
import type { Places } from './item-places.ts';
import type { Parts } from './parts.ts';

/** Items with names, as they stand in rows. */
export interface PlacedItems {
  readonly unit: 'term' | 'word';
  readonly forms: readonly string[];
  /** Category of a term, part of speech of a word. */
  readonly labels: readonly string[];
  readonly places: Places;
}

/**
 * Rows of dispersion.csv: items of at least `minFrequency` occurrences (at least 1) in the parts, the most frequent first,
 * then by form and label.
 */
export function* dispersionRows(items: PlacedItems, parts: Parts, minFrequency: number): Generator<readonly Cell[]> {
  const { unit, forms, labels } = items;
  const { starts, document, position } = byItem(items, parts);
  const corpus = corpusSize(parts.sizes);
  const frequency = (id: number) => starts[id + 1]! - starts[id]!;
  const order = [...forms.keys()]
    .filter((id) => frequency(id) >= Math.max(1, minFrequency))
    .sort(
      (a, b) =>
        frequency(b) - frequency(a) || compare(forms[a]!, forms[b]!) || compare(labels[a]!, labels[b]!) || a - b,
    );
  const inPart = new Uint32Array(parts.sizes.length);
  for (const id of order) {
    const used: number[] = [];
    const positions = position.subarray(starts[id]!, starts[id + 1]!);
    for (let i = starts[id]!; i < starts[id + 1]!; i++) {
      const part = parts.partOf(document[i]!, position[i]!);
      if (inPart[part]!++ === 0) used.push(part);
    }
    const counts = used.map((part) => inPart[part]!);
    for (const part of used) inPart[part] = 0;
    const sizes = used.map((part) => parts.sizes[part]!);
    const measured: Dispersion = dispersion({ counts, sizes, positions, length: parts.length }, corpus);
    const cells = dispersionMeasures.map((name) => significant(measured[name]));
    yield [unit, forms[id]!, labels[id]!, positions.length, corpus.parts, ...cells];
  }
}

/** Occurrences item by item in the order of the corpus, with places in it; those in no part left out. */
function byItem({ forms, places }: PlacedItems, { documentStart }: Parts) {
  const { starts, item, position } = places;
  const bounds = new Uint32Array(forms.length + 1);
  const eachPlace = (visit: (id: number, document: number, place: number) => void) => {
    for (let document = 0; document < starts.length; document++) {
      const begin = documentStart[document]!;
      if (begin < 0) continue;
      const end = document + 1 < starts.length ? starts.values[document + 1]! : item.length;
      for (let i = starts.values[document]!; i < end; i++) {
        visit(item.values[i]!, document, begin + position.values[i]!);
      }
    }
  };
  eachPlace((id) => {
    bounds[id + 1]!++;
  });
  for (let id = 0; id < forms.length; id++) bounds[id + 1]! += bounds[id]!;
  const next = bounds.slice(0, forms.length);
  const documents = new Uint32Array(bounds[forms.length]!);
  const positions = new Float64Array(bounds[forms.length]!);
  eachPlace((id, document, place) => {
    const at = next[id]!++;
    documents[at] = document;
    positions[at] = place;
  });
  return { starts: bounds, document: documents, position: positions };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
