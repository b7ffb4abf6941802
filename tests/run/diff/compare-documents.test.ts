import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type ComparedDocuments, keptShare } from '../../../src/run/diff/compare-documents.ts';
import { summarise } from '../../../src/run/diff/diff-summary.ts';
import { markedText } from '../../../src/run/diff/marked-text.ts';
import { temporaryFolder, writeFiles } from '../../folders.ts';
import { describeWithData } from '../../shared-data.ts';
import { compareFiles } from './version-documents.ts';

const folder = temporaryFolder();

async function compare(older: string, newer: string): Promise<ComparedDocuments> {
  writeFiles(folder.path, { 'old.txt': older, 'new.txt': newer });
  return compareFiles(join(folder.path, 'old.txt'), join(folder.path, 'new.txt'));
}

function told({ a, b, rows }: ComparedDocuments): string[] {
  return rows.map((row) => {
    const from = row.a.map((i) => a.units[i]!.number).join('+');
    const to = row.b.map((j) => b.units[j]!.number).join('+');
    return [from, to, row.status, row.move].filter((part, i) => part !== '' || i < 2).join(' ');
  });
}

const articles = [
  '　　第一条　为了加强数据管理，促进经济发展，制定本办法。\n',
  '　　第二条　县级以上人民政府负责本行政区域的数据管理工作。\n　　有关部门应当互相配合。\n',
  '　　第三条　企业应当依照本办法第二条的规定报告。\n',
];

describe('two texts', () => {
  test('that differ in line breaks, widths and marks only do not differ, and it is counted', async () => {
    const content =
      '第一条　为了加强数据管理，保障数据安全，促进数据开发利用，保护个人、组织的合法权益，维护国家主权、安全和发展利益，制定本办法。';
    const lines = (width: number, text: string) => text.match(new RegExp(`.{1,${width}}`, 'gu'))!.join('\n');
    const older = [`　　${content}\n`, ...articles.slice(1)].join('');
    const wide = content.replaceAll('，', ',').replace('（', '(');
    const newer = [`${lines(24, `　　${wide}`)}\n`, ...articles.slice(1)].join('');
    const compared = await compare(older, newer);
    expect(told(compared)).toEqual(['第一条 第一条 unchanged', '第二条 第二条 unchanged', '第三条 第三条 unchanged']);
    const { hidden, words } = summarise(compared);
    expect(words).toMatchObject({ deleted: 0, added: 0, same_share: 1 });
    // Two line breaks and five commas.
    expect(hidden).toEqual({ spacing: 2, characters: 5 });
  });

  test('with an article between: it is added, the others have another number, a reference follows', async () => {
    const [first, second, third] = articles as [string, string, string];
    const added = '　　第二条　本办法所称数据，是指任何以电子方式对信息的记录。\n';
    const newer = [
      first,
      added,
      second.replace('第二条', '第三条'),
      third.replace('第三条', '第四条').replace('第二条', '第三条'),
    ];
    const compared = await compare(articles.join(''), newer.join(''));
    expect(told(compared)).toEqual([
      '第一条 第一条 unchanged',
      ' 第二条 added',
      '第二条 第三条 unchanged renumbered',
      '第三条 第四条 changed renumbered',
    ]);
    const { change, ...last } = compared.rows.at(-1)!;
    expect(change).toBe('references');
    const marked = markedText(compared.rows.at(-1)!);
    expect(marked).toBe('企业应当依照本办法[-第二条-]{+第三条+}的规定报告。');
    expect(keptShare(last)).toBeCloseTo(1 - (last.wordsDeleted + last.wordsAdded) / (last.wordsA + last.wordsB), 12);
  });

  test('without articles are compared by paragraphs', async () => {
    const paragraphs = [
      '今年以来，面对复杂严峻的形势，全国各族人民团结奋斗，经济运行总体平稳，就业形势保持稳定，人民生活持续改善，社会大局和谐稳定。',
      '要深化改革，扩大开放，推动高质量发展。',
      '各地区、各部门要加强生态环境保护，统筹水资源、水环境、水生态治理，推进重点行业绿色转型，让人民群众享有更多的蓝天、绿水和青山。',
    ];
    const text = (lines: readonly string[]) => lines.map((line) => `　　${line}\n`).join('');
    const newer = [paragraphs[0]!, '要全面深化改革，扩大开放，推动高质量发展。', paragraphs[2]!];
    const compared = await compare(text(paragraphs), text(newer));
    expect(compared.rows.map(({ status }) => status)).toEqual(['unchanged', 'changed', 'unchanged']);
    const marked = markedText(compared.rows[1]!);
    expect(marked).toBe('要{+全面+}深化改革，扩大开放，推动高质量发展。');
  });
});

describeWithData('real laws', (data) => {
  const law = (name: string) => join(data, 'laws', name);

  test('the articles that the decision of 2022 on damages for injury names are changed, and no other', async () => {
    const title = '最高人民法院关于审理人身损害赔偿案件适用法律若干问题的解释';
    const { rows, b } = await compareFiles(law(`${title}(2020-12-29).md`), law(`${title}(2022-04-24).md`));
    const changed = rows.filter(({ status }) => status === 'changed').map((row) => b.units[row.b[0]!]!.number);
    expect(changed).toEqual(['第十二条', '第十五条', '第十七条', '第十八条', '第二十二条', '第二十四条']);
  });

  test('the statistics law of 2024 has three new articles, and every number after them is another one', async () => {
    const { rows, b } = await compareFiles(law('统计法(2009-06-27).md'), law('统计法(2024-09-13).md'));
    const of = (row: (typeof rows)[number]) => b.units[row.b[0] ?? -1];
    const articles = rows.filter((row) => of(row)?.kind === 'article');
    expect(articles.filter(({ status }) => status === 'added').map((row) => of(row)!.number)).toEqual([
      '第六条',
      '第九条',
      '第二十条',
    ]);
    expect(rows.filter(({ status }) => status === 'deleted')).toEqual([]);
    expect(articles.slice(5).every(({ status, move }) => status === 'added' || move === 'renumbered')).toBe(true);
  });

  test('a law as PDF and as Markdown has the same articles', async () => {
    const compared = await compareFiles(law('行政复议法(2023-09-01).md'), join(data, 'laws_pdf', '行政复议法.pdf'));
    const { units } = summarise(compared);
    expect(units.article).toMatchObject({ unchanged: 90, changed: 0, added: 0, deleted: 0, renumbered: 0 });
    expect(units.heading.changed + units.heading.added + units.heading.deleted).toBe(0);
  });
});
