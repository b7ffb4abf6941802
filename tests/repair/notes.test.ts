import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createNormalise } from '../../src/normalise/normalise.ts';
import { toSource, toTarget } from '../../src/text/offset-map.ts';
import { checkDocument } from '../check-document.ts';
import { blockTexts, repairText } from '../repair-text.ts';

/** A page of a journal whose last paragraph① runs on over the page, with a note at its foot. */
const page = (note: readonly string[], mark = '') =>
  [
    '　　农业农村部门要会同气象、水利等单位做好灾情会商，提',
    `前调运种子、化肥和农机，确保受灾后能够及时改种补种①，${mark}`,
    '把损失降到最低限度。各地要落实救灾资金，及时拨付到户，',
    '并将发放情况张榜公布，接受群众监督，做到公开透明，不得',
    ...note,
    '\f截留挪用。有关部门要加强监督检查，发现问题及时整改，对',
    '工作不力的严肃处理，有关情况要在十日之内书面报告。',
    '　　财政部门要保障所需经费。',
  ].join('\n');
const note = ['① 改种指受灾后改种生育期较短的作物，补种指在缺苗的', '地块上补播种子。'];
const paragraph =
  '农业农村部门要会同气象、水利等单位做好灾情会商，提前调运种子、化肥和农机，确保受灾后能够及时改种补种①，把损失降到最低限度。各地要落实救灾资金，及时拨付到户，并将发放情况张榜公布，接受群众监督，做到公开透明，不得截留挪用。有关部门要加强监督检查，发现问题及时整改，对工作不力的严肃处理，有关情况要在十日之内书面报告。';
const noteText = '①改种指受灾后改种生育期较短的作物，补种指在缺苗的地块上补播种子。';

describe('a footnote between the two halves of a paragraph', () => {
  it.each([
    ['as it is', page(note)],
    [
      'with characters that are mended on both sides',
      page(note, '\u200b').replaceAll('农', '⾖').replaceAll('生', '⽣'),
    ],
    ['with a page number below it', page([...note, '— 3 —'])],
    ['of two notes', page([...note, '② 发放情况包括户名和金额。']).replace('公布', '公布②')],
  ])('is a note after the paragraph: %s', (_, raw) => {
    const document = repairText(raw);
    checkDocument(document);
    const blocks = blockTexts(document);
    const kinds = blocks.map(({ kind }) => kind).filter((kind) => kind !== 'furniture');
    expect(kinds[0]).toBe('paragraph');
    expect(kinds[1]).toBe('note');
    expect(kinds.at(-1)).toBe('paragraph');
    const whole = blocks[0]!.text.replaceAll('豆', '农').replace('②', '');
    expect(whole).toBe(paragraph);
    expect(blocks.find(({ kind }) => kind === 'note')!.text).toBe(noteText);
  });

  it('also with [1] under a rule', () => {
    const document = repairText(page(['——————————', '[1] 改种指受灾后改种生育期较短的作物。']));
    checkDocument(document);
    expect(blockTexts(document).map(({ kind }) => kind)).toEqual(['paragraph', 'furniture', 'note', 'paragraph']);
  });

  it('keeps its account whatever is to be mended in it, also after normalising', () => {
    const trouble = fc.constantFrom(
      '\u200b',
      '⾖',
      '關 於 做 好 工 作',
      'Ａ',
      '"',
      ' ',
      'policy-',
      '(cid:3)',
      '\u3000',
      '１２',
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(), trouble), { maxLength: 12 }), (places) => {
        let raw = page(note);
        for (const [place, what] of places) {
          const at = place % raw.length;
          raw = raw.slice(0, at) + what + raw.slice(at);
        }
        const document = repairText(raw);
        checkDocument(document);
        checkDocument(createNormalise({ variant: 'auto' }).run(document));
      }),
      { numRuns: 300 },
    );
  });

  it('leads from every character back to its own place in the source, and there again', () => {
    const document = repairText(page(note));
    for (let at = 0; at < document.text.length; at++) {
      if (document.text[at] === '\n') continue;
      const source = toSource(document.map, { start: at, end: at + 1 });
      expect(document.raw.slice(source.start, source.end)).toBe(document.text[at]);
      expect(toTarget(document.map, source)).toEqual({ start: at, end: at + 1 });
    }
    const found = (word: string) => {
      const start = document.text.indexOf(word);
      const source = toSource(document.map, { start, end: start + word.length });
      return document.raw.slice(source.start, source.end);
    };
    expect(found('补播种子')).toBe('补播种子');
    expect(found('书面报告')).toBe('书面报告');
    expect(found('缺苗的地块')).toBe('缺苗的\n地块');
  });
});
