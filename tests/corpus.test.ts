import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { Converter } from 'opencc-js/t2cn';
import { describe, expect, it } from 'vitest';
import { describeWithData } from './shared-data.ts';

const folder = fileURLToPath(new URL('../corpus', import.meta.url));
const golden = fileURLToPath(new URL('./golden', import.meta.url));

/** Texts in another encoding than UTF-8. */
const encodings: Readonly<Record<string, string>> = {
  '2006/notice-rural-reform.txt': 'gb18030',
  '2017/reply-new-district.txt': 'utf-16le',
  '2019/policy-address-yunyu.txt': 'big5',
};
const versions = ['2018/measures-data-sharing-v2018.txt', '2024/measures-data-sharing-v2024.txt'];
const quotation = {
  text: '让实验室里的样品尽快成为生产线上的产品，让更多产品在竞争中成长为支柱产业',
  source: '2024/opinion-new-quality.txt',
  quoting: '2025/work-report-lanbei.txt',
};
/** Two texts that share so many characters in a row are not independent. */
const sharedLength = 20;

interface MetadataRow {
  readonly document: string;
  readonly year: string;
  readonly date: string;
  readonly title: string;
}

/** Furniture and contents lines of the sample texts, folded. */
const furniture = new RegExp(
  [
    /[-—·]\d+[-—·]|第\d+页(共\d+页)?/, // page numbers
    /目录|.*[.·]{6,}\d+/, // contents
    /栖云市第五届人民代表大会第一次会议文件|科技与治理研究2022年第4期/, // running heads
    /2022年第4期新型举国体制下关键核心技术攻关的组织机制|澜北省发展研究中心调研报告2023年第15期/,
    /2020\/3\/910:24南汀市人民政府.*|https:\/\/.*第\d\/\d页/, // a browser's print heads
    /网站首页>.*|您当前的位置:.*|下载(打印收藏)?|打印|【字号:(大中小】)?|[大中小】]/, // buttons of web pages
    /来源:.*|发布时间:.*|扫一扫.*|关闭窗口打印本页|分享到:|[上下]一篇:.*/,
  ]
    .map((pattern) => `^(?:${pattern.source})$`)
    .join('|'),
);

const list = (root: string): string[] =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

const files = list(folder)
  .map((path) => path.slice(folder.length + 1).replaceAll('\\', '/'))
  .filter((path) => path !== 'README.md' && path !== 'metadata.csv' && !basename(path).startsWith('.'))
  .sort();
const decode = (file: string): string =>
  new TextDecoder(encodings[file] ?? 'utf-8', { fatal: true }).decode(readFileSync(join(folder, file)));
const texts = new Map(files.map((file) => [file, decode(file)]));

// Radical code points that NFKC leaves as they are.
const radicals = new Map(Object.entries({ '⻓': '长', '⻔': '门', '⻚': '页', '⻛': '风', '⻜': '飞', '⻝': '食' }));
for (const [radical, character] of Object.entries({ '⻢': '马', '⻋': '车', '⻅': '见', '⺠': '民' })) {
  radicals.set(radical, character);
}

/** A text without white space and invisible characters, widths and radicals in one form. */
const fold = (text: string): string =>
  text
    .replace(/[⺀-⻿]/g, (radical) => radicals.get(radical) ?? radical)
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200d\u00ad\ufeff]+/g, '');

const converters = [{ from: 't' }, { from: 'tw' }, { from: 'hk' }] as const;
const simplify = converters.map((options) => Converter({ ...options, to: 'cn' }));
/** All forms in which a text is compared: as it is and converted from each kind of Traditional. */
const forms = (text: string): string[] => [...new Set([fold(text), ...simplify.map((convert) => fold(convert(text)))])];

function* windows(text: string): Generator<string> {
  for (let i = 0; i + sharedLength <= text.length; i++) yield text.slice(i, i + sharedLength);
}

