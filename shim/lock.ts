// One verb at a time per process. Look-ups, State, Kill and the exit path never take it (invariant 3).

export class Lock {
  #last: Promise<void> = Promise.resolve();

  /** Runs `f` when everybody who came before has finished; its failure does not concern those behind. */
  async run<T>(f: () => Promise<T>): Promise<T> {
    const before = this.#last;
    let release: () => void = () => {};
    this.#last = new Promise((resolve) => {
      release = resolve;
    });
    await before;
    try {
      return await f();
    } finally {
      release();
    }
  }
}
