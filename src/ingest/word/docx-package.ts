import type { PackedParts } from '../archive/packed-parts.ts';
import { attribute, type XmlNode, xmlChildren, xmlTree } from './xml-tree.ts';

/** A document's main part and the parts that belong to it, by what they are to it. */
export interface DocxPackage {
  readonly document: XmlNode;
  /** The content of the part that has this relation to the document, such as `styles`; undefined where there is none. */
  related(kind: string): Uint8Array | undefined;
  /** The name and content of the part that the document refers to by this id. */
  target(id: string): { readonly name: string; readonly content: Uint8Array | undefined } | undefined;
}

interface Relation {
  readonly id: string;
  /** The last part of its type, which is the same in both forms of the standard. */
  readonly kind: string;
  readonly target: string;
}

const usualDocument = 'word/document.xml';

/** Finds the parts of a document by their relations. Throws an Error where it has no text. */
export async function openPackage(parts: PackedParts): Promise<DocxPackage> {
  const root = await relationsOf(parts, '');
  const named = root.find(({ kind }) => kind === 'officeDocument')?.target;
  const name = named !== undefined && parts[named] !== undefined ? named : usualDocument;
  const document = await xmlTree(parts[name]);
  if (document === undefined) throw new Error('it has no text');
  const relations = await relationsOf(parts, name);
  return {
    document,
    related(kind) {
      const found = relations.find((relation) => relation.kind === kind);
      // Files whose list of relations is lost still have their parts where Word puts them.
      return parts[found?.target ?? `word/${kind}.xml`];
    },
    target(id) {
      const found = relations.find((relation) => relation.id === id);
      return found === undefined ? undefined : { name: found.target, content: parts[found.target] };
    },
  };
}

async function relationsOf(parts: PackedParts, part: string): Promise<Relation[]> {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const list = await xmlTree(parts[`${folder}_rels/${part.slice(slash)}.rels`]);
  return xmlChildren(list, 'Relationship')
    .filter((relation) => attribute(relation, 'TargetMode') !== 'External')
    .map((relation) => ({
      id: attribute(relation, 'Id') ?? '',
      kind: (attribute(relation, 'Type') ?? '').split('/').at(-1)!,
      target: partName(folder, attribute(relation, 'Target') ?? ''),
    }));
}

/** The name of a part from the folder of the part that refers to it. */
function partName(folder: string, target: string): string {
  const path = target.startsWith('/') ? target.slice(1) : folder + target;
  const names: string[] = [];
  for (const name of path.split('/')) {
    if (name === '..') names.pop();
    else if (name !== '.') names.push(name);
  }
  return names.join('/');
}
