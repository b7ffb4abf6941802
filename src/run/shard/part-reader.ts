import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize } from 'node:v8';
import type { Message } from '../../model/message.ts';
import type { RenderedDocument } from '../result/rendered-document.ts';
import type { FailedDocument } from '../result/result-tables.ts';
import type { PartialTotal } from '../tables/count-plan.ts';
import {
  formsName,
  headsName,
  type PartLine,
  type PartManifest,
  rowsName,
  textsName,
  totalsName,
} from './part-folder.ts';

/** A document of a part, or one that failed. */
export type PartDocument =
  | { readonly document: RenderedDocument }
  | { readonly failed: FailedDocument; readonly message: Message };

/** The documents of a part in their order; no more of them is held than one document, and the lines of documents.jsonl. */
export function* partDocuments(folder: string, part: PartManifest): Generator<PartDocument> {
  const tables = new Map(part.tables.map((name) => [name, new BytesInOrder(join(folder, rowsName(name)))]));
  const texts = new BytesInOrder(join(folder, textsName));
  const forms = Array.from({ length: part.forms }, (_, i) => new BytesInOrder(join(folder, formsName(i))));
  try {
    for (const text of readFileSync(join(folder, headsName), 'utf8').split('\n').slice(0, -1)) {
      const line = JSON.parse(text) as PartLine;
      if ('failed' in line) {
        yield line;
        continue;
      }
      const rows = new Map(Object.entries(line.rows).map(([name, length]) => [name, tables.get(name)!.next(length)]));
      const own = line.forms.map((length, i) => forms[i]!.next(length));
      yield { document: { ...line.head, rows, text: texts.next(line.text), forms: own } };
    }
  } finally {
    for (const file of [...tables.values(), texts, ...forms]) file.close();
  }
}

/** What the documents of a part contribute to the tables of counts. */
export function partTotal(folder: string): PartialTotal {
  return deserialize(readFileSync(join(folder, totalsName))) as PartialTotal;
}

/** Reads a file piece by piece. */
class BytesInOrder {
  readonly #file: number;

  constructor(path: string) {
    this.#file = openSync(path, 'r');
  }

  next(length: number): Uint8Array {
    const bytes = Buffer.allocUnsafeSlow(length);
    let at = 0;
    while (at < length) {
      const read = readSync(this.#file, bytes, at, length - at, null);
      if (read === 0) throw new Error('a part is shorter than its digest says');
      at += read;
    }
    return bytes;
  }

  close(): void {
    closeSync(this.#file);
  }
}
