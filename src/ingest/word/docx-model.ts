import { zipSync } from 'fflate';
import { readableMarkup } from './docx-markup.ts';
import type { DocxParts } from './docx-parts.ts';

/** An element of a document as mammoth reads it; what an element has depends on its type. */
export interface DocxElement {
  readonly type: string;
  readonly children?: readonly DocxElement[];
  /** Of a text. */
  readonly value?: string;
  /** Of a paragraph. */
  readonly styleId?: string | null;
  readonly styleName?: string | null;
  readonly numbering?: unknown;
  /** Of a cell. */
  readonly colSpan?: number;
  readonly rowSpan?: number;
  /** Of a bookmark. */
  readonly name?: string;
  readonly checked?: boolean;
  /** Of a reference to a note. */
  readonly noteType?: string;
  readonly noteId?: string;
}

export interface DocxNote {
  readonly body: readonly DocxElement[];
}

export interface DocxModel extends DocxElement {
  readonly notes: { resolve(reference: DocxElement): DocxNote | null };
}

/** Parts with the text of the document; the others hold styles, which the library needs, or what it does not. */
const bodyPart = /^word\/(?!styles|numbering|settings|theme|fontTable|webSettings)[^/]*\.xml$/;
/** What the library follows; comments, heads and feet are no text of the document. */
const neededPart = /^(?:\[Content_Types\]\.xml|.*\.rels|word\/(?!theme|comments|header|footer)[^/]*\.xml)$/;

const numberingPart = 'word/numbering.xml';

/** Reads the tree of a document. Throws what the library throws where the markup is wrong. */
export async function docxModel(parts: DocxParts): Promise<DocxModel> {
  try {
    return await readModel(parts);
  } catch (cause) {
    const { [numberingPart]: numbering, ...others } = parts;
    if (numbering === undefined) throw cause;
    // The library fails on lists whose style is missing, which Word reads as paragraphs.
    return readModel(others);
  }
}

async function readModel(parts: DocxParts): Promise<DocxModel> {
  const { default: mammoth } = await import('mammoth');
  const decoder = new TextDecoder();
  const encoder = new TextEncoder();
  const kept: Record<string, Uint8Array> = {};
  for (const [name, content] of Object.entries(parts)) {
    if (!neededPart.test(name)) continue;
    kept[name] = bodyPart.test(name) ? encoder.encode(readableMarkup(decoder.decode(content))) : content;
  }
  let model: DocxModel | undefined;
  await mammoth.convertToHtml(
    { buffer: Buffer.from(zipSync(kept, { level: 0 })) },
    {
      // The tree is all that is wanted: nothing is left to be made into a web page.
      transformDocument: (document: DocxModel) => {
        model = document;
        return { ...document, children: [] };
      },
    },
  );
  if (model === undefined) throw new Error('it has no text');
  return model;
}
