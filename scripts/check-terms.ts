/**
 * Evidence for the built-in term list: `node .build/scripts/check-terms.js FOLDER...` tells in how many files of the
 * folders each term is found. Exit code 1 where a term is neither found nor has a source in its note.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decode } from '../src/ingest/encoding/decode.ts';
import type { Term } from '../src/model/term.ts';
import { readTermList } from '../src/tag/read-term-list.ts';

/** The forms that count under a term: itself and its variants. */
export function formsOf({ term, variants }: Term): string[] {
  return [term, ...variants];
}

/** Whether the note names a text that has the term. */
export function hasSource({ note }: Term): boolean {
  return /(^|; )source: \S/.test(note);
}

/**
 * A text as it is searched: without white space and invisible characters, so that a term is found across a broken line,
 * and with full-width letters, digits and plus signs (２１１工程, 人工智能＋) in their narrow form.
 */
export function squeeze(text: string): string {
  return text
    .replace(/[\s\u200b-\u200d\u2060\ufeff]+/g, '')
    .replace(/[０-９Ａ-Ｚａ-ｚ＋]/g, (unit) => String.fromCharCode(unit.charCodeAt(0) - 0xfee0));
}

/** Texts in a folder and the folders in it, in code unit order of their paths; other kinds of file are left out. */
export function textFiles(folder: string): string[] {
  const found: string[] = [];
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name);
    const entry = statSync(path);
    if (entry.isDirectory()) found.push(...textFiles(path));
    else if (/\.(txt|md|csv|tsv|html|xml)$/.test(name)) found.push(path);
  }
  return found;
}

interface Wanted {
  readonly form: string;
  readonly row: number;
  /** Strings that the occurrence must not lie inside, each with the place of the form in it. */
  readonly traps: readonly { readonly text: string; readonly at: number }[];
}

/** Counts, for each form of each row, the texts that have it outside the row's `not_in`. */
export class Evidence {
  readonly #byStart = new Map<number, Wanted[]>();
  readonly #files: Map<string, number>[];

  constructor(rows: readonly Term[]) {
    this.#files = rows.map(() => new Map());
    rows.forEach((row, index) => {
      for (const form of formsOf(row)) {
        const traps = row.notIn.flatMap((text) => placesOf(form, text).map((at) => ({ text, at })));
        const start = keyAt(form, 0);
        const wanted = this.#byStart.get(start);
        if (wanted === undefined) this.#byStart.set(start, [{ form, row: index, traps }]);
        else wanted.push({ form, row: index, traps });
      }
    });
  }

  /** Searches one text. */
  add(text: string): void {
    const squeezed = squeeze(text);
    const seen = new Set<Wanted>();
    for (let i = 0; i + 1 < squeezed.length; i++) {
      const candidates = this.#byStart.get(keyAt(squeezed, i));
      if (candidates === undefined) continue;
      for (const wanted of candidates) {
        if (seen.has(wanted) || !squeezed.startsWith(wanted.form, i)) continue;
        if (!wanted.traps.some(({ text, at }) => i >= at && squeezed.startsWith(text, i - at))) seen.add(wanted);
      }
    }
    for (const { form, row } of seen) {
      const files = this.#files[row]!;
      files.set(form, (files.get(form) ?? 0) + 1);
    }
  }

  /** Number of texts that have this form of the row. */
  files(row: number, form: string): number {
    return this.#files[row]?.get(form) ?? 0;
  }

  /** Whether some text has the term of the row or one of its variants. */
  found(row: number): boolean {
    return (this.#files[row]?.size ?? 0) > 0;
  }
}

/** Two units as one number: every form has at least two. */
function keyAt(text: string, at: number): number {
  return text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);
}

function placesOf(form: string, text: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) places.push(at);
  return places;
}

function main(folders: readonly string[]): number {
  if (folders.length === 0) {
    console.error('usage: node .build/scripts/check-terms.js FOLDER...');
    return 2;
  }
  const path = 'lexicon/policy-terms.csv';
  const { terms: rows, lines: lineOf, messages } = readTermList(decode(readFileSync(path)).text, path, path);
  if (messages.length > 0) throw new Error(`faults in the list: ${JSON.stringify(messages)}`);
  const evidence = new Evidence(rows);
  let texts = 0;
  for (const path of folders.flatMap(textFiles)) {
    evidence.add(decode(readFileSync(path), undefined, path).text);
    texts++;
  }
  const lines = rows.map((row, index) => {
    const counts = formsOf(row).map((form) => `${form} ${evidence.files(index, form)}`);
    return `${row.category}\t${counts.join('\t')}`;
  });
  const unsupported = rows.filter((row, index) => !evidence.found(index) && !hasSource(row));
  const unseen = rows.flatMap((row, index) => row.variants.filter((form) => evidence.files(index, form) === 0));
  console.log(lines.join('\n'));
  console.log(`${rows.length} terms, ${rows.reduce((sum, row) => sum + row.variants.length, 0)} variants`);
  console.log(`${new Set(rows.map((row) => row.category)).size} categories, ${texts} texts`);
  console.log(`only by source: ${rows.filter((row, index) => !evidence.found(index) && hasSource(row)).length}`);
  console.log(`variants not seen: ${unseen.join(' ') || 'none'}`);
  console.log(
    `unsupported: ${unsupported.map((row) => `${row.term} (line ${lineOf[rows.indexOf(row)]})`).join(' ') || 'none'}`,
  );
  return unsupported.length === 0 ? 0 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = main(process.argv.slice(2));
