import type { TableSchema } from '../model/table.ts';
import type { FileDigest } from './file-writer.ts';

/** A file of a result as the data package describes it; `schema` where it is a table. */
export interface DescribedFile extends FileDigest {
  readonly path: string;
  readonly schema?: TableSchema;
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
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'cewen-result',
    title: 'Tables from Chinese policy texts',
    'title@zh': '政策文本分析结果',
    description: conventions.en,
    'description@zh': conventions.zh,
    resources: files.map(resource),
  };
}

function resource(file: DescribedFile): unknown {
  const { schema } = file;
  const digest = { bytes: file.bytes, hash: `sha256:${file.sha256}` };
  if (schema === undefined) {
    return {
      name: resourceName(file.path),
      path: file.path,
      format: file.path.slice(file.path.lastIndexOf('.') + 1),
      mediatype: 'text/plain',
      encoding: 'utf-8',
      ...digest,
    };
  }
  return {
    name: resourceName(file.path),
    type: 'table',
    path: file.path,
    description: schema.en,
    'description@zh': schema.zh,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: { delimiter: ',', lineTerminator: '\n', quoteChar: '"', doubleQuote: true, header: true },
    ...digest,
    schema: {
      $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
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

/** Names of resources may hold lower-case Latin letters, digits and `. _ -`; all others are written as code points. */
function resourceName(path: string): string {
  const name = path.replace(/\.(csv)$/, '');
  return name.replace(/[^a-z0-9._/-]/g, (character) => `-u${(character.codePointAt(0) as number).toString(16)}`);
}
