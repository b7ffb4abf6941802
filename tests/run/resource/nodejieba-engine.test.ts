import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/model/engine.ts';
import { CorpusError } from '../../../src/model/errors.ts';
import { createNodejiebaEngine } from '../../../src/run/resource/nodejieba-engine.ts';
import { createSegment } from '../../../src/segment/segment.ts';
import { checkDocument } from '../../check-document.ts';
import { cleanDocument } from '../../clean-document.ts';
import { dictionary } from '../../dictionary.ts';
import { type Nodejieba, nodejieba } from '../../nodejieba.ts';
import { describeWithData } from '../../shared-data.ts';

const require = createRequire(import.meta.url);
const bare = nodejieba as Nodejieba;

const cutWith = (engine: Engine, text: string): string[] => {
  const { length, end, form } = engine.cut(text);
  const words: string[] = [];
  for (let i = 0; i < length; i++) {
    const word = text.slice(i === 0 ? 0 : end[i - 1], end[i]);
    if (engine.form(form[i]!) !== word) throw new Error(`form ${engine.form(form[i]!)} of ${word}`);
    words.push(word);
  }
  expect(words.join('')).toBe(text);
  return words;
};

const bareCut = (text: string) => bare.cut(text, true);

describe.skipIf(nodejieba === undefined)('nodejieba (skipped where it is not installed)', () => {
  const engine = createNodejiebaEngine(dictionary);
  const tagsOf = (text: string) => {
    const { length, form } = engine.cut(text);
    return Array.from(form.slice(0, length), (id) => engine.tag(id));
  };

  it('gives the words that nodejieba gives, whatever the text', () => {
    const unit = fc.constantFrom(
      ...'中国共产党发展国家经济的在了一二1５.aＡ，。、“”（）；—… \t\u0000\u3000①𠀀😀é\ue000',
      '1.',
      '2023年',
      '依法治国',
      'GDP',
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 60 }), (units) => {
        const text = units.join('');
        expect(cutWith(engine, text)).toEqual(bareCut(text));
      }),
      { numRuns: 500 },
    );
  });

  it('covers any string to the unit, half surrogate pairs and all', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('', '\ud800', '\udc00中', '中\ud83d国\ufffd', '\0\0'),
        (a, b) => {
          cutWith(engine, a + b + a);
        },
      ),
      { numRuns: 500 },
    );
    expect(cutWith(engine, '甲a\ufffdb乙')).toEqual(
      cutWith(engine, '甲a\ud800b乙').map((word) => word.replace('\ud800', '\ufffd')),
    );
  });

  it('cuts a paragraph of half a million characters like its pieces', () => {
    const sentence = '发展中国家坚持新型举国体制，加强2023年GDP统计。';
    const words = cutWith(engine, sentence);
    expect(cutWith(engine, sentence.repeat(20_000)).length).toBe(words.length * 20_000);
    const unbroken = cutWith(engine, '𠀀中国'.repeat(100_000));
    expect(unbroken.filter((word) => word === '中国').length).toBeGreaterThan(99_990);
  });

  it('gives the tags that nodejieba gives', () => {
    const text = '依法治国的中国共产党在2023年1月加强5G、GDP3.5%和①云计算建设，区块链蓝翔abc123，囧囧囧';
    const tagged = bare.tag(text);
    expect(tagged.map(({ word }) => word)).toEqual(cutWith(engine, text));
    expect(tagsOf(text)).toEqual(tagged.map(({ tag }) => tag));
  });

  it('reads words without their own entry as nodejieba does', () => {
    const lines = readFileSync(bare.DEFAULT_DICT, 'utf8').split('\n');
    // A prime step, so that words of all kinds come up.
    for (let i = 0; i < lines.length; i += 37) {
      const [word = '', , tag] = lines[i]!.split(' ');
      if (word === '') continue;
      expect(engine.tag(engine.id(word))).toBe(tag);
      const length = [...word].length;
      if (length < 2) continue;
      const ends = engine.parts(word);
      expect(ends.map((end, at) => word.slice(ends[at - 1] ?? 0, end))).toEqual(bare.cutSmall(word, length - 1));
    }
  });

  it('adds listed forms that the dictionary lacks, and leaves it as it is for those that it has', () => {
    const text = '坚持新型举国体制，推进供给侧结构性改革；中国在发展中国家5G和AI大模型建设。云计算与中国的双碳目标';
    const plain = cutWith(engine, text);
    const has = createNodejiebaEngine(dictionary, ['中国', '举国体制', '云计算', '区块链', '发展中国家']);
    expect(cutWith(has, text)).toEqual(plain);
    const listed = ['新型举国体制', '供给侧结构性改革', '5G', 'AI大模型', '双碳', '举国体制'];
    const more = createNodejiebaEngine(dictionary, listed);
    const words = cutWith(more, text);
    expect(words).toEqual(expect.arrayContaining(listed.slice(0, 5)));
    expect(words.filter((word) => !listed.includes(word)).every((word) => plain.includes(word))).toBe(true);
    expect(more.tag(more.id('供给侧结构性改革'))).toBe('n');
    // The engines share one nodejieba: each has to find its own words again.
    expect(cutWith(has, text)).toEqual(plain);
  });

  it('leaves nothing behind: no global names, no temporary files', () => {
    // A folder of its own: other processes have theirs in the common one.
    const folder = mkdtempSync(join(tmpdir(), 'cewen-test-'));
    const common = process.env.TMPDIR;
    process.env.TMPDIR = folder;
    try {
      expect(tmpdir()).toBe(folder);
      createNodejiebaEngine(dictionary, ['双碳目标']).cut('双碳目标');
      expect(readdirSync(folder)).toEqual([]);
    } finally {
      if (common === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = common;
      rmSync(folder, { recursive: true });
    }
    for (const name of ['dict', 'hmmDict', 'userDict', 'idfDict', 'stopWordDict'])
      expect(globalThis).not.toHaveProperty(name);
  });

  it('says which nodejieba and which dictionaries it uses', () => {
    expect(engine.version).toMatch(/^\d+\.\d+\.\d+\+[0-9a-f]{12}$/);
    expect(createNodejiebaEngine(dictionary, ['双碳目标']).version).toBe(engine.version);
  });

  it('reads the words of the boundary rule as the rule says', () => {
    const segment = createSegment(engine);
    const doc = segment.run(cleanDocument('中国共产党，举国体制；发展中国家、依法治国、印度尼西亚、内蒙古、广东省'));
    checkDocument(doc);
    const pieces: string[] = [];
    for (let i = 1; i < doc.fineEnds.length; i++) pieces.push(doc.text.slice(doc.fineEnds[i - 1], doc.fineEnds[i]));
    expect(pieces.join('|')).toBe(
      '中国|共产|党|，|举|国|体制|；|发展|中|国家|、|依法治国|、|印度尼西亚|、|内蒙古|、|广东|省',
    );
  });

  it('says clearly that dictionaries are missing, instead of ending the process', () => {
    const folder = mkdtempSync(join(tmpdir(), 'cewen-test-'));
    try {
      const copy = join(folder, 'node_modules/nodejieba');
      const original = dirname(require.resolve('nodejieba/package.json'));
      for (const part of ['package.json', 'index.js', 'build/Release/nodejieba.node'])
        cpSync(join(original, part), join(copy, part));
      const attempt = () => createNodejiebaEngine(dictionary, [], [], pathToFileURL(join(folder, 'here.js')));
      expect(attempt).toThrow(expect.objectContaining({ code: 'resource/dictionary-missing' }));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('an engine that is not there', () => {
  const attempt = (make: (folder: string) => void): unknown => {
    const folder = mkdtempSync(join(tmpdir(), 'cewen-test-'));
    try {
      make(folder);
      return createNodejiebaEngine(dictionary, [], [], pathToFileURL(join(folder, 'here.js')));
    } catch (error) {
      return error;
    } finally {
      rmSync(folder, { recursive: true });
    }
  };

  it('is told where the package is not installed', () => {
    const error = attempt(() => {});
    expect(error).toBeInstanceOf(CorpusError);
    expect(error).toMatchObject({ code: 'resource/engine-missing', values: { engine: 'nodejieba' } });
  });

  it('is told where its binary was not built', () => {
    const error = attempt((folder) => {
      const copy = join(folder, 'node_modules/nodejieba');
      mkdirSync(copy, { recursive: true });
      writeFileSync(join(copy, 'package.json'), '{ "name": "nodejieba", "version": "0.0.0" }');
      writeFileSync(join(copy, 'index.js'), '');
    });
    expect(error).toMatchObject({ code: 'resource/engine-missing', place: 'nodejieba' });
  });
});

describeWithData('nodejieba on real texts', (data) => {
  it.skipIf(nodejieba === undefined)("gives nodejieba's words and lawful documents", () => {
    const engine = createNodejiebaEngine(dictionary);
    const segment = createSegment(engine, { policyTokens: false });
    const folder = join(data, 'laws');
    for (const name of readdirSync(folder)
      .filter((file) => file.endsWith('.md'))
      .sort()
      .slice(0, 20)) {
      const lines = readFileSync(join(folder, name), 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '');
      const doc = segment.run(cleanDocument(...lines));
      checkDocument(doc);
      const { text, tokens } = doc;
      const words = Array.from(tokens.start, (start, i) => text.slice(start, tokens.end[i]));
      const expected = lines.flatMap(bareCut).filter((word) => /[\p{L}\p{Nd}\p{Nl}]/u.test(word));
      expect(words).toEqual(expected);
    }
  });
});
