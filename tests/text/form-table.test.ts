import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FormTable } from '../../src/text/form-table.ts';

describe('FormTable', () => {
  it('numbers forms as a Map of strings would, wherever they stand in a text', () => {
    const form = fc.oneof(
      fc.string({
        unit: fc.constantFrom('\0', '中', '国', 'a', '\ud800', '\udc00', '\uffff'),
        minLength: 1,
        maxLength: 4,
      }),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }),
    );
    fc.assert(
      fc.property(fc.array(form, { maxLength: 60 }), (forms) => {
        const table = new FormTable();
        const ids = new Map<string, number>();
        for (const each of forms) {
          if (!ids.has(each)) ids.set(each, ids.size);
          expect(table.id(`中${each}国`, 1, 1 + each.length)).toBe(ids.get(each));
          expect(table.id(each)).toBe(ids.get(each));
        }
        expect(table.forms).toEqual([...ids.keys()]);
      }),
    );
  });

  it('keeps apart as many forms as a corpus has', () => {
    const table = new FormTable();
    const forms: string[] = [];
    for (let i = 0; i < 60_000; i++) {
      const pair = String.fromCharCode(0x4e00 + (i % 250), 0x5000 + Math.floor(i / 250));
      forms.push(pair, `${pair}${i}`);
    }
    const ids = forms.map((form) => table.id(form));
    expect(ids).toEqual(forms.map((_, i) => i));
    expect(forms.map((form) => table.id(form))).toEqual(ids);
    expect(table.id('长'.repeat(5000))).toBe(forms.length);
    expect(table.forms[forms.length]).toBe('长'.repeat(5000));
  });
});
