/** Milliseconds by stage, added up over a run. */
export class Stopwatch {
  /** When the run began, in milliseconds since 1970. */
  readonly started = Date.now();
  readonly #stages = new Map<string, number>();
  /** Time of the stages inside the one that runs now. */
  #inside = 0;

  /** Runs an action and adds its time to a stage; a stage inside it counts for itself only. */
  time<T>(stage: string, action: () => T): T {
    const before = this.#inside;
    this.#inside = 0;
    const start = performance.now();
    try {
      return action();
    } finally {
      const elapsed = performance.now() - start;
      this.#stages.set(stage, (this.#stages.get(stage) ?? 0) + elapsed - this.#inside);
      this.#inside = before + elapsed;
    }
  }

  /** Adds the time that a stage took elsewhere, beside the others. */
  add(stage: string, milliseconds: number): void {
    this.#stages.set(stage, (this.#stages.get(stage) ?? 0) + milliseconds);
  }

  /** Milliseconds by stage. */
  get times(): ReadonlyMap<string, number> {
    return this.#stages;
  }

  /** Milliseconds by stage since it was asked last; it begins anew. */
  takeTimes(): Map<string, number> {
    const times = new Map(this.#stages);
    this.#stages.clear();
    return times;
  }

  /** Whole milliseconds by stage, in the order in which the stages first ended. */
  stages(): Record<string, number> {
    return Object.fromEntries([...this.#stages].map(([stage, time]) => [stage, Math.round(time)]));
  }
}
