/** Lets signals and timers have their turn between two pieces of work that do not wait for anything. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