describe('the sample corpus', () => {
  it('has at least 14 texts of at least 800 Han characters', () => {
    expect(files.length).toBeGreaterThanOrEqual(14);
    const short = files.filter((file) => (fold(texts.get(file)!).match(/\p{Script=Han}/gu) ?? []).length < 800);
    expect(short).toEqual([]);
  });

  it('is in the encodings that it says', () => {
    const notUtf8 = files.filter((file) => {
      try {
        new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(join(folder, file)));
        return false;
      } catch {
        return true;
      }
    });
    expect(notUtf8).toEqual(Object.keys(encodings).sort());
    // 㵲 lies outside GBK: four bytes in GB18030.
    expect(texts.get('2006/notice-rural-reform.txt')).toContain('㵲溪');
    expect(readFileSync(join(folder, '2006/notice-rural-reform.txt')).indexOf('关于做好', 0, 'utf8')).toBe(-1);
    expect(texts.get('2019/policy-address-yunyu.txt')).toContain('地方創生');
    for (const file of files) expect(texts.get(file), file).not.toContain('\ufffd');
  });

  it('has complete metadata, a row for every text and a text for every row', () => {
    const rows: MetadataRow[] = parse(readFileSync(join(folder, 'metadata.csv')), { columns: true });
    expect(rows.map((row) => row.document).sort()).toEqual(files);
    for (const row of rows) {
      expect(Object.keys(row)).toEqual(['document', 'year', 'date', 'issuer', 'level', 'kind', 'title']);
      expect(Object.values(row).filter((cell) => cell.trim() === '')).toEqual([]);
      expect(row.date, row.document).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(Number.isNaN(Date.parse(row.date)), row.document).toBe(false);
      expect(row.year).toBe(row.date.slice(0, 4));
      expect(row.document.split('/')[0]).toBe(row.year);
      expect(row.title.length).toBeGreaterThan(8);
    }
    expect(new Set(rows.map((row) => row.title)).size).toBe(rows.length);
    expect(new Set(rows.map((row) => row.year)).size).toBeGreaterThanOrEqual(10);
  });

  it('has no two texts that share 20 characters, but for the versions and the quotation', () => {
    const owner = new Map<string, string>();
    const shared: string[] = [];
    const inQuotation = fold(quotation.text);
    for (const file of files) {
      const own = new Set(forms(texts.get(file)!).flatMap((text) => [...windows(text)]));
      for (const window of own) {
        const other = owner.get(window);
        if (other === undefined) owner.set(window, file);
        else if (versions.includes(file) && versions.includes(other)) continue;
        else if (file === quotation.quoting && other === quotation.source && inQuotation.includes(window)) continue;
        else shared.push(`${other} and ${file}: ${window}`);
      }
    }
    expect(shared).toEqual([]);
  });

  it('has one pair of versions and one quotation', () => {
    const [first, second] = versions.map((file) => new Set(windows(fold(texts.get(file)!))));
    const common = [...first!].filter((window) => second!.has(window)).length;
    expect(common / first!.size).toBeGreaterThan(0.5);
    expect(common / second!.size).toBeLessThan(0.9);
    for (const file of [quotation.source, quotation.quoting]) {
      expect(fold(texts.get(file)!), file).toContain(fold(quotation.text));
    }
  });
});

describe('the truth of the sample corpus', () => {
  const kinds = ['title', 'heading', 'paragraph', 'list', 'reference', 'note', 'caption', 'table'];
  for (const file of files.filter((file) => extname(file) === '.txt')) {
    it(`accounts for every line of ${file} but page furniture and contents`, () => {
      const path = join(golden, `corpus-${basename(file, '.txt')}`, 'truth.json');
      const blocks: { kind: string; text: string }[] = JSON.parse(readFileSync(path, 'utf8'));
      expect(blocks.filter((block) => !kinds.includes(block.kind) || fold(block.text) === '')).toEqual([]);
      expect(blocks.filter((block) => block.kind === 'title')).toHaveLength(1);
      const textOf = (wanted: (kind: string) => boolean) =>
        fold(
          blocks
            .filter((block) => wanted(block.kind))
            .map((block) => block.text)
            .join(''),
        );
      // A foot note interrupts the paragraph that runs over the page: notes are followed apart.
      const streams = [textOf((kind) => kind !== 'note'), textOf((kind) => kind === 'note')];
      const places = streams.map(() => 0);
      const left: string[] = [];
      for (const raw of texts.get(file)!.split(/[\r\n\f]+/)) {
        const line = fold(raw.replace(/(?<=[a-z])-$/, ''));
        if (line === '') continue;
        const stream = streams.findIndex((text, i) => text.startsWith(line, places[i]));
        if (stream === -1) left.push(line);
        else places[stream]! += line.length;
      }
      expect(places).toEqual(streams.map((text) => text.length));
      expect(left.filter((line) => !furniture.test(line))).toEqual([]);
    });
  }

  it('has a text for every truth', () => {
    const names = readdirSync(golden).filter((name) => name.startsWith('corpus-'));
    const stems = files.map((file) => `corpus-${basename(file, '.txt')}`);
    expect(names.filter((name) => !stems.includes(name))).toEqual([]);
  });
});

describeWithData('the sample corpus beside real texts', (data) => {
  const own = new Set(files.flatMap((file) => forms(texts.get(file)!).flatMap((text) => [...windows(text)])));
  for (const part of ['article', 'laws', 'reports', 'trad']) {
    it.skipIf(!existsSync(join(data, part)))(`shares no 20 characters with ${part}`, () => {
      const shared: string[] = [];
      for (const path of list(join(data, part))) {
        const real = readFileSync(path, 'utf8');
        for (const text of part === 'trad' ? forms(real) : [fold(real)]) {
          for (const window of windows(text)) if (own.has(window)) shared.push(`${basename(path)}: ${window}`);
        }
      }
      expect(shared).toEqual([]);
    });
  }
});
