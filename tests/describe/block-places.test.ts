import { describe, expect, test } from 'vitest';
import { blockPlaces } from '../../src/describe/block-places.ts';
import { outline } from '../../src/describe/outline.ts';
import { cleanText, placesOf } from './describe-text.ts';

const page = (...lines: string[]) => lines.join('\n\n');

test('the places of a law', () => {
  const places = placesOf(
    page(
      '# 某某法',
      '2020年1月1日 第十三届全国人民代表大会常务委员会第十六次会议通过',
      '## 第一编　总则',
      '### 第一章　基本规定',
      '第一条　为了保护权益，制定本法。',
      '第二条　有下列情形之一的，适用本法：',
      '（一）在境内的；',
      '（二）在境外，但是具备下列条件的：',
      '1.经过批准；',
      '2.依法登记。',
      '前款规定以外的，不适用本法。',
      '第三条之一　国家机关应当依照本法履行职责。',
      '### 第二章　附则',
      '#### 第一节　施行',
      '第四条　本法自公布之日起施行。',
    ),
    'markdown',
  );
  expect(places).toEqual([
    '  | 某某法',
    '  | 2020年1月1',
    '编 第一编 | 第一编 总则',
    '章 第一编/第一章 | 第一章 基本规定',
    '条 第一编/第一章/第一条 | 第一条 为了保护',
    '条 第一编/第一章/第二条 | 第二条 有下列情',
    '项 第一编/第一章/第二条/第一款/（一） | （一）在境内的；',
    '项 第一编/第一章/第二条/第一款/（二） | （二）在境外，但',
    '目 第一编/第一章/第二条/第一款/（二）/1 | 1.经过批准；',
    '目 第一编/第一章/第二条/第一款/（二）/2 | 2.依法登记。',
    '款 第一编/第一章/第二条/第二款 | 前款规定以外的，',
    '条 第一编/第一章/第三条之一 | 第三条之一国家机',
    '章 第一编/第二章 | 第二章 附则',
    '节 第一编/第二章/第一节 | 第一节 施行',
    '条 第一编/第二章/第一节/第四条 | 第四条 本法自公',
  ]);
});

/** The articles of a law, with what comes after one of them. */
const law = (...more: string[]) =>
  placesOf(
    page('# 某某条例', '第一条　为了规范管理，制定本条例。', '第二条　本条例所称管理，是指监督。', ...more),
    'markdown',
  ).slice(3);

describe('what is no article', () => {
  test.each(['第二条规定的情形，由主管部门处理。', '第九条第一款规定的名单，由主管部门公布。'])(
    '%s is a paragraph',
    (text) => expect(law(text)).toEqual([`款 第二条/第二款 | ${text.slice(0, 8)}`]),
  );
  test('a schedule after the law is not of its last article', () => {
    expect(law('附件', '收费项目由省级人民政府公布。')).toEqual(['  | 附件', '  | 收费项目由省级人']);
  });
  test('a decision after the law begins anew', () => {
    const places = law('## 全国人民代表大会常务委员会关于修改某某条例的决定', '会议决定对条例作如下修改。');
    expect(places.map((place) => place.split(' | ')[0])).toEqual([' ', ' ']);
  });
  test('the day at the end is not', () => expect(law('2023年5月6日')).toEqual(['  | 2023年5月6']));
});

test('a preamble is a part without a number', () => {
  const places = placesOf(
    page(
      '# 某某宪法',
      '## 序言',
      '中国是世界上历史最悠久的国家之一。',
      '## 第一章　总纲',
      '第一条　国家的一切权力属于人民。',
      '第二条　国家实行法治。',
    ),
    'markdown',
  );
  expect(places.slice(1, 5)).toEqual([
    ' 序言 | 序言',
    ' 序言 | 中国是世界上历史',
    '章 第一章 | 第一章 总纲',
    '条 第一章/第一条 | 第一条 国家的一',
  ]);
});

test('articles go on over chapters, and a chapter whose number is lost is not made up', () => {
  const places = placesOf(
    page('# 某某办法', '## 第一章　总则', '第一条　为了管理，制定本办法。', '## 规划与建设', '第二条　编制规划。'),
    'markdown',
  );
  expect(places.slice(1)).toEqual([
    '章 第一章 | 第一章 总则',
    '条 第一章/第一条 | 第一条 为了管理',
    '  | 规划与建设',
    '条 第二条 | 第二条 编制规划',
  ]);
});

test('in Taiwan a paragraph is an 项 and what is numbered a 款', () => {
  const places = placesOf(
    page(
      '某某補助條例',
      '第 1 條　依本條例規定辦理。',
      '第 2 條　有下列情形之一者，應予補助：',
      '一、經費不足。',
      '二、人員不足。',
      '前項補助由縣政府辦理。',
    ),
  );
  expect(places.slice(1)).toEqual([
    '条 第1条 | 第1条依本条例规',
    '条 第2条 | 第2条有下列情形',
    '款 第2条/第一项/一 | 一、经费不足。',
    '款 第2条/第一项/二 | 二、人员不足。',
    '项 第2条/第二项 | 前项补助由县政府',
  ]);
});

test('numbered blocks of other documents have a place where their numbers follow one another', () => {
  const places = placesOf(
    page(
      '# 关于工作的意见',
      '## 一、总体要求',
      '坚持稳中求进。',
      '## 二、主要任务',
      '（一）抓落实。',
      '（二）强责任：',
      '1.明确分工。',
      '2.严格考核。',
      '## 三、保障措施',
      '（三）加强领导。',
      '（七）不接着上文的编号。',
    ),
    'markdown',
  );
  expect(places.map((place) => place.split(' | ')[0]!.trim())).toEqual([
    '',
    '一',
    '',
    '二',
    '二/（一）',
    '二/（二）',
    '二/（二）/1',
    '二/（二）/2',
    '三',
    '三/（三）',
    '',
  ]);
});

test('a text without numbers has no places', () => {
  const clean = cleanText('今天天气很好。\n\n明天也好。');
  expect(blockPlaces(clean, outline(clean))).toEqual([]);
});
