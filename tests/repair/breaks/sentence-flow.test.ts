import { describe, expect, it } from 'vitest';
import { blockTexts, repairText } from '../../repair-text.ts';

const texts = (lines: readonly string[]) => blockTexts(repairText(lines.join('\n'))).map(({ text }) => text);
const confidences = (lines: readonly string[]) =>
  repairText(lines.join('\n')).decisions.map(({ confidence }) => confidence);

describe('short lines of any length, broken at no width', () => {
  it.each([
    [['坚持新型举国体', '制，推动关键核心技', '术攻关。']],
    [['坚持新型举国体', '制，推动科技自立自强。']],
    [['各部门要切实提', '高认识，加强', '协调，形成', '的经验要及时总结推广。']],
    [['防汛办要会同有关部', '门（气象、水利', '等）加强会商，遇有险情', '，立即报告。']],
  ])('%j is one paragraph', (lines) => {
    expect(texts(lines)).toEqual([lines.join('')]);
  });

  it('with a title, a signature and a date', () => {
    expect(
      texts([
        '关于防汛工作的通知',
        '各地要切实提高',
        '认识，把防汛工作放在',
        '首位，压实责任。',
        '某市人民政府',
        '2021年3月1日',
      ]),
    ).toEqual([
      '关于防汛工作的通知',
      '各地要切实提高认识，把防汛工作放在首位，压实责任。',
      '某市人民政府',
      '2021年3月1日',
    ]);
  });

  it('a single slip in a text that is good is mended, the rest stays', () => {
    const clauses = ['加强监督检查', '保障所需经费', '逐项建立台账', '对截留挪用的依法严肃处理', '及时向社会公开'];
    const good = clauses.map((_, i) => `财政部门要${clauses.slice(i).join('，')}。`);
    expect(texts([...good.slice(0, 3), '要落实“双向', '揭榜', '”制度。', ...good.slice(3)])).toEqual([
      ...good.slice(0, 3),
      '要落实“双向揭榜”制度。',
      ...good.slice(3),
    ]);
  });
});

describe('short lines that the author set stay apart', () => {
  it.each([
    [['白日依山尽，', '黄河入海流。', '欲穷千里目，', '更上一层楼。']],
    [['坚持人民至上，', '坚持自信自立，', '坚持守正创新，', '坚持问题导向。']],
    [['张三', '李四', '王五六', '欧阳某某']],
    [['某省发展和改革委员会', '某省财政厅', '某省教育厅']],
    [['某省某市高新区', '科技大道18号', '创新大厦12层', '邮编：450000']],
    [['特此通知。', '某市人民政府', '2021年3月1日']],
    [['附件：1. 任务分工表', '2. 进度安排表', '3. 联系人名单']],
    [['关于做好春季植树工作的通知', '各区县人民政府：', '现将有关事项通知如下。', '一、总体要求', '坚持绿色发展。']],
    [['尊敬的各位来宾，', '女士们、先生们：', '大家好！']],
  ])('%j', (lines) => {
    expect(texts(lines)).toEqual(lines.map((line) => line.replace('. ', '.')));
  });

  it('less surely where nothing but a missing mark speaks for it', () => {
    const [unclear] = confidences(['推动科技自立自', '强迈出新步伐。']);
    const [clear] = confidences(['科技自立自强。', '各项工作有序。']);
    expect(unclear).toBeLessThan(0.9);
    expect(clear).toBeGreaterThan(0.95);
  });
});
