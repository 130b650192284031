// Collects the children that this process adopted as subreaper, each by its pid. It does not know what they are.
//
// The children that this process made itself (sys/spawn.ts) are waited for by the engine, by pid as well; nobody here
// waits for "any" child, so no exit can be stolen. A zombie keeps its status until it is collected, hence an exit that
// comes before `adopt` is found by adopt's first look.
import { noteActivity } from "./activity.ts";
import { type Moment, now } from "./clock.ts";
import { isolated } from "./isolate.ts";
import { oncePerTurn } from "./once-per-turn.ts";
import { collectChild, peekEndedChild } from "./wait.ts";

/** How a process ended. `status` is the exit code, or 128 + signal number. */
export interface Exit {
  readonly status: number;
  readonly at: Moment;
}

/** Each may have taken the place of a SIGCHLD (Reaper.start). */
const otherSignals = ["SIGIO", "SIGHUP", "SIGPIPE"] as const;

export class Reaper {
  readonly #adopted = new Map<number, (exit: Exit) => void>();
  readonly #isOwn: (pid: number) => boolean;
  readonly #onSignal = () => this.collect();
  readonly #onOtherSignal = oncePerTurn(() => {
    if (peekEndedChild() !== undefined) this.collect();
  });
  #holds = 0;
  #isPaused = false;
  #onFree: (() => void)[] = [];

  /** `isOwn` tells the children that the engine waits for. */
  constructor(isOwn: (pid: number) => boolean) {
    this.#isOwn = isOwn;
  }

  /**
   * Bun keeps signals in a ring that is written by their handlers, one at a time as it thinks: of two that come at the same
   * instant one overwrites the other, and none is taken when it is full. The last output of a process and its end are such
   * signals (sys/readiness.ts); whichever is left has to do for both.
   */
  start(): void {
    process.on("SIGCHLD", this.#onSignal);
    for (const signal of otherSignals) process.on(signal, this.#onOtherSignal);
  }

  stop(): void {
    process.off("SIGCHLD", this.#onSignal);
    for (const signal of otherSignals) process.off(signal, this.#onOtherSignal);
  }

  /** Those that are waited for. */
  get pids(): number[] {
    return [...this.#adopted.keys()];
  }

  /** Number of processes waited for. */
  get size(): number {
    return this.#adopted.size;
  }

  /** Whether `pid` is waited for. */
  has(pid: number): boolean {
    return this.#adopted.has(pid);
  }

  /**
   * Waits for the adopted child `pid`: `onExit` is called once, from within this call when it has ended already. What it throws
   * ends nothing here, but nobody calls it again: it is to do first what must not fail.
   * A pid that is no child of ours (it never was, or somebody else collected it) is reported as 255 at once: its
   * status can't be known any more, and a wait for it would never end.
   */
  adopt(pid: number, onExit: (exit: Exit) => void): void {
    this.#adopted.set(pid, onExit);
    if (!this.#isPaused) this.#look(pid, onExit);
  }

  /** Nobody is collected until the returned function is called: it may be another image of this process that does it. */
  pause(): () => void {
    this.#isPaused = true;
    return () => {
      this.#isPaused = false;
      this.collect();
    };
  }

  /** Strangers are left alone until the returned function is called: the runtime may be making a process of ours. */
  hold(): () => void {
    this.#holds += 1;
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      this.#holds -= 1;
      if (this.#holds > 0) return;
      for (const look of this.#onFree.splice(0)) isolated(look);
      this.#collectStrangers();
    };
  }

  /** Calls `look` once, when no process of ours is being made: every child that is not waited for is a stranger then. */
  whenFree(look: () => void): void {
    if (this.isFree) look();
    else this.#onFree.push(look);
  }

  /** Whether strangers are looked at: no process of ours is being made. */
  get isFree(): boolean {
    return this.#holds === 0;
  }

  /** Looks at every adopted process, then at strangers. Called for each SIGCHLD. */
  collect(): void {
    if (this.#isPaused) return;
    for (const [pid, onExit] of this.#adopted) isolated(() => this.#look(pid, onExit));
    if (this.#holds === 0) this.#collectStrangers();
  }

  #look(pid: number, onExit: (exit: Exit) => void): void {
    const status = collectChild(pid);
    if (status === "running") return;
    this.#adopted.delete(pid);
    noteActivity();
    const exit = { status: status === "not-a-child" ? 255 : status, at: now() };
    isolated(() => onExit(exit));
  }

  /** Zombies of daemonised grandchildren and hooks (KF-108). Stops at a child that the engine is about to collect. */
  #collectStrangers(): void {
    while (!this.#isPaused) {
      const pid = peekEndedChild();
      if (pid === undefined || this.#isOwn(pid)) return;
      const onExit = this.#adopted.get(pid);
      if (onExit !== undefined) this.#look(pid, onExit);
      else collectChild(pid);
    }
  }
}
