import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chooseVariant } from '../../src/normalise/choose-variant.ts';
import { scriptShare } from '../../src/normalise/script-share.ts';
import { describeWithData } from '../shared-data.ts';

const chosen = (text: string) => chooseVariant(text, scriptShare(text));

describe('the kind of Traditional text', () => {
  it('is none for Simplified text with characters that both sides write', () => {
    expect(chosen('乾县、乾隆、著名、瞭望、慰藉、皇后、里程、干部')).toBeUndefined();
    expect(scriptShare('乾隆皇后的著作、藉口、於')).toEqual({ traditional: 0, simplified: 0 });
  });

  it('is none for Simplified text that quotes Traditional', () => {
    expect(chosen('国务院关于进一步促进经济发展的意见指出，「國務院」三字')).toBeUndefined();
  });

  it('is Traditional where most of what can tell is', () => {
    expect(chosen('行政院關於促進經濟發展的意見，「国务」二字')).toBe('t');
    expect(chosen('國務院')).toBe('t');
  });

  it('is that of Taiwan where the particle is written 著', () => {
    expect(chosen('隨著經濟發展，著作權法修正')).toBe('tw');
    expect(chosen('著作權法修正，顯著')).toBe('t');
    expect(chosen('隨着經濟發展，面臨著名問題')).toBe('t');
  });

  it('is none for Latin text and for nothing', () => {
    expect(chosen('')).toBeUndefined();
    expect(chosen('GDP 3.5%')).toBeUndefined();
  });
});

describeWithData('the kind of text of real documents', (data) => {
  const decided = (folder: string) =>
    readdirSync(join(data, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(txt|md|csv)$/.test(name) && name !== 'metadata.csv')
      .map((name) => chosen(readFileSync(join(data, folder, name), 'utf8')));

  it('is none for every law and report of the mainland', () => {
    expect(new Set([...decided('laws'), ...decided('reports')])).toEqual(new Set([undefined]));
  });

  it('is Traditional for every text of Taiwan and Hong Kong', () => {
    const kinds = decided('trad');
    expect(kinds.length).toBeGreaterThan(30);
    expect(kinds).not.toContain(undefined);
  });
});
