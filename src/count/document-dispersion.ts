import type { Evenness } from '../measure/evenness.ts';
import { significant } from '../measure/significant.ts';
import { number } from '../model/columns.ts';
import type { Cell, Column } from '../model/table.ts';

/** Columns of a dispersion over the documents, beside dp_norm; dispersion.csv has all measures. */
export const documentDispersionColumns: readonly Column[] = [
  number(
    'juilland_d',
    'Juilland’s D over the documents by their relative frequencies: 1 even, 0 in one document only; with many documents it is near 1 for almost all.',
    '按各文档相对频率计算的 Juilland D：1 为均匀，0 为只见于一篇；文档很多时几乎总接近 1。',
  ),
  number(
    'carroll_d2',
    'Carroll’s D2 over the documents: entropy by its greatest value, 1 even, 0 in one document only.',
    '各文档间的 Carroll D2：熵与其最大值之比，1 为均匀，0 为只见于一篇。',
  ),
  number(
    'rosengren_s',
    'Rosengren’s S over the documents: 1 even; in one document only, its share of all words.',
    '各文档间的 Rosengren S：1 为均匀；只见于一篇时为该文档占总词数的比例。',
  ),
  number(
    'kld',
    'Kullback–Leibler divergence in bits of its shares in the documents from the sizes of the documents (Gries 2020): 0 even.',
    '其在各文档的份额对文档大小的 KL 散度（比特；Gries 2020）：0 为均匀。',
  ),
];

/** The cells of these columns. */
export function documentDispersion({ juilland_d, carroll_d2, rosengren_s, kld }: Evenness): Cell[] {
  return [significant(juilland_d), significant(carroll_d2), significant(rosengren_s), significant(kld)];
}
