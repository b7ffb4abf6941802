import { describedFields } from '../model/description.ts';
import type { BlockKind, DescribedDocument } from '../model/document.ts';
import type { Term } from '../model/term.ts';
import { asciiId } from './ascii-id.ts';
import { attributeNames } from './attribute-names.ts';
import { documentFields } from './document-fields.ts';
import { documentParts, type Piece } from './document-parts.ts';
import { documentTerms, type TermOccurrence } from './document-terms.ts';
import { plainSigns } from './plain-signs.ts';

// Regions of one name must not overlap: an occurrence inside or across another has the next name. Lists do not nest deeper.
const termNames = ['term', 'term1', 'term2', 'term3', 'term4', 'term5'] as const;
const taken = ['id', 'document'];

interface Region {
  readonly level: number;
  /** Indices of its first piece and after its last. */
  readonly from: number;
  readonly to: number;
  readonly occurrence: TermOccurrence;
}

/** A document in the verticalised text of the IMS Open Corpus Workbench (cwb-encode), a word a line. */
export function vrtText(
  document: DescribedDocument,
  terms: readonly Term[],
  metadata: readonly string[],
  countKinds: readonly BlockKind[],
): string {
  const blocks = documentParts(document);
  const pieces = blocks.flatMap(({ sentences }) => sentences.flatMap((sentence) => sentence.pieces));
  const found = regions(pieces, documentTerms(document, terms));
  const opens = groupBy(found, ({ from }) => from);
  const closes = groupBy(found, ({ to }) => to);
  const counted = new Set<string>(countKinds);
  const fields = documentFields(document, metadata);
  const names = vrtNames(metadata);
  const values = fields.map(({ value }, i) => `${names[i]}="${attribute(value)}"`).join(' ');
  const out = [`<text id="${asciiId(document.id)}" document="${attribute(document.id)}" ${values}>`];
  let at = 0;
  for (const { block, sentences } of blocks) {
    if (sentences.length === 0) continue;
    out.push(
      `<p kind="${block.kind}" level="${block.level}" counted="${counted.has(block.kind) ? 1 : 0}" page="${block.page ?? ''}">`,
    );
    for (const { number, pieces: own } of sentences) {
      out.push(`<s id="${number}">`);
      for (const piece of own) {
        for (const { level, occurrence } of opens.get(at) ?? []) {
          out.push(
            `<${termNames[level]} name="${attribute(occurrence.term)}" category="${attribute(occurrence.category)}">`,
          );
        }
        out.push(line(piece));
        at++;
        for (const { level } of (closes.get(at) ?? []).toReversed()) out.push(`</${termNames[level]}>`);
      }
      out.push('</s>');
    }
    out.push('</p>');
  }
  out.push('</text>');
  return `${out.join('\n')}\n`;
}

/** Names of the attributes of `<text>` beside `id` and `document`, in the order of `documentFields`. */
function vrtNames(metadata: readonly string[]): string[] {
  return attributeNames([...describedFields, ...metadata], taken);
}

function line({ form, lemma, tag, universal }: Piece): string {
  return [content(form), content(lemma), tag === '' ? 'x' : tag, universal].join('\t');
}

/** The pieces that each occurrence reaches into, and the first level at which it meets no other. */
function regions(pieces: readonly Piece[], occurrences: readonly TermOccurrence[]): Region[] {
  const free = termNames.map(() => 0);
  let first = 0;
  return occurrences.flatMap((occurrence) => {
    while (first < pieces.length && pieces[first]!.end <= occurrence.start) first++;
    let to = first;
    while (to < pieces.length && pieces[to]!.start < occurrence.end) to++;
    const level = free.findIndex((end) => end <= first);
    if (to === first || level < 0) return [];
    free[level] = to;
    return [{ level, from: first, to, occurrence }];
  });
}

function groupBy(regions: readonly Region[], key: (region: Region) => number): ReadonlyMap<number, Region[]> {
  const groups = new Map<number, Region[]>();
  for (const region of regions.toSorted((a, b) => a.level - b.level)) {
    const group = groups.get(key(region));
    if (group === undefined) groups.set(key(region), [region]);
    else group.push(region);
  }
  return groups;
}

// cwb-encode -x knows these and no numbers of characters.
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A column of a line: a line break or a tab in it would begin another. */
function content(text: string): string {
  return plainSigns(text.replace(/\p{White_Space}+/gu, ' ')).replace(/[&<>"]/g, (sign) => entities[sign]!);
}

const attribute = content;

/** How the corpus is encoded: a script for a shell, and the registry file that cwb-encode would write. */
export function vrtFiles(metadata: readonly string[]): { path: string; text: string }[] {
  const names = vrtNames(metadata);
  const columns = ['lemma', 'pos', 'upos'];
  const structures: (readonly [string, readonly string[]])[] = [
    ['text', [...taken, ...names]],
    ['p', ['kind', 'level', 'counted', 'page']],
    ['s', ['id']],
    ...termNames.map((name) => [name, ['name', 'category']] as const),
  ];
  const encode = [
    '#!/bin/sh',
    '# Encodes corpus.vrt for the IMS Open Corpus Workbench 3.4 or later. Run it in this folder: sh encode.sh',
    'set -e',
    'data=$PWD/data',
    'mkdir -p "$data" registry',
    'sed "s|^HOME .*|HOME \\"$data\\"|" registry.txt > registry/policy',
    `cwb-encode -c utf8 -xsB -d "$data" -f corpus.vrt -R "$PWD/registry/policy" \\`,
    `  ${columns.map((name) => `-P ${name}`).join(' ')} \\`,
    structures.map(([name, attributes]) => `  -S ${name}:0+${attributes.join('+')}`).join(' \\\n'),
    'cwb-makeall -r "$PWD/registry" -V POLICY',
    'cwb-describe-corpus -r "$PWD/registry" -s POLICY',
    '',
  ].join('\n');
  const own = [...describedFields, ...metadata];
  const registry = [
    '## registry entry of the corpus POLICY',
    'NAME "policy texts, annotated by cewen"',
    'ID policy',
    'HOME "data"',
    '##:: charset = "utf8"',
    '##:: language = "zh"',
    '',
    'ATTRIBUTE word',
    ...columns.map((name) => `ATTRIBUTE ${name}`),
    '',
    ...structures.flatMap(([name, attributes]) => [
      `STRUCTURE ${name}`,
      ...attributes.map((attribute) => `STRUCTURE ${name}_${attribute}`),
    ]),
    '',
    ...own.flatMap((column, i) => (names[i] === column ? [] : [`# text_${names[i]} is the column ${content(column)}`])),
    '',
  ].join('\n');
  return [
    { path: 'encode.sh', text: encode },
    { path: 'registry.txt', text: registry },
  ];
}
