import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conlluText } from '../../src/write/conllu.ts';
import { annotatedDocument, anyDocument, sliceOfPoints, termList, utf8 } from './annotated-document.ts';
import { readConllu, unescaped } from './conllu-rules.ts';

describe('CoNLL-U', () => {
  test('keeps its rules, and gives the text back, whatever the text is', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const written = utf8(conlluText(document, termList));
        const sentences = readConllu(written);
        const rebuilt = sentences
          .flat()
          .map(
            ({ form, misc }) =>
              unescaped(misc.get('SpacesBefore') ?? '') +
              form +
              (misc.has('SpacesAfter') ? unescaped(misc.get('SpacesAfter')!) : misc.has('SpaceAfter') ? '' : ' '),
          )
          .join('');
        const control = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/g;
        const expected = utf8(document.text.replaceAll('\n', '')).replace(control, '\ufffd');
        // Blocks of white space alone have no sentence.
        expect(rebuilt.replace(/\p{White_Space}/gu, '').normalize('NFC')).toBe(
          expected.replace(/\p{White_Space}/gu, '').normalize('NFC'),
        );
        for (const block of document.blocks) {
          const own = utf8(document.text.slice(block.start, block.end)).replace(control, '\ufffd');
          const trimmed = own.replace(/^\p{White_Space}+|\p{White_Space}+$/gu, '');
          expect(rebuilt.normalize('NFC')).toContain(trimmed.normalize('NFC'));
        }
      }),
      { numRuns: 300 },
    );
  });

  test('places count code points of the text', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const text = utf8(document.text);
        for (const { form, misc } of readConllu(utf8(conlluText(document, termList))).flat()) {
          const own = sliceOfPoints(text, Number(misc.get('start_char')), Number(misc.get('end_char')));
          expect(form.replaceAll('\ufffd', '')).toBe(
            own.replace(/[\u0000-\u001f\u007f-\u009f\ufffd-\uffff]/g, '').normalize('NFC'),
          );
        }
      }),
      { numRuns: 100 },
    );
  });

  test('terms are marked B and I, the longest one, with their category and number', () => {
    const document = annotatedDocument('坚持新型举国体制，𫜰地是科技 创新。');
    expect(conlluText(document, termList)).toBe(
      [
        '# newdoc id = test.txt',
        '# newpar id = b1',
        '# block_kind = paragraph',
        '# sent_id = s1',
        '# text = 坚持新型举国体制，𫜰地是科技 创新。',
        '1	坚持	坚持	VERB	v	_	_	_	_	SpaceAfter=No|start_char=0|end_char=2',
        '2	新型	新型	ADJ	b	_	_	_	_	Term=新型举国体制|TermCategory=体制|TermId=1|TermPlace=B|SpaceAfter=No|start_char=2|end_char=4',
        '3	举国	举国	NOUN	n	_	_	_	_	Term=新型举国体制|TermCategory=体制|TermId=1|TermPlace=I|SpaceAfter=No|start_char=4|end_char=6',
        '4	体制	体制	NOUN	n	_	_	_	_	Term=新型举国体制|TermCategory=体制|TermId=1|TermPlace=I|SpaceAfter=No|start_char=6|end_char=8',
        '5	，	，	PUNCT	w	_	_	_	_	SpaceAfter=No|start_char=8|end_char=9',
        '6	𫜰地	𫜰地	PROPN	ns	_	_	_	_	Term=𫜰地|TermCategory=<地>|TermId=3|TermPlace=B|SpaceAfter=No|start_char=9|end_char=11',
        '7	是	是	AUX	v	_	_	_	_	SpaceAfter=No|start_char=11|end_char=12',
        '8	科技	科技	NOUN	n	_	_	_	_	Term=科技|TermId=4|TermPlace=B|start_char=12|end_char=14',
        '9	创新	创新	VERB	v	_	_	_	_	SpaceAfter=No|start_char=15|end_char=17',
        '10	。	。	PUNCT	w	_	_	_	_	SpaceAfter=No|start_char=17|end_char=18',
        '',
        '',
      ].join('\n'),
    );
  });
});
