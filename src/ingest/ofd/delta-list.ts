/**
 * The steps from character to character that DeltaX or DeltaY has for `count` steps: numbers and groups `g n v`, which stand
 * for n times v. What is missing at the end repeats the last one, as the readers in use do. Undefined where there is none.
 */
export function deltaList(text: string | undefined, count: number): number[] | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  const parts = text.trim().split(/\s+/);
  const steps: number[] = [];
  for (let i = 0; i < parts.length && steps.length < count; i++) {
    let times = 1;
    if (parts[i] === 'g') {
      times = Math.min(Number(parts[i + 1]), count - steps.length);
      i += 2;
    }
    const step = Number(parts[i]);
    if (!Number.isFinite(step)) break;
    for (; times > 0; times--) steps.push(step);
  }
  if (steps.length === 0) return undefined;
  while (steps.length < count) steps.push(steps.at(-1)!);
  return steps;
}
