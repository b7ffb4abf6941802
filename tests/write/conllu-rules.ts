/** A word of CoNLL-U. */
export interface ConlluWord {
  readonly form: string;
  readonly misc: ReadonlyMap<string, string>;
}

const universal = new Set('ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X'.split(' '));

/**
 * Reads CoNLL-U and throws at the first rule of universaldependencies.org/format that it breaks, syntax apart. Sentences are
 * lists of words.
 */
export function readConllu(text: string): ConlluWord[][] {
  const law = (holds: boolean, rule: string, line: string) => {
    if (!holds) throw new Error(`${rule}: ${JSON.stringify(line)}`);
  };
  law(text.normalize('NFC') === text, 'NFC', text);
  law(!text.includes('\r'), 'lines end in LF', text);
  law(text === '' || text.endsWith('\n\n'), 'a blank line after each sentence', text.slice(-20));
  const seen = new Set<string>();
  return text
    .split('\n\n')
    .slice(0, -1)
    .map((sentence) => {
      const comments = new Map<string, string>();
      const words: ConlluWord[] = [];
      let rebuilt = '';
      for (const line of sentence.split('\n')) {
        if (line.startsWith('# ') && words.length === 0) {
          const at = line.indexOf(' = ');
          comments.set(line.slice(2, at), line.slice(at + 3));
          continue;
        }
        const cells = line.split('\t');
        law(cells.length === 10, 'ten columns', line);
        for (const cell of cells)
          law(
            cell !== '' && !/^\p{White_Space}|\p{White_Space}$/u.test(cell),
            'no cell is empty or has space around it',
            line,
          );
        const [id, form, lemma, upos, xpos, feats, head, deprel, deps, misc] = cells as [string, ...string[]];
        law(id === String(words.length + 1), 'words are numbered', line);
        for (const cell of [form!, lemma!, upos!, xpos!])
          law(!/\p{White_Space}/u.test(cell), 'no white space but in MISC', line);
        law(universal.has(upos!), 'UPOS', line);
        law(
          [feats, head, deprel, deps].every((cell) => cell === '_'),
          'no syntax',
          line,
        );
        const values = misc!.split('|').map((pair) => pair.split('=') as [string, string]);
        law(
          values.every(([key, value]) => /^\w+$/.test(key) && value !== ''),
          'MISC is a list of key=value',
          line,
        );
        law(new Set(values.map(([key]) => key)).size === values.length, 'each key once', line);
        words.push({ form: form!, misc: new Map(values) });
        rebuilt += form! + (words.at(-1)!.misc.get('SpaceAfter') === 'No' ? '' : ' ');
      }
      law(words.length > 0, 'a sentence has words', sentence);
      law(words.at(-1)!.misc.get('SpaceAfter') === 'No', 'the last word too has SpaceAfter=No', sentence);
      law(comments.get('text') === rebuilt, '# text rebuilds', sentence);
      const id = comments.get('sent_id') ?? '';
      law(/^\P{White_Space}+$/u.test(id) && !seen.has(id), 'sent_id is there once', sentence);
      seen.add(id);
      return words;
    });
}

const signs: Readonly<Record<string, string>> = { s: ' ', t: '\t', n: '\n', r: '\r', p: '|', '\\': '\\' };

/** What stands behind the escapes of MISC. */
export function unescaped(value: string): string {
  return value.replace(/\\(?:u([0-9a-f]{4})|(.))/g, (_, code, sign) =>
    code === undefined ? signs[sign]! : String.fromCharCode(Number.parseInt(code, 16)),
  );
}
