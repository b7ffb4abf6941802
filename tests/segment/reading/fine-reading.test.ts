import { describe, expect, it } from 'vitest';
import { createFineReading } from '../../../src/segment/reading/fine-reading.ts';
import { toyEngine } from '../../toy-engine.ts';

const engine = toyEngine(
  [
    '中国共产党/nt 中国/ns 共产党 共产 发展中国家/l 发展 国家 举国体制/l 体制 依法治国/ns 依法 治国 内蒙古/ns 蒙古/ns',
    '印度尼西亚/ns 印度/ns 西亚/ns 广东省/ns 广东/ns 和平区/ns 和平/n 内蒙古自治区/ns 自治区 新型举国体制 新型 大模型 模型 𠮷野家 野家',
    '毛泽东思想/nr 毛泽东/nr 思想/n 人民代表大会/nt 人民 代表大会 代表 大会 碳达峰 AI大模型 广东省中山市/ns 中山市/ns 马里兰州/ns 马里/ns 兰州/ns',
    '大学生/n 大学/n 学生/n 市政府/n 市政/n 政府/n 诸葛孔明/nr 诸葛/nr 孔明/nr 马克思/nr 马克/nrt 和平大道/ns 大道/n 安全措施/nr 安全/an 措施/n 法治化/ns 法治/n 化/n',
    '澳门特别行政区/ns 澳门/ns 特别/d 行政区/n 行政/n 上海浦东新区/ns 上海/ns 浦东新区/ns 浦东/ns 新区',
  ].join(' '),
);
const innerEnds = createFineReading(engine);
const read = (form: string) => {
  const ends = [...innerEnds(engine.id(form)), form.length];
  return ends.map((end, i) => form.slice(ends[i - 1] ?? 0, end)).join('|');
};

describe('the fine reading', () => {
  it.each([
    ['words down to the bottom', '中国共产党', '中国|共产|党'],
    ['single characters beside a word', '发展中国家', '发展|中|国家'],
    ['what the best reading has, not what could be found', '举国体制', '举|国|体制'],
    ['parts of parts', '新型举国体制', '新型|举|国|体制'],
    ['bodies', '人民代表大会', '人民|代表|大会'],
    ['a place and what kind of place it is', '广东省', '广东|省'],
    ['an autonomous region, but not the name in it', '内蒙古自治区', '内蒙古|自治区'],
    ['a place and the place it lies in', '广东省中山市', '广东|省|中山市'],
    ['what comes after Latin letters, but not the letters', 'AI大模型', 'AI|大|模型'],
    ['characters of two units', '𠮷野家', '𠮷|野家'],
    ['a word and its suffix also where the best reading parts the first character', '大学生', '大|学|生'],
    ['but no word before what is no suffix', '市政府', '市|政府'],
    ['what is tagged as a person and is none', '安全措施', '安全|措施'],
    ['what is tagged as a person and is none', '毛泽东思想', '毛泽东|思想'],
    ['what is tagged as a place and is none', '法治化', '法治|化'],
    ['a place and what it is', '澳门特别行政区', '澳门|特别|行政|区'],
    ['a district in its city', '上海浦东新区', '上海|浦东新区'],
  ])('cuts %s', (_, form, expected) => {
    expect(read(form)).toBe(expected);
  });

  it.each([
    ['names of places', '印度尼西亚'],
    ['names of places', '内蒙古'],
    ['names of people', '诸葛孔明'],
    ['names of people', '马克思'],
    ['names of streets', '和平大道'],
    ['names of places that only look like a place and its kind', '和平区'],
    ['names that seem to be made of other places', '马里兰州'],
    ['words of single characters', '碳达峰'],
    ['words of two characters', '体制'],
    ['letters and digits', 'COVID19'],
    ['what no one knows', '㐀㐁㐂㐃'],
  ])('leaves %s whole', (_, form) => {
    expect(read(form)).toBe(form);
  });
});
