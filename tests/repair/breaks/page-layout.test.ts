import { describe, expect, it } from 'vitest';
import { checkDocument } from '../../check-document.ts';
import { blockTexts, repairText } from '../../repair-text.ts';

const verbs = ['压实', '落实', '健全', '完善', '细化', '公开', '核实', '督促', '协调', '评估'];
const things = ['防汛责任', '值守制度', '物资储备', '预警办法', '巡查路线', '转移方案', '灾情台账', '抢险队伍'];
/** Paragraphs of 60 to 130 characters, none like another. */
const paragraphs = Array.from({ length: 9 }, (_, p) => {
  const clauses = Array.from({ length: 8 + ((p * 3) % 9) }, (_, c) => {
    const verb = verbs[(p * 7 + c * 3) % verbs.length];
    return `${verb}${things[(p * 5 + c * 2) % things.length]}${c % 3 === 0 ? '和有关要求' : ''}`;
  });
  return `第${p + 1}组要${clauses.join('，')}。`;
});

/** The paragraphs in lines of 24 characters, first lines indented by two. */
const pageLines = paragraphs.flatMap((paragraph) => {
  const lines: string[] = [];
  let rest = `　　${paragraph}`;
  while (rest.length > 24) {
    const cut = /^[，。]/.test(rest.slice(24)) ? 23 : 24;
    lines.push(rest.slice(0, cut));
    rest = rest.slice(cut);
  }
  return [...lines, rest];
});

function textsOf(lines: readonly string[]): string[] {
  const document = repairText(lines.join('\n'));
  checkDocument(document);
  return blockTexts(document)
    .filter(({ kind }) => kind !== 'furniture')
    .map(({ text }) => text);
}

describe('what the layout of a page puts around lines', () => {
  it('the same white space before every line is a margin, what is more is an indent', () => {
    expect(textsOf(pageLines.map((line) => `          ${line}`))).toEqual(paragraphs);
  });

  it('numbers that count the lines are taken off, and so named', () => {
    const numbered = pageLines.map((line, i) => `${String(i + 1).padStart(4)}  ${line}`);
    expect(textsOf(numbered)).toEqual(paragraphs);
    const { removed } = repairText(numbered.join('\n'));
    expect(removed.labels).toContain('line-number');
  });

  it('also where only every fifth line has one', () => {
    const long = [...pageLines, ...pageLines];
    const numbered = long.map((line, i) => `${(i + 1) % 5 === 0 ? String(i + 1).padStart(4) : '    '}  ${line}`);
    expect(textsOf(numbered)).toEqual([...paragraphs, ...paragraphs]);
  });

  it('but the numbers of a list, of rows or of years stay', () => {
    const list = Array.from({ length: 20 }, (_, i) => `${i + 1} ${things[i % 8]}${verbs[i % 10]}`);
    expect(repairText(list.join('\n')).text).toContain('12预警');
    const years = Array.from(
      { length: 20 },
      (_, i) => `${2001 + i} 年，本市${verbs[i % 10]}${things[i % 8]}，成效明显。`,
    );
    expect(repairText(years.join('\n')).text).toContain('2012');
  });

  it('bare page numbers between pages, without form feeds, are furniture', () => {
    const lines = pageLines.flatMap((line, i) => (i % 10 === 9 ? [line, String(Math.floor(i / 10) + 7)] : [line]));
    expect(textsOf(lines)).toEqual(paragraphs);
  });

  it('but a column of numbers is not', () => {
    expect(textsOf(['单位', '1', '2', '3', '合计'])).toEqual(['单位', '1', '2', '3', '合计']);
  });
});
