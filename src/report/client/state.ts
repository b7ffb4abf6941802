import { english, type Words } from './words-en.ts';
import { chinese } from './words-zh.ts';

export type Language = 'en' | 'zh';

/** What the reader chose; each view keeps what it shows in `chosen`, so that a switch of language does not lose it. */
export const state = {
  language: (/^zh\b/i.test(navigator.language) ? 'zh' : 'en') as Language,
  view: 'overview',
  chosen: {} as Record<string, string>,
};

/** A phrase in the language of the page, with `{places}` filled. */
export function say(key: keyof Words, values: Readonly<Record<string, string | number>> = {}): string {
  const text = state.language === 'zh' ? chinese[key] : english[key];
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

/** The name of a column, a kind of block or a rule; as it is where it has none. */
export function nameOf(kind: 'column' | 'block' | 'rule', name: string): string {
  const key = `${kind}/${name}`;
  const text = (state.language === 'zh' ? chinese : english) as unknown as Readonly<Record<string, string>>;
  return text[key] ?? name;
}

/** A number as people read it: thousands parted, at most three decimals, small ones with three digits. */
export function shown(value: number): string {
  if (!Number.isFinite(value)) return '';
  if (value !== 0 && Math.abs(value) < 0.001) return value.toExponential(1);
  const [whole, decimals] = String(Math.abs(value) >= 1000 ? Math.round(value) : Number(value.toFixed(3))).split('.');
  const parted = whole!.replace(/\B(?=(\d{3})+$)/g, ',');
  return decimals === undefined ? parted : `${parted}.${decimals}`;
}

let draw: () => void = () => {};

/** Sets what draws the page anew. */
export function onChange(listener: () => void): void {
  draw = listener;
}

/** Shows a view, with what is chosen in it. */
export function show(view: string, chosen: Readonly<Record<string, string>> = {}): void {
  state.view = view;
  Object.assign(state.chosen, chosen);
  draw();
}
