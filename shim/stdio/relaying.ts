// A copy's bytes while another thread moves them (sys/relay.ts).
import type { Fd } from "../../sys/fd.ts";
import type { Relayed, relay } from "../../sys/relay.ts";

export class Relaying {
  readonly #relay: typeof relay | undefined;
  #relayed: Relayed | undefined;

  /** Without `begin` nothing ever is. */
  constructor(begin: typeof relay | undefined) {
    this.#relay = begin;
  }

  get isOn(): boolean {
    return this.#relayed !== undefined;
  }

  /** Whether it is now. `onReturn`: the thread has stopped, and it is to be taken back. */
  begin(source: Fd, sink: Fd | undefined, onReturn: () => void): boolean {
    this.#relayed = sink === undefined ? undefined : this.#relay?.(source, sink, onReturn);
    return this.isOn;
  }

  /** What was read and not written. */
  takeBack(): Buffer | undefined {
    const relayed = this.#relayed;
    this.#relayed = undefined;
    return relayed?.takeBack();
  }
}
