// Okabe & Ito (2008), which colour-blind people can tell apart, and more that go with them.
const light = [
  '#0072b2',
  '#d55e00',
  '#009e73',
  '#cc79a7',
  '#8a6d00',
  '#56b4e9',
  '#7a4fb5',
  '#a8324a',
  '#4d7c0f',
  '#5f6b7a',
];
const dark = [
  '#5ab1ef',
  '#ff9a4d',
  '#3fd6a4',
  '#f0a3cb',
  '#e6c84b',
  '#9bd7ff',
  '#bda0f5',
  '#ff8fa3',
  '#a8d65c',
  '#b3bdca',
];

/** The colour of a category, community or line by its number from 0. */
export function colour(number: number): string {
  const all = isDark() ? dark : light;
  return all[number % all.length]!;
}

export function isDark(): boolean {
  return document.documentElement.dataset.theme === 'dark';
}

/** The value of a custom property of the page's style, such as `--ink`. */
export function styleValue(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}
