import { describe, expect, it } from 'vitest';
import { readJiebaDictionary } from '../../scripts/jieba-dictionary.ts';
import { loadLexicon } from '../../src/run/resource/load-lexicon.ts';
import { encodeDictionary } from '../../src/segment/lexicon/dictionary-file.ts';
import { nodejieba } from '../nodejieba.ts';

describe.skipIf(nodejieba === undefined)('lexicon/jieba.bin.br (skipped where nodejieba is not installed)', () => {
  it('is what its script makes of the dictionaries of nodejieba, byte for byte', () => {
    const built = encodeDictionary(readJiebaDictionary());
    const kept = Buffer.from(new Uint8Array(loadLexicon()));
    expect(kept.length).toBe(built.length);
    expect(kept.compare(built)).toBe(0);
  });
});
