import { readFileSync } from 'node:fs';
import { Converter } from 'opencc-js';

/** A word of a treebank. */
export interface TreebankWord {
  readonly form: string;
  /** Universal part of speech. */
  readonly upos: string;
  /** Index of its head in the sentence; -1 of the root. */
  readonly head: number;
}

/** A sentence of a treebank, its words in order. */
export interface TreebankSentence {
  readonly id: string;
  readonly words: readonly TreebankWord[];
}

/** The sentences of a CoNLL-U file. Words of several tokens and empty nodes are left out, as Chinese treebanks have none. */
export function readTreebank(path: string): TreebankSentence[] {
  return readFileSync(path, 'utf8')
    .split(/\r?\n\r?\n/)
    .flatMap((block) => {
      const lines = block.split(/\r?\n/);
      const id =
        lines
          .find((line) => line.startsWith('# sent_id'))
          ?.split('=')[1]
          ?.trim() ?? '';
      const words = lines.flatMap((line) => {
        const [number, form, , upos, , , head] = line.split('\t');
        if (!/^\d+$/.test(number ?? '') || head === undefined) return [];
        return { form: form!, upos: upos!, head: Number(head) - 1 };
      });
      return words.length === 0 ? [] : { id, words };
    });
}

/** The sentences in Simplified characters, word by word. */
export function toSimplified(sentences: readonly TreebankSentence[]): TreebankSentence[] {
  const convert = Converter({ from: 't', to: 'cn' });
  return sentences.map(({ id, words }) => ({
    id,
    words: words.map((word) => ({ ...word, form: convert(word.form) })),
  }));
}
