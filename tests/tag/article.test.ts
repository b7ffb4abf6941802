import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkDocument } from '../check-document.ts';
import { repairText } from '../repair-text.ts';
import { describeWithData } from '../shared-data.ts';
import { tagForReal } from './real-stages.ts';

describeWithData('the terms of the article', (data) => {
  const folder = join(data, 'article');
  const terms = ['举国体制', '新型举国体制', '自立自强', '关键核心技术', '中国'];
  const document = () => tagForReal(repairText(readFileSync(join(folder, readdirSync(folder)[0]!), 'utf8')), terms);

  it('occur as often as one who reads it counts', () => {
    const { terms: found, nested } = document();
    const counts = terms.map((term, t) => {
      const own = Array.from(found.label.keys()).filter((i) => found.label[i] === t);
      return `${term} ${own.length}, ${own.filter((i) => nested[i] === 0).length} independent`;
    });
    expect(counts).toEqual([
      '举国体制 61, 21 independent',
      '新型举国体制 40, 40 independent',
      '自立自强 11, 11 independent',
      '关键核心技术 55, 55 independent',
      '中国 37, 37 independent',
    ]);
  });

  it('are refused where they are none, with their place in the source', () => {
    const tagged = document();
    checkDocument(tagged);
    const refused = tagged.messages.filter(({ rule }) => rule === 'tag/straddles-word');
    expect(refused.map(({ values, span }) => [values?.word, tagged.raw.slice(span?.start, span?.end)])).toEqual([
      ['中|国家', '中国'],
      ['中|国家', '中国'],
      ['中|国家', '中国'],
    ]);
  });
});
