import type { DescribedDocument } from '../../model/document.ts';
import type { DescribedFile } from '../../write/data-package.ts';
import type { FileWriter } from '../../write/file-writer.ts';
import type { OutputFolder } from '../../write/folder.ts';
import { guardedSigns } from '../../write/formula-guard.ts';
import { textPaths } from '../../write/text-file.ts';
import type { FormatName } from '../format-names.ts';
import type { DocumentFormat, FormatContext } from './document-format.ts';
import { documentFormats } from './document-formats.ts';

/** The forms of documents that are asked for. */
export function wantedFormats(names: readonly FormatName[]): DocumentFormat[] {
  return documentFormats.filter(({ name }) => names.includes(name));
}

/** Paths of each document's files, a map a format; of the one file of all, those that its own would have. */
export function formatPaths(
  formats: readonly DocumentFormat[],
  documents: readonly string[],
): ReadonlyMap<string, string>[] {
  return formats.map(({ folder, each, isFlat }) => {
    if (isFlat !== true) return textPaths(documents, folder, each);
    const names = flatNames(documents);
    const paths = textPaths(names, folder, each);
    return new Map(documents.map((document, i) => [document, paths.get(names[i]!)!]));
  });
}

/** Names without folders: `2016/a.txt` is `2016__a.txt`, or `2016~1a.txt` where two documents would have one name. */
function flatNames(documents: readonly string[]): string[] {
  const names = documents.map((document) => plainStart(document.replaceAll('/', '__')));
  if (new Set(names).size === names.length) return names;
  return documents.map((document) => document.replaceAll('~', '~0').replaceAll('/', '~1'));
}

/** A name that no spreadsheet takes for a formula: in a table it has to stand as it is. */
function plainStart(name: string): string {
  return guardedSigns.has(name.charCodeAt(0)) || name.startsWith("'") ? `_${name}` : name;
}

/** A document in each format: a pure function, to be called where the document is. `paths` has its own path in each. */
export function documentTexts(
  document: DescribedDocument,
  formats: readonly DocumentFormat[],
  paths: readonly string[],
  context: FormatContext,
): string[] {
  return formats.map((format, i) => {
    const path = paths[i]!;
    const end = path.length - (format.each ?? '.txt').length;
    return format.text(document, path.slice(format.folder.length + 1, end), context);
  });
}

/** The files of the forms of documents while a run writes them; documents come in their order. */
export class DocumentFiles {
  readonly #folder: OutputFolder;
  readonly #formats: readonly DocumentFormat[];
  readonly #paths: readonly ReadonlyMap<string, string>[];
  readonly #context: FormatContext;
  /** The one file of all documents, where a format has it. */
  readonly #wholes: readonly (FileWriter | undefined)[];
  readonly #files: DescribedFile[][];

  constructor(
    folder: OutputFolder,
    formats: readonly DocumentFormat[],
    paths: readonly ReadonlyMap<string, string>[],
    context: FormatContext,
  ) {
    this.#folder = folder;
    this.#formats = formats;
    this.#paths = paths;
    this.#context = context;
    this.#wholes = formats.map((format) => {
      if (format.whole === undefined) return undefined;
      const file = folder.file(`${format.folder}/${format.whole}`);
      file.write(format.head?.(context) ?? '');
      return file;
    });
    this.#files = formats.map(() => []);
  }

  /** Takes in what `documentTexts` gave for a document, as bytes. */
  add(document: string, texts: readonly Uint8Array[]): void {
    for (const [i, text] of texts.entries()) {
      const whole = this.#wholes[i];
      if (whole !== undefined) {
        whole.append(text);
        continue;
      }
      if (text.length === 0 && this.#formats[i]!.isSparse === true) continue;
      const path = this.#paths[i]!.get(document)!;
      this.#files[i]!.push({ path, mediatype: this.#formats[i]!.mediatype, ...this.#folder.whole(path, text) });
    }
  }

  /** Ends the files of all documents and writes those beside them. */
  finish(): DescribedFile[] {
    return this.#formats.flatMap((format, i) => {
      const { folder, mediatype } = format;
      const beside = (format.files?.(this.#context) ?? []).map(({ path, text }) => {
        const name = `${folder}/${path}`;
        const file = this.#folder.file(name);
        file.write(text);
        return { path: name, ...file.close() };
      });
      const whole = this.#wholes[i];
      if (whole === undefined) return [...beside, ...this.#files[i]!];
      whole.write(format.tail?.(this.#context) ?? '');
      const schema = format.schema?.(this.#context);
      const path = `${folder}/${format.whole}`;
      return [...beside, { path, mediatype, ...(schema === undefined ? {} : { schema }), ...whole.close() }];
    });
  }
}
