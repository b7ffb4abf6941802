import type { Column } from './table.ts';

/** Columns of a table by type: name, and what it holds in English and Chinese. */
type ColumnOf = (name: string, en: string, zh: string) => Column;

export const text: ColumnOf = (name, en, zh) => ({ name, type: 'string', en, zh });
export const whole: ColumnOf = (name, en, zh) => ({ name, type: 'integer', en, zh });
export const number: ColumnOf = (name, en, zh) => ({ name, type: 'number', en, zh });
