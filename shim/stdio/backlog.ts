// Hands bytes to a file that may be slow, or hang: one batch is under way at a time. What comes meanwhile stays where it is, in
// the process's pipe, and goes together. A process whose log hangs stands still when its pipe is full, as one whose reader does.
import { NotQuiet } from "../../sys/saved.ts";
import { errorFields, log } from "../base/log.ts";

/** No more is taken into a batch that has so many. */
export const fullBytes = 64 * 1024;

export class Backlog<Item> {
  readonly #handle: (batch: Item[]) => Promise<void>;
  #items: Item[] = [];
  #bytes = 0;
  #isUnderWay = false;
  #isWorking = false;
  #onRoom: (() => void)[] = [];
  #onEmpty: (() => void)[] = [];

  /** `handle` deals with its own failures. */
  constructor(handle: (batch: Item[]) => Promise<void>) {
    this.#handle = handle;
  }

  /** Takes them even when it is full. */
  add(items: readonly Item[], bytes: number): void {
    if (items.length === 0) return;
    if (this.#items.length === 0) this.#items = [...items];
    else this.#items.push(...items);
    this.#bytes += bytes;
    if (!this.#isWorking) void this.#work();
  }

  async #work(): Promise<void> {
    this.#isWorking = true;
    while (this.#items.length > 0) {
      const batch = this.#items;
      this.#items = [];
      this.#bytes = 0;
      this.#isUnderWay = true;
      try {
        await this.#handle(batch);
      } catch (error) {
        log("error", "failed to write a log", errorFields(error));
      }
      this.#isUnderWay = false;
      // Who finds no room now is the first next time.
      while (this.#onRoom.length > 0 && !this.#isFull) this.#onRoom.shift()?.();
    }
    this.#isWorking = false;
    for (const callback of this.#onEmpty.splice(0)) callback();
  }

  /** Throws NotQuiet while something waits or is under way. */
  checkQuiet(): void {
    if (this.#isWorking) throw new NotQuiet("a log is written");
  }

  get #isFull(): boolean {
    return this.#isUnderWay || this.#bytes >= fullBytes;
  }

  /** Undefined while there is room; calls back once there is, else. */
  whenRoom(callback: () => void): "full" | undefined {
    if (!this.#isFull) return undefined;
    this.#onRoom.push(callback);
    return "full";
  }

  /** Calls back when nothing waits and nothing is under way. */
  whenEmpty(callback: () => void): void {
    if (this.#isWorking) this.#onEmpty.push(callback);
    else callback();
  }

  /** Resolves when nothing waits, or after `limitMs`. */
  emptied(limitMs: number): Promise<void> {
    if (!this.#isWorking || limitMs <= 0) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, limitMs);
      this.whenEmpty(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}
