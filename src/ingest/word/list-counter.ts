import { formatNumber } from './number-format.ts';

/** How a level of a list shows its numbers. */
export interface ListLevel {
  /** A name that `formatNumber` knows. */
  readonly format: string;
  readonly start: number;
  /** The label, with `%1` for the number of the first level and so on; of a bullet, the bullet. */
  readonly text: string;
  /** Whether white space is between the label and the text. */
  readonly isApart: boolean;
  /** The level (1 …) after which this one begins anew, or 0 for never; undefined where every higher level does it. */
  readonly restartAfter?: number;
  /** All numbers in the label are in digits, as in 1.1 under 第一章. */
  readonly isLegal?: boolean;
}

export const deepestLevel = 8;
/** A label is a few characters; what is longer is no label. */
const longestLabel = 60;

/** Counts the items of one list, whose levels depend on each other. */
export class ListCounter {
  readonly #counts: (number | undefined)[] = [];

  /**
   * The label of the next item at a level (0 to 8). `startAt` begins the level with this number. `levels` are those of the
   * item's list, which may differ between the lists that count together.
   */
  next(levels: readonly (ListLevel | undefined)[], level: number, startAt?: number): string {
    const own = levels[level];
    if (own === undefined) return '';
    const before = this.#counts[level];
    this.#counts[level] = startAt ?? (before === undefined ? own.start : before + 1);
    for (let lower = level + 1; lower <= deepestLevel; lower++) {
      const after = levels[lower]?.restartAfter;
      if (after === undefined || level < after) this.#counts[lower] = undefined;
    }
    return this.#labelOf(levels, own);
  }

  #labelOf(levels: readonly (ListLevel | undefined)[], own: ListLevel): string {
    if (own.format === 'bullet') return own.text.slice(0, longestLabel);
    return own.text
      .slice(0, longestLabel)
      .replace(/%([1-9])/g, (_, digit: string) => {
        const index = Number(digit) - 1;
        const level = levels[index];
        if (level === undefined) return '';
        // A level above that has had no item yet shows its first number.
        const format = own.isLegal && level.format !== 'decimalZero' ? 'decimal' : level.format;
        return formatNumber(format, this.#counts[index] ?? level.start);
      })
      .trim();
  }
}

const structural =
  /^(?:第.{1,12}[编編章节節条條篇部]|[一二三四五六七八九十百]{1,5}、|（[一二三四五六七八九十百]{1,5}）)/;

/** Whether a label is that of an item: 1. or ①, not 第一章, 一、 or （一）, which may number headings and articles. */
export function isItemLabel(label: string): boolean {
  return !structural.test(label);
}

/** Full-width marks, beside which no space is written. */
const fullWidthEnd = /[\u3000-\u303f\uff01-\uff60]$/;

/** A label and the text that it numbers: 一、总体要求, 第一条 为了, 1. 目标. */
export function labelled(label: string, isApart: boolean, text: string): string {
  if (label === '' || text === '') return label + text;
  const isSpaced = isApart && !fullWidthEnd.test(label) && !/^\s/.test(text);
  return isSpaced ? `${label} ${text}` : label + text;
}
