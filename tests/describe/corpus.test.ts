import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { decode } from '../../src/ingest/encoding/decode.ts';
import type { Description } from '../../src/model/description.ts';
import { describeText } from './describe-text.ts';

const corpus = fileURLToPath(new URL('../../corpus/', import.meta.url));

/** What a reader finds each sample to say of itself, abstracts by their first characters. */
const truth: Readonly<Record<string, Description>> = {
  '2003/opinion-private-economy.txt': {
    title: '澜北省人民政府关于加快发展民营经济的若干意见',
    document_number: '澜政〔2003〕18号',
    issuers: '澜北省人民政府',
    date: '2003-09-16',
    addressee: '各市、县人民政府，省直各单位',
  },
  '2006/notice-rural-reform.txt': {
    title: '澜北省人民政府关于做好农村综合改革试点工作的通知',
    document_number: '澜政发〔2006〕12号',
    issuers: '澜北省人民政府',
    date: '2006-04-11',
    addressee: '有关市、县人民政府，省政府有关部门',
  },
  '2009/speech-financial-crisis.txt': {
    title: '在全省应对国际金融危机工作会议上的讲话',
    issuers: '省长 顾承远',
    date: '2009-02-17',
  },
  '2012/work-report-qiyun.txt': { title: '政府工作报告', issuers: '栖云市市长 陆怀谷', date: '2012-02-08' },
  '2015/action-startup.txt': { title: '南汀市推进大众创业万众创新三年行动方案（2015—2017年）' },
  '2016/plan-transport.txt': {
    title: '砺川市“十三五”综合交通运输发展规划',
    issuers: '砺川市人民政府',
    date: '2016-11',
  },
  '2017/reply-new-district.txt': {
    title: '澜北省人民政府关于同意设立临湖新区的批复',
    document_number: '澜政函〔2017〕46号',
    issuers: '澜北省人民政府',
    date: '2017-05-23',
    addressee: '澜阳市人民政府',
  },
  '2018/measures-data-sharing-v2018.txt': {
    title: '澜北省政务数据共享管理办法',
    issuers: '澜北省人民政府',
    date: '2018-10-12',
    versions: '2018-10-12 省人民政府第23次常务会议 通过',
  },
  '2019/policy-address-yunyu.txt': { title: '云屿县政府施政总报告', issuers: '县长简沐言', date: '2019-05-06' },
  '2019/优化营商环境政策解读.txt': { title: '《栖云市优化营商环境若干规定》政策解读' },
  '2020/measures-resumption.txt': {
    title: '南汀市人民政府办公室关于应对疫情影响支持企业复工复产的若干措施',
    document_number: '南汀政办规〔2020〕3号',
    issuers: '南汀市人民政府办公室',
    date: '2020-03-05',
    addressee: '各县（区）人民政府，开发区、港区管委会，市政府各部门',
  },
  '2021/action-rural-revitalisation.md': { title: '禾丰县乡村振兴示范村建设行动方案（2021—2025年）' },
  '2021/announcement-open-bidding.txt': {
    title: '澜北省科学技术厅关于发布2021年度“揭榜挂帅”重大科技攻关榜单的公告',
    document_number: '2021年第8号',
    issuers: '澜北省科学技术厅',
    date: '2021-05-17',
    attachments: '2021年度“揭榜挂帅”榜题一览表; 揭榜申报书（格式）; 榜题需求方联系方式',
  },
  '2022/journal-new-system.txt': {
    title: '新型举国体制下关键核心技术攻关的组织机制——以澜北省先进轴承专项为例',
    keywords: '新型举国体制; 关键核心技术; 自立自强; 组织机制',
    abstract: '关键核心技术攻关是实现高水平科技自立自强的必由之路。',
  },
  '2023/policy-address-jinghai.txt': { title: '靖海湾特别行政区行政长官2023年施政报告（节录本）', date: '2023-10-18' },
  '2023/report-digital-transformation.txt': {
    title: '数实融合：澜北省中小制造企业数字化转型调研报告',
    issuers: '澜北省发展研究中心课题组',
    abstract: '2023年3月至7月，课题组对全省9市1,248家中小制造企业开展问卷调查',
  },
  '2024/measures-data-sharing-v2024.txt': {
    title: '澜北省政务数据共享管理办法',
    issuers: '澜北省人民政府',
    date: '2024-06-28',
    versions: '2018-10-12 省人民政府第23次常务会议 通过; 2024-06-28 省人民政府第41次常务会议 修正',
  },
  '2024/opinion-new-quality.txt': {
    title: '国家产业技术发展委员会关于因地制宜发展新质生产力的实施意见',
    document_number: '国产技发〔2024〕5号',
    issuers: '国家产业技术发展委员会',
    date: '2024-04-22',
    addressee: '各省、自治区、直辖市产业技术主管部门，各有关单位',
  },
  '2025/work-report-lanbei.txt': {
    title: '2025年澜北省政府工作报告',
    issuers: '澜北省省长 程以安',
    date: '2025-01-15',
  },
  '2026/plan-science-15th.txt': {
    title: '澜阳市“十五五”科技创新规划',
    issuers: '澜阳市人民政府',
    date: '2026-03',
    versions: '2026-03 澜阳市人民政府 印发',
  },
};

test.each(Object.entries(truth))('%s says of itself what a reader finds', (name, expected) => {
  const { text } = decode(readFileSync(corpus + name), undefined, name);
  const found = describeText(text, name.endsWith('.md') ? 'markdown' : 'text');
  const { abstract = '', ...rest } = expected;
  const { abstract: ownAbstract = '', ...own } = found;
  expect(own).toEqual(rest);
  expect(abstract === '' ? ownAbstract : ownAbstract.slice(0, abstract.length)).toBe(abstract);
});
