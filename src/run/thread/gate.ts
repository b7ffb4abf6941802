/** Lets pieces of work pass together, or one of them alone. Whoever asks to be alone goes before those who ask later. */
export class Gate {
  #inside = 0;
  #closed: Promise<void> | undefined;
  #tellEmpty: (() => void) | undefined;

  /** Work that others may be at, too; it begins at once unless something is alone, or waits to be. */
  async together<T>(work: () => Promise<T>): Promise<T> {
    while (this.#closed !== undefined) await this.#closed;
    this.#inside++;
    try {
      return await work();
    } finally {
      this.#inside--;
      if (this.#inside === 0) this.#tellEmpty?.();
    }
  }

  /** Work that begins when all other is done, and beside which none begins. */
  async alone<T>(work: () => Promise<T>): Promise<T> {
    while (this.#closed !== undefined) await this.#closed;
    let open = () => {};
    this.#closed = new Promise((resolve) => {
      open = resolve;
    });
    try {
      if (this.#inside > 0) {
        await new Promise<void>((resolve) => {
          this.#tellEmpty = resolve;
        });
      }
      return await work();
    } finally {
      this.#tellEmpty = undefined;
      this.#closed = undefined;
      open();
    }
  }
}
