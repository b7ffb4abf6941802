import { describe, expect, test } from 'vitest';
import { describeText } from './describe-text.ts';

const body = '为贯彻落实党中央、国务院决策部署，推动各项政策落地见效，经研究，现就有关事项通知如下。';
const page = (...lines: string[]) => lines.join('\n');

describe('an official document', () => {
  const notice = describeText(
    page(
      '国务院文件',
      '',
      '国发〔2023〕5号',
      '',
      '国务院关于印发《数字中国建设整体布局规划》的通知',
      '',
      '各省、自治区、直辖市人民政府，国务院各部委、各直属机构：',
      `　　${body}`,
      '　　请按照《国务院关于加强数字政府建设的指导意见》（国发〔2022〕14号）执行，于2023年12月31日前报告。',
      '　　附件：1. 重点任务分工表',
      '　　　　　2. 指标体系',
      '',
      '国务院',
      '2023年5月6日',
      '（此件公开发布）',
    ),
  );
  test('has the title under the red head', () => {
    expect(notice.title).toBe('国务院关于印发《数字中国建设整体布局规划》的通知');
  });
  test('has its own number, not the one that it cites', () => expect(notice.document_number).toBe('国发〔2023〕5号'));
  test('has the day of the signature, not one in the text', () => expect(notice.date).toBe('2023-05-06'));
  test('has issuer and addressee', () => {
    expect(notice.issuers).toBe('国务院');
    expect(notice.addressee).toBe('各省、自治区、直辖市人民政府，国务院各部委、各直属机构');
  });
  test('has the attachments of its list', () => expect(notice.attachments).toBe('重点任务分工表; 指标体系'));
});

test('a title broken over lines is one', () => {
  const { title } = describeText(
    page(
      '某某省人民政府办公厅关于印发某某省',
      '国土空间规划管理办法的通知',
      '',
      '某政办发〔2021〕3号',
      '',
      `　　${body}`,
    ),
  );
  expect(title).toBe('某某省人民政府办公厅关于印发某某省国土空间规划管理办法的通知');
});

test.each([
  ['国发[2011]46号', '国发〔2011〕46号'],
  ['国发(2011)46号', '国发〔2011〕46号'],
  ['国发（2011）46号', '国发〔2011〕46号'],
  ['国发〔２０１１〕４６号', '国发〔2011〕46号'],
  ['教财〔2020〕1号　财教〔2020〕2号', '教财〔2020〕1号; 财教〔2020〕2号'],
])('the number %s', (written, found) => {
  const { document_number } = describeText(
    page('关于做好有关工作的通知', '', written, '', '各有关单位：', `　　${body}`),
  );
  expect(document_number).toBe(found);
});

test('a number in the text is not the number of the document', () => {
  const { document_number } = describeText(
    page('关于做好有关工作的通知', '', `　　根据国发〔2015〕12号文件精神，${body}`, '　　澜政发〔2006〕12号同时废止。'),
  );
  expect(document_number).toBeUndefined();
});

describe('documents of several bodies', () => {
  const joint = describeText(
    page(
      '关于进一步做好就业工作的通知',
      '',
      '教财〔2020〕1号',
      '',
      '各有关单位：',
      `　　${body}`,
      '',
      '教育部',
      '财政部',
      '人力资源社会保障部',
      '二〇二〇年五月二十一日',
    ),
  );
  test('that sign line by line', () => {
    expect(joint.issuers).toBe('教育部; 财政部; 人力资源社会保障部');
    expect(joint.date).toBe('2020-05-21');
  });
  test('that sign on one line', () => {
    const { issuers } = describeText(
      page('关于进一步做好就业工作的通知', '', '各有关单位：', `　　${body}`, '', '教育部　财政部', '2020年5月21日'),
    );
    expect(issuers).toBe('教育部; 财政部');
  });
  test('that the title names', () => {
    const { issuers } = describeText(page('中共中央、国务院关于加快建设全国统一大市场的意见', '', `　　${body}`));
    expect(issuers).toBe('中共中央; 国务院');
  });
  test('of which the title names one and the number', () => {
    const { issuers } = describeText(
      page(
        '国家发展改革委等部门关于促进消费的通知',
        '',
        `　　${body}`,
        '',
        '国家发展改革委',
        '工业和信息化部',
        '商务部',
        '2023年7月28日',
      ),
    );
    expect(issuers).toBe('国家发展改革委; 工业和信息化部; 商务部');
  });
});

test('a signature with its day on one line', () => {
  const { date, issuers } = describeText(
    page('关于做好防汛工作的通知', '', '各区县人民政府：', `　　${body}`, '', '国务院办公厅 2023年5月6日'),
  );
  expect([issuers, date]).toEqual(['国务院办公厅', '2023-05-06']);
});

