const pattern = /^(\d+(?:\.\d+)?)\s*(?:([kmgt])i?b?)?$/i;
const powers: Readonly<Record<string, number>> = { k: 10, m: 20, g: 30, t: 40 };

/** Whether it is a size as people write it: `64`, `64MB`, `1.5 GB`. */
export function isSize(text: string): boolean {
  return pattern.test(text.trim());
}

/** Bytes of a size; a number by itself is megabytes. */
export function bytesOfSize(text: string): number {
  const [, number, unit = 'm'] = pattern.exec(text.trim()) as unknown as [string, string, string | undefined];
  return Math.floor(Number(number) * 2 ** powers[unit.toLowerCase()]!);
}
