import type { WorkLimits } from './document-limits.ts';

/** Milliseconds between two looks at the memory: few enough that none can grow by the room that is left above its limit. */
const pause = 100;
/** The longest time that a timer can be set to. */
const longest = 2 ** 31 - 1;

/** Watches the time of one piece of work after another, and by how much the memory of the program grows meanwhile. */
export class WorkWatch {
  readonly #tell: (over: 'time' | 'memory') => void;
  #clock: NodeJS.Timeout | undefined;
  #scale: NodeJS.Timeout | undefined;
  #work = 0;

  /** `tell` is called at most once for a piece of work. */
  constructor(tell: (over: 'time' | 'memory') => void) {
    this.#tell = tell;
  }

  begin({ seconds, megabytes }: WorkLimits): void {
    this.end();
    this.#clock = setTimeout(() => this.#over('time'), Math.min(seconds * 1000, longest)).unref();
    const most = process.memoryUsage.rss() + megabytes * 2 ** 20;
    this.#scale = setInterval(() => {
      if (process.memoryUsage.rss() > most) this.#over('memory');
    }, pause).unref();
  }

  end(): void {
    this.#work++;
    clearTimeout(this.#clock);
    clearInterval(this.#scale);
  }

  /** This thread may have been too busy to hear that the work is done: what was sent to it comes before the end of its turn. */
  #over(what: 'time' | 'memory'): void {
    const work = this.#work;
    setImmediate(() => {
      if (work !== this.#work) return;
      this.end();
      this.#tell(what);
    });
  }
}
