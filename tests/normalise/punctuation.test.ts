import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unifyPunctuation } from '../../src/normalise/punctuation.ts';
import { toSource } from '../../src/text/offset-map.ts';
import { expectLawful } from '../text/map-laws.ts';

const unified = (text: string) => {
  const rewrite = unifyPunctuation(text);
  if (rewrite === undefined) return text;
  expectLawful(text, rewrite);
  return rewrite.text;
};

describe('marks of Chinese text', () => {
  it.each([
    ['中从事公务的人员,可以调入', '中从事公务的人员，可以调入'],
    ['国内生产总值增长5%,其中', '国内生产总值增长5%，其中'],
    ['2015年,2016年', '2015年，2016年'],
    ['名额;公布', '名额；公布'],
    ['下列条件:', '下列条件：'],
    ['联系电话:010-12345678', '联系电话：010-12345678'],
    ['Email:张三', 'Email：张三'],
    ['见http://www.gov.cn,其中', '见http://www.gov.cn，其中'],
    ['推进 GDP, 以及就业', '推进 GDP，以及就业'],
    ['更大的胜利!', '更大的胜利！'],
    ['是不是?', '是不是？'],
    ['真的吗?!', '真的吗？！'],
    ['“改革”,他说', '“改革”，他说'],
    ['花坛(池)、草坪', '花坛（池）、草坪'],
    ['(一)对不符合', '（一）对不符合'],
    ['(1)加强领导', '（1）加强领导'],
    ['增长率(GDP)为', '增长率（GDP）为'],
    ['GDP(国内生产总值)', 'GDP（国内生产总值）'],
    ['由縣 (市) 政府檢附', '由縣（市）政府檢附'],
    ['一)加强', '一）加强'],
    ['如（草案)', '如（草案）'],
    ['推行｢一區兩園｣､「甲『乙』」', '推行“一區兩園”、“甲‘乙’”'],
    ['﹁改革﹂', '“改革”'],
    ['土木﹑水利﹔采﹕', '土木、水利；采：'],
    ['標準︰', '標準：'],
    ['完｡', '完。'],
    ['坚持"四个自信",做到"两个维护"', '坚持“四个自信”，做到“两个维护”'],
    ["所谓'改革'", '所谓‘改革’'],
    ['教育、科技...都要', '教育、科技……都要'],
    ['教育、科技⋯⋯', '教育、科技……'],
    ['教育、科技…', '教育、科技……'],
    ['很长。。。', '很长……'],
    ['很长„„包括', '很长……包括'],
    ['政府工作报告－－1984年', '政府工作报告——1984年'],
    ['报告--1984年', '报告--1984年'],
    ['目标--发展', '目标——发展'],
    ['――加强', '——加强'],
    ['──加強', '——加強'],
    ['⸺加强', '——加强'],
    ['中国－东盟', '中国—东盟'],
    ['建設–運營–移交', '建設—運營—移交'],
    ['卡尔•马克思与弗里德里希‧恩格斯', '卡尔·马克思与弗里德里希·恩格斯'],
    ['7.5~9.5', '7.5～9.5'],
    ['三〜五年', '三～五年'],
    ['比重为8.7∶41.2', '比重为8.7:41.2'],
    ['内容∶', '内容：'],
    ['一九八○年至二○○三年', '一九八〇年至二〇〇三年'],
    ['起居艙以○．六計', '起居艙以〇．六計'],
    ['《关于修改＜中华人民共和国劳动合同法＞的决定》', '《关于修改〈中华人民共和国劳动合同法〉的决定》'],
    ['《关于修改<劳动法>的决定》', '《关于修改〈劳动法〉的决定》'],
    ['根据<劳动合同法>规定', '根据《劳动合同法》规定'],
    ['根据≪劳动法≫规定', '根据《劳动法》规定'],
    ['国发[2015]12号', '国发〔2015〕12号'],
    ['国办函【2015】第12号', '国办函〔2015〕第12号'],
    ['国办发(1985)49号文件', '国办发〔1985〕49号文件'],
    ['国发（2015）12号', '国发〔2015〕12号'],
    ['国发﹝2015﹞12号', '国发〔2015〕12号'],
    ['如前所述〔12〕。', '如前所述[12]。'],
  ])('have one form: %s', (text, expected) => {
    expect(unified(text)).toBe(expected);
  });

  it.each([
    '粮食3,000万吨，10:30开会，比例1:2',
    'http://www.gov.cn/list?id=3',
    '见http://www.gov.cn/s?名称',
    'zhang@gov.cn',
    'a != b, (c) and "d": English text; no change!',
    'The so-called 举国体制, which means whole-nation system, is discussed (举国体制) here: see below.',
    '《(a)》',
    '函数f(x)的值',
    '经济研究2015(3)',
    '收入＜支出，资产＞负债',
    '<!-- INFO END -->',
    '国发〔2015〕12号',
    '〔94〕财税字第089号',
    '〔2015〕',
    '北京市（2015）12号线',
    '文献[12]和[2015]',
    '1. 第一项 3.5 万 ...... 12',
    '目录……………………12',
    '深圳—香港—广州',
    '——加强政治互信',
    '2015–2020',
    '├──┼──┤',
    '• 医疗',
    '王○一与○○部',
    '他说12" 屏"',
    "don't 改 'em",
    'x ~ y',
    'ｶﾀｶﾅ・カタカナ',
  ])('stay where they belong to something else or have their form: %s', (text) => {
    expect(unifyPunctuation(text)).toBeUndefined();
  });

  it('lead back to what they were', () => {
    const text = '推进 GDP, 以及(一)等...';
    const { text: made, map } = unifyPunctuation(text)!;
    const back = (part: string) => {
      const start = made.indexOf(part);
      const span = toSource(map, { start, end: start + part.length });
      return text.slice(span.start, span.end);
    };
    expect(back('，')).toBe(', ');
    expect(back('（一）')).toBe('(一)');
    expect(back('……')).toBe('...');
    expect(back('以及')).toBe('以及');
  });

  it('of references stay', () => {
    const text = '正文,如下\n[1]张三,李四.改革[J].经济研究,2015(3):1-5.\n正文,完';
    const start = text.indexOf('[1]');
    const end = text.indexOf('\n', start);
    expect(unifyPunctuation(text, [{ start, end }])!.text).toBe(
      '正文，如下\n[1]张三,李四.改革[J].经济研究,2015(3):1-5.\n正文，完',
    );
  });

  it('never reach across a line break, keep their way back, and have nothing to do a second time', () => {
    const unit = fc.constantFrom(
      ...'中国发一二年a1 \n\n,;:?!()（）"\'“”.…⋯。-–—―─－•·~∶○[]【】〔〕<>＜＞《》「」',
      '...',
      '2015',
      '号',
      '--',
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 40 }), (text) => {
        const once = unified(text);
        expect(once.split('\n').length).toBe(text.split('\n').length);
        expect(unifyPunctuation(once)).toBeUndefined();
      }),
      { numRuns: 2000 },
    );
  });
});
