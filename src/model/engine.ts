/** Words of one paragraph as columns: ends in UTF-16 units of the paragraph (the first starts at 0, no gaps) and forms. */
export interface Cut {
  length: number;
  readonly end: Uint32Array;
  /** Ids of forms in the engine's vocabulary, stable for the engine's life. */
  readonly form: Uint32Array;
}

/** A word segmenter. It gives columns, not strings; forms and tags are looked up once a type. */
export interface Engine {
  readonly name: string;
  readonly version: string;
  /** Segments one paragraph. The result is the engine's own buffer: valid until the next call. */
  cut(paragraph: string): Cut;
  /** The form of an id, as it stands in the text. */
  form(id: number): string;
  /** The id of a form, given one if it is new. */
  id(form: string): number;
  /** Part of speech of a form in jieba's tag set; empty where the lexicon does not know it. */
  tag(id: number): string;
  /** Ends (UTF-16 units inside the form, the last one its length) of the best reading that does not use the form itself. */
  parts(form: string): readonly number[];
}
