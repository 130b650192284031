// Another client of a shim one of whose calls is slow: whether it is answered meanwhile.

import type { TaskClient } from "../../conformance/driver/task-client.ts";
import type { Life } from "./life.ts";

/** A scenario in which nothing is slow is over by then, and the probe adds no call to it. */
const firstMs = 1500;
/** Longer than a busy machine takes, shorter than the slow call. */
const patienceMs = 2000;

/** The complaint of one that had to. */
export const anotherWaits = "another client waits";

export class Probe {
  readonly #client: TaskClient;
  readonly #id: string;
  #timer: NodeJS.Timeout | undefined;
  #asked: Promise<void> | undefined;
  /** It had to wait. */
  waited = false;

  private constructor(client: TaskClient, id: string) {
    this.#client = client;
    this.#id = id;
  }

  static async open({ driver, address, id }: Life): Promise<Probe> {
    return new Probe(await driver.connect(address), id);
  }

  begin(): void {
    this.#timer = setTimeout(() => {
      this.#asked = this.#ask();
    }, firstMs);
  }

  async #ask(): Promise<void> {
    const begunMs = performance.now();
    // An answer, whichever: there may be no container.
    await this.#client.call("State", { id: this.#id }, { timeoutMs: 60_000 }).catch(() => {});
    this.waited = performance.now() - begunMs > patienceMs;
  }

  async end(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#asked;
    this.#client.close();
  }
}