test('the red head goes before the office that seals for it', () => {
  const { issuers } = describeText(
    page(
      '某某区卫生局文件',
      '',
      '某卫发〔2011〕76号',
      '',
      '关于同意辞职的批复',
      '',
      '区中医院：',
      `　　${body}`,
      '某某区卫生局办公室',
      '2011年3月10日',
    ),
  );
  expect(issuers).toBe('某某区卫生局');
});

test('a document that forwards another is described, not the other', () => {
  const found = describeText(
    page(
      '国务院办公厅转发教育部等部门关于特殊教育提升计划的通知',
      '国办发〔2014〕1号',
      '各省、自治区、直辖市人民政府：',
      `　　${body}`,
      '国务院办公厅',
      '2014年1月8日',
      '',
      '特殊教育提升计划',
      '教基〔2013〕9号',
      `　　${body}`,
      '教育部',
      '2013年12月1日',
    ),
  );
  expect(found).toMatchObject({
    title: '国务院办公厅转发教育部等部门关于特殊教育提升计划的通知',
    document_number: '国办发〔2014〕1号',
    issuers: '国务院办公厅',
    date: '2014-01-08',
  });
});

test('the signature of an inner document is not the outer one’s', () => {
  const found = describeText(
    page(
      '某某省人民政府办公厅转发省教育厅关于校园安全工作意见的通知',
      '',
      '各市、县人民政府：',
      `　　${body}`,
      '',
      '关于校园安全工作的意见',
      `　　${body}`,
      '某某市应急管理局',
      '2013年12月1日',
    ),
  );
  expect(found.issuers).toBe('某某省人民政府办公厅');
  expect(found.date).toBeUndefined();
});

test('an order of the State Council has its number, and the title of what it makes known', () => {
  const found = describeText(
    page(
      '中华人民共和国国务院令',
      '第764号',
      '　　《某某管理条例》已经2023年6月2日国务院第7次常务会议通过，现予公布，自2023年9月1日起施行。',
      '总理　李强',
      '2023年6月9日',
      '',
      '某某管理条例',
      '第一章　总则',
      '　　第一条　为了规范某某管理，保障某某安全，制定本条例。',
      '　　第二条　某某活动及其监督管理，适用本条例。',
    ),
  );
  expect(found).toMatchObject({
    title: '某某管理条例',
    document_number: '中华人民共和国国务院令第764号',
    issuers: '国务院',
    date: '2023-06-09',
  });
});

describe('a law', () => {
  const law = describeText(
    page(
      '中华人民共和国劳动法',
      '（1994年7月5日第八届全国人民代表大会常务委员会第八次会议通过　根据2009年8月27日第十一届全国人民代表大会常务委员会第十次会议《关于修改部分法律的决定》第一次修正　根据2018年12月29日第十三届全国人民代表大会常务委员会第七次会议《关于修改〈中华人民共和国劳动法〉等七部法律的决定》第二次修正）',
      '第一章　总则',
      '　　第一条　为了保护劳动者的合法权益，根据宪法，制定本法。',
      '　　第二条　本法自1995年1月1日起施行。',
    ),
  );
  test('has its versions', () => {
    expect(law.versions?.split('; ')).toEqual([
      '1994-07-05 第八届全国人民代表大会常务委员会第八次会议 通过',
      '2009-08-27 第十一届全国人民代表大会常务委员会第十次会议 第一次修正',
      '2018-12-29 第十三届全国人民代表大会常务委员会第七次会议 第二次修正',
    ]);
  });
  test('has the body that made it and the day of the last version', () => {
    expect([law.title, law.issuers, law.date]).toEqual([
      '中华人民共和国劳动法',
      '全国人民代表大会常务委员会',
      '2018-12-29',
    ]);
  });
  test('of two bodies has a version of each, though the act is told once', () => {
    const { versions, issuers } = describeText(
      page(
        '# 最高人民法院、最高人民检察院关于审理某某案件的解释',
        '',
        '2018年9月17日最高人民法院审判委员会第1749次会议',
        '',
        '2018年12月12日 最高人民检察院第十三届检察委员会第十一次会议通过',
        '',
        '　　第一条　为了依法惩治犯罪，制定本解释。',
        '　　第二条　本解释自公布之日起施行。',
      ),
      'markdown',
    );
    expect(versions).toBe(
      '2018-09-17 最高人民法院审判委员会第1749次会议 通过; 2018-12-12 最高人民检察院第十三届检察委员会第十一次会议 通过',
    );
    expect(issuers).toBe('最高人民法院; 最高人民检察院');
  });
  test('is not in force on the day of a version', () => {
    const { versions, date } = describeText(
      page(
        '某某省政务数据共享管理办法',
        '（2018年10月12日省人民政府第23次常务会议通过，自2018年12月1日起施行）',
        '　　第一条　为了推进共享，制定本办法。',
        '　　第二条　本办法自2018年12月1日起施行。',
      ),
    );
    expect(versions).toBe('2018-10-12 省人民政府第23次常务会议 通过');
    expect(date).toBe('2018-10-12');
  });
});

