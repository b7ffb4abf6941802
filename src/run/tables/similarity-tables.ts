import { groupBy } from '../../compare/groups.ts';
import type { ComparedItems } from '../../compare/keywords.ts';
import type { Profiles } from '../../compare/similarity.ts';
import { similarityRows } from '../../compare/similarity-rows.ts';
import { clustersSchema, coordinatesSchema, nearestSchema, similaritySchema } from '../../compare/similarity-tables.ts';
import { countedBlocks } from '../../count/counted-blocks.ts';
import { significant } from '../../measure/significant.ts';
import { number, text } from '../../model/columns.ts';
import type { Message } from '../../model/message.ts';
import { none } from '../settings.ts';
import { groupValue } from './group-value.ts';
import { HeldTotal, heldByDocument } from './held-total.ts';
import type { FamilyKind, WholeTable } from './table-family.ts';

/** similarity, nearest, clusters and coordinates, of documents or of the groups of --by. */
export const similarityTables: FamilyKind = {
  schemas: {
    similarity: similaritySchema,
    nearest: nearestSchema,
    clusters: clustersSchema,
    coordinates: coordinatesSchema,
  },
  create({ settings, stopWords, totals }) {
    const { by, by_separators: separators, similarity: given } = settings;
    totals.terms();
    totals.words();
    const heldValues = heldByDocument<string | undefined>();
    const heldShingles = new HeldTotal<Shingles>({
      empty: emptyShingles,
      merge: mergeShingles,
      inOrder: orderShingles,
    });
    const kinds = new Set(settings.count_kinds);
    const messages: Message[] = [];
    const matrices: WholeTable[] = [];
    return {
      name: 'similarity',
      messages,
      held: [heldValues, heldShingles],
      matrices: () => matrices,
      add(document) {
        heldValues.value.push(by === null ? document.id : groupValue(document, by));
        const { ids, documents } = heldShingles.value;
        const own = new Set<number>();
        for (const { start, end } of countedBlocks(document, kinds)) {
          const block = document.text.slice(start, end).replace(/[\s\p{P}]+/gu, '');
          for (let i = 0; i + given.shingle <= block.length; i++) {
            const shingle = block.slice(i, i + given.shingle);
            const id = ids.get(shingle) ?? ids.size;
            ids.set(shingle, id);
            own.add(id);
          }
        }
        documents.push(own);
      },
      finish(emit) {
        const whole = by === null || by === 'title' || separators === none;
        const groups = groupBy(heldValues.value, whole ? '' : separators);
        const count = groups.names.length;
        if (count > given.max_documents) {
          const left = { count, expected: given.max_documents };
          messages.push({ severity: 'warning', rule: 'compare/too-many-to-compare', values: left });
          return;
        }
        const items = totals.compared().find(({ unit }) => unit === (given.of === 'terms' ? 'term' : 'word'))!;
        const membersOf = (document: number) => groups.several.get(document) ?? [groups.of[document]!];
        const profiles = profilesOf(items, groups.names, membersOf, {
          features: given.features,
          minDocuments: given.min_documents,
          stopWords: given.of === 'terms' ? new Set() : stopWords,
        });
        const merged = groups.names.map(() => new Set<number>());
        heldShingles.value.documents.forEach((own, document) => {
          for (const member of membersOf(document)) for (const id of own) merged[member]?.add(id);
        });
        const rows = similarityRows({ ...profiles, shingles: merged }, given);
        if (rows.empty.length > 0) {
          const left = { count: rows.empty.length, found: rows.empty.slice(0, 10).join(', ') };
          messages.push({ severity: 'warning', rule: 'compare/nothing-to-compare', values: left });
        }
        const written =
          given.max_rows === 0 ? rows.similarity.length : Math.min(given.max_rows, rows.similarity.length);
        if (written < rows.similarity.length) {
          const left = { count: rows.similarity.length - written, written };
          messages.push({ severity: 'warning', rule: 'compare/pairs-left-out', values: left });
        }
        for (const row of rows.similarity.slice(0, written)) emit('similarity', row);
        for (const row of rows.nearest) emit('nearest', row);
        for (const row of rows.coordinates) emit('coordinates', row);
        for (const row of rows.tree) emit('clusters', row);
        if (!given.matrix) return;
        const en = `Distance by ${given.measure}.`;
        const zh = `距离矩阵：${given.measure}。`;
        const cells = rows.names.map((name) => number(name, en, zh));
        const columns = [text('document', 'The document of the row.', '该行的文档。'), ...cells];
        matrices.push({
          schema: { name: 'matrix_distance', en, zh, columns },
          rows: rows.names.map((name, i) => [name, ...Array.from(rows.matrix[i]!, significant)]),
        });
      },
    };
  },
};

/** Runs of characters by their ids, and those of each document. */
interface Shingles {
  readonly ids: Map<string, number>;
  readonly documents: Set<number>[];
}

function emptyShingles(): Shingles {
  return { ids: new Map(), documents: [] };
}

function mergeShingles({ ids, documents }: Shingles, other: Shingles): void {
  const here = new Uint32Array(other.ids.size);
  for (const [shingle, id] of other.ids) {
    const known = ids.get(shingle) ?? ids.size;
    ids.set(shingle, known);
    here[id] = known;
  }
  for (const own of other.documents) documents.push(new Set(Array.from(own, (id) => here[id]!)));
}

function orderShingles({ documents }: Shingles, order: Uint32Array): void {
  const sorted = Array.from(order, (place) => documents[place]!);
  sorted.forEach((own, i) => {
    documents[i] = own;
  });
}

interface Features {
  readonly features: number;
  readonly minDocuments: number;
  readonly stopWords: ReadonlySet<string>;
}

/** Counts of the chosen items in each document or group. */
function profilesOf(
  { forms, postings }: ComparedItems,
  names: readonly string[],
  membersOf: (document: number) => readonly number[],
  { features, minDocuments, stopWords }: Features,
): Profiles {
  const { starts, item, count, sizes } = postings;
  const frequency = new Float64Array(forms.length);
  const documents = new Uint32Array(forms.length);
  for (let i = 0; i < item.length; i++) {
    frequency[item.values[i]!]! += count.values[i]!;
    documents[item.values[i]!]!++;
  }
  const chosen = [...forms.keys()].filter((id) => documents[id]! >= minDocuments && !stopWords.has(forms[id]!));
  chosen.sort(
    (a, b) => frequency[b]! - frequency[a]! || (forms[a]! < forms[b]! ? -1 : forms[a]! > forms[b]! ? 1 : a - b),
  );
  const column = new Int32Array(forms.length).fill(-1);
  const width = Math.min(features, chosen.length);
  for (let k = 0; k < width; k++) column[chosen[k]!] = k;
  const counts = names.map(() => new Float64Array(width));
  const tokens = new Array<number>(names.length).fill(0);
  for (let document = 0; document < starts.length; document++) {
    const end = document + 1 < starts.length ? starts.values[document + 1]! : item.length;
    for (const member of membersOf(document)) {
      if (member < 0) continue;
      tokens[member]! += sizes.values[document]!;
      for (let i = starts.values[document]!; i < end; i++) {
        const at = column[item.values[i]!]!;
        if (at >= 0) counts[member]![at]! += count.values[i]!;
      }
    }
  }
  return { names, counts, sizes: tokens };
}
