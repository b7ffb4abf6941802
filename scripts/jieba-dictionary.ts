import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { CharacterModel, Dictionary } from '../src/segment/lexicon/dictionary.ts';
import { buildDoubleArray } from '../src/segment/lexicon/double-array.ts';

interface Entry {
  readonly frequency: number;
  readonly tag: string;
}

/** The dictionary of the installed nodejieba, read as cppjieba reads it. */
export function readJiebaDictionary(): Dictionary {
  const files = createRequire(import.meta.url)('nodejieba') as Record<string, string>;
  const [words, own, hmm] = ['DEFAULT_DICT', 'DEFAULT_USER_DICT', 'DEFAULT_HMM_DICT'].map((name) =>
    readFileSync(files[name]!, 'utf8'),
  ) as [string, string, string];
  const digest = createHash('sha256').update(words).update(own).update(hmm).digest('hex').slice(0, 12);

  // Of a word that is listed twice the last entry holds.
  const entries = new Map<string, Entry>();
  const all: number[] = [];
  for (const line of words.split('\n')) {
    const [form, frequency, tag] = line.split(' ');
    if (!form) continue;
    all.push(Number(frequency));
    entries.set(form, { frequency: Number(frequency), tag: tag! });
  }
  all.sort((a, b) => a - b);
  const total = all.reduce((sum, frequency) => sum + frequency, 0);
  const median = all[all.length >> 1]!;
  for (const line of own.split(/\r?\n/)) {
    const [form, second = '', third] = line.split(' ');
    if (!form) continue;
    entries.set(form, third === undefined ? { frequency: median, tag: second } : { frequency: +second, tag: third });
  }

  const forms = [...entries.keys()];
  const { trie, slots } = buildDoubleArray(
    forms,
    forms.map((form) => entries.get(form)!.frequency),
  );
  const frequencies = [
    all[0]!,
    ...new Set([...entries.values()].map(({ frequency }) => frequency).sort((a, b) => a - b)),
  ];
  const tags = ['', ...[...new Set([...entries.values()].map(({ tag }) => tag))].filter(Boolean).sort()];
  const rank = new Uint16Array(trie.steps.length);
  const tag = new Uint8Array(trie.steps.length);
  for (const [i, form] of forms.entries()) {
    const entry = entries.get(form)!;
    rank[slots[i]!] = frequencies.indexOf(entry.frequency, 1);
    tag[slots[i]!] = tags.indexOf(entry.tag);
  }
  return {
    digest,
    trie,
    rank,
    frequencies: Float64Array.from(frequencies),
    weights: Float64Array.from(frequencies, (frequency) => Math.log(frequency / total)),
    tag,
    tags,
    total,
    longest: forms.reduce((longest, { length }) => Math.max(longest, length), 0),
    model: readModel(hmm),
  };
}

const impossible = -3.14e100;

function readModel(hmm: string): CharacterModel {
  const [start, b, e, m, s, ...emitted] = hmm.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'));
  const rows = new Uint16Array(0x10000);
  const emissions: number[] = new Array<number>(4).fill(impossible);
  for (const [state, line] of emitted.entries()) {
    for (const pair of line.split(',')) {
      const [character, probability] = pair.split(':') as [string, string];
      const unit = character.charCodeAt(0);
      if (rows[unit] === 0) {
        rows[unit] = emissions.length / 4;
        emissions.push(impossible, impossible, impossible, impossible);
      }
      emissions[rows[unit]! * 4 + state] = Number(probability);
    }
  }
  const numbers = (line: string) => Float64Array.from(line.trim().split(/ +/), Number);
  return {
    start: numbers(start!),
    transitions: numbers([b, e, m, s].join(' ')),
    rows,
    emissions: Float64Array.from(emissions),
  };
}
