import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { decode } from '../../src/ingest/encoding/decode.ts';
import { checkDocument } from '../check-document.ts';
import { repairText } from '../repair-text.ts';
import { describeWithData } from '../shared-data.ts';

/** What texts are made of, in the proportions that make trouble. */
const piece = fc.oneof(
  fc.constantFrom('\n', '\n\n', '\r\n', '\f', '\n ', '　　', ' ', '\t', '\u2028', '\u200b', '\u0007'),
  fc.constantFrom(
    '第一章 总则',
    '第三条',
    '一、总体要求',
    '（一）',
    '1.',
    '①',
    '[12]',
    '——',
    '目录',
    '参考文献',
    '附件1',
  ),
  fc.constantFrom('— 3 —', '第1页共5页', '2023年第5期', '打印', '【字号：大 中 小】', 'https://example.org/a 1/3'),
  fc.constantFrom('。', '，', '；', '：“', '”', '《', '》', '（', '）', '…', '!', '.'),
  fc.constantFrom('⼀', '⻓', '金', '犜犺犲犮', '(cid:12)', '\ue000', '\ufffd', '𠮷', '\ud842', '\udfb7'),
  fc.constantFrom('# ', '- ', '**', '`', '| a | b |', '<!-- x -->', '> '),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
  fc.stringMatching(/^[一-龥]{1,30}$/),
  fc.stringMatching(/^[A-Za-z]{1,9}-?$/),
);

describe('every unit of the raw text is in one block, in furniture, or removed with a reason', () => {
  it.each(['text', 'markdown'])('whatever the %s', (format) => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => checkDocument(repairText(pieces.join(''), format))),
      { numRuns: 400 },
    );
  });
});

describe('every unit of every sample text is accounted for', () => {
  const corpus = fileURLToPath(new URL('../../corpus', import.meta.url));
  const names = readdirSync(corpus, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\d{4}.*\.(txt|md)$/.test(name),
  );
  it.each(names)('%s', (name) => {
    checkDocument(
      repairText(decode(readFileSync(join(corpus, name))).text, name.endsWith('.md') ? 'markdown' : 'text'),
    );
  });
});

describeWithData('every unit of every real text is accounted for', (data) => {
  const folders = ['article', 'typeset', 'laws_pdf', 'reports', 'trad', 'laws', 'office/encodings', 'gold'];
  it.each(folders)('%s', (folder) => {
    for (const name of readdirSync(join(data, folder), { recursive: true, encoding: 'utf8' })) {
      const path = join(data, folder, name);
      if (!/\.(txt|md|tsv|conll)$/.test(name) || !statSync(path).isFile() || statSync(path).size > 1_000_000) continue;
      checkDocument(repairText(decode(readFileSync(path)).text, name.endsWith('.md') ? 'markdown' : 'text'));
    }
  });
});
