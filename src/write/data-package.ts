import { createHash } from 'node:crypto';
import type { TableSchema } from '../model/table.ts';
import type { FileDigest } from './file-writer.ts';

const profiles = 'https://datapackage.org/profiles/2.0';

/** A file of a result as the data package describes it; `schema` where it is a table, as CSV or in another form. */
export interface DescribedFile extends FileDigest {
  readonly path: string;
  readonly schema?: TableSchema;
  /** Plain text, or CSV where it has a schema, unless it says. */
  readonly mediatype?: string;
}

/**
 * The descriptor of a result in the form of Data Package 2.0 (datapackage.org). Descriptions are English, and Chinese
 * under `description@zh`; `conventions` holds what is meant by the numbers, in both languages.
 */
export function dataPackage(
  files: readonly DescribedFile[],
  conventions: { readonly en: string; readonly zh: string },
): Record<string, unknown> {
  return {
    $schema: `${profiles}/datapackage.json`,
    name: 'cewen-result',
    id: `sha256:${digestOf(files)}`,
    title: 'Tables from Chinese policy texts',
    'title@zh': '政策文本分析结果',
    description: conventions.en,
    'description@zh': conventions.zh,
    contributors: [{ title: 'cewen', roles: ['processing'] }],
    sources: [{ title: 'Documents and lists, with their digests', path: 'manifest.json' }],
    resources: files.map(resource),
  };
}

/** One digest of all files: what is in a result tells it from every other. */
function digestOf(files: readonly DescribedFile[]): string {
  const hash = createHash('sha256');
  for (const { path, sha256 } of files) hash.update(`${sha256} ${path}\n`);
  return hash.digest('hex');
}

function resource(file: DescribedFile): unknown {
  const { schema } = file;
  const mediatype = file.mediatype ?? (schema === undefined ? 'text/plain' : 'text/csv');
  const name = resourceName(file.path);
  const kind = {
    format: file.path.slice(file.path.lastIndexOf('.') + 1),
    mediatype,
    ...(isBinary.test(mediatype) ? {} : { encoding: 'utf-8' }),
  };
  const digest = { bytes: file.bytes, hash: `sha256:${file.sha256}` };
  if (schema === undefined)
    return { $schema: `${profiles}/dataresource.json`, name, path: file.path, ...kind, ...digest };
  return {
    $schema: `${profiles}/dataresource.json`,
    name,
    type: 'table',
    path: file.path,
    description: schema.en,
    'description@zh': schema.zh,
    ...kind,
    ...(mediatype === 'text/csv' ? { dialect } : {}),
    ...digest,
    schema: {
      $schema: `${profiles}/tableschema.json`,
      fields: schema.columns.map((column) => ({
        name: column.name,
        type: column.type,
        description: column.en,
        'description@zh': column.zh,
      })),
      missingValues: [''],
    },
  };
}

const isBinary = /parquet|spreadsheetml/;
const dialect = {
  $schema: `${profiles}/tabledialect.json`,
  delimiter: ',',
  lineTerminator: '\n',
  quoteChar: '"',
  doubleQuote: true,
  header: true,
};

/** Names of resources may hold lower-case Latin letters, digits and `. _ -`; all others are written as code points. */
function resourceName(path: string): string {
  const name = path.replace(/\.(csv)$/, '');
  return name.replace(/[^a-z0-9._/-]/g, (character) => `-u${(character.codePointAt(0) as number).toString(16)}`);
}