describe('a speech', () => {
  const speech = describeText(
    page('在全省经济工作会议上的讲话', '', '省长　顾承远', '（2009年2月17日）', '同志们：', `　　${body}`),
  );
  test('has speaker and day', () => {
    expect([speech.issuers, speech.date]).toEqual(['省长 顾承远', '2009-02-17']);
  });
  test('goes to nobody', () => expect(speech.addressee).toBeUndefined());
  test('of a report has the day of the meeting', () => {
    const { title, date } = describeText(
      page(
        '政府工作报告',
        '',
        '——2012年2月8日在某某市第五届人民代表大会第一次会议上',
        '某某市市长　陆怀谷',
        '各位代表：',
        `　　${body}`,
      ),
    );
    expect([title, date]).toEqual(['政府工作报告', '2012-02-08']);
  });
});

describe('an article', () => {
  const article = (abstract: string, keywords: string) =>
    describeText(
      page(
        '新型举国体制的组织机制',
        '',
        '沈知行　方若澄',
        '',
        abstract,
        keywords,
        '',
        '一、引言',
        `　　${body}${body}`,
      ),
    );
  test.each([
    ['摘 要：', '关键词：'],
    ['[摘要] ', '[关键词] '],
    ['【摘要】', '【关键词】'],
    ['内容提要：', '关键词：'],
  ])('names abstract and keywords after %s', (abstract, keywords) => {
    const found = article(
      `${abstract}本文以先进轴承专项为案例，考察攻关组织。`,
      `${keywords}举国体制；关键核心技术；组织机制`,
    );
    expect(found.abstract).toBe('本文以先进轴承专项为案例，考察攻关组织。');
    expect(found.keywords).toBe('举国体制; 关键核心技术; 组织机制');
    expect(found.issuers).toBeUndefined();
  });
  test('may have an abstract of two paragraphs', () => {
    const first = '本文以先进轴承专项为案例，考察攻关组织。';
    const second = '研究发现，场景牵引是有为政府与有效市场的结合点。';
    expect(article(`摘要：${first}\n　　${second}`, '关键词：举国体制；组织机制').abstract).toBe(first + second);
  });
  test('does not take a sentence about abstracts for one', () => {
    const { abstract } = describeText(page('论文写作指南', '', `　　摘要应当说明研究的目的和方法。${body}`));
    expect(abstract).toBeUndefined();
  });
});

describe('what is wrong is worse than nothing', () => {
  test.each([
    ['an empty text', ''],
    ['one line', '今天天气很好。'],
    ['an English text', 'The report of 6 May 2023\n\nThis is a text about nothing: it says so.\n\nNo. 5'],
    [
      'a sentence as the first line',
      `中国共产党第十六届中央委员会第三次全体会议，于2003年10月11日在北京举行。\n${body}`,
    ],
  ])('%s tells nothing', (_, raw) => {
    const { title, ...rest } = describeText(raw);
    expect(rest).toEqual({});
    expect(title === undefined || raw.startsWith(title)).toBe(true);
    expect(title ?? '').not.toMatch(/。$/);
  });
  test('a day that is not in the calendar', () => {
    const { date } = describeText(page('关于工作的通知', '', `　　${body}`, '国务院办公厅', '2023年2月30日'));
    expect(date).toBeUndefined();
  });
  test('通知如下： is no addressee', () => {
    const { addressee } = describeText(page('关于做好有关工作的通知', '', '现将有关事项通知如下：', `　　${body}`));
    expect(addressee).toBeUndefined();
  });
});

test('the day of a document of Taiwan', () => {
  const { date, title } = describeText(
    page(
      '雲嶼縣政府施政總報告',
      '',
      '中華民國112年5月6日',
      '',
      '議長、各位議員女士、先生，大家早安：',
      '　　欣逢貴會定期會開議，謹就重要工作成果扼要說明如下。',
    ),
  );
  expect([date, title]).toEqual(['2023-05-06', '云屿县政府施政总报告']);
});

test('an endless line costs no more than its length', () => {
  for (const part of ['第', '2023年', '（', '附件：1. ', '各市、', '《', '通过', '一、']) {
    const line = part.repeat(Math.ceil(300_000 / part.length));
    expect(describeText(`关于工作的通知\n\n${line}\n\n${line}：\n国务院\n2023年5月6日`).title).toBe('关于工作的通知');
  }
});
