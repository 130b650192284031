// What is known of the life of a container's first process: its state, its pid, its end.
import type { Exit } from "../../sys/reaper.ts";
import type { SavedLife } from "./saved.ts";
import { allowInit, type InitState, type InitVerb } from "./state.ts";

export class InitLife {
  #state: InitState;
  #collected: Exit | undefined;

  constructor(first: "created" | "createdCheckpoint") {
    this.#state = first === "created" ? { kind: "created", pid: 0 } : { kind: "createdCheckpoint" };
  }

  save(): SavedLife {
    return { state: this.#state, collected: this.#collected };
  }

  restore({ state, collected }: SavedLife): void {
    this.#state = state;
    this.#collected = collected;
  }

  get state(): InitState {
    return this.#state;
  }

  /** 0 until known. */
  get pid(): number {
    return this.#state.kind === "createdCheckpoint" ? 0 : this.#state.pid;
  }

  /** How it ended, once that was applied. */
  get exit(): Exit | undefined {
    return this.#state.kind === "stopped" || this.#state.kind === "deleted" ? this.#state.exit : undefined;
  }

  /** The kernel has reported the end, whether or not it was applied yet: the pid is nobody's. */
  get collected(): boolean {
    return this.#collected !== undefined;
  }

  /** Of a process that nobody has collected, whose pid can't be anybody else's; undefined if there is none. */
  get livePid(): number | undefined {
    return this.collected || this.exit !== undefined || this.pid === 0 ? undefined : this.pid;
  }

  get isFrozen(): boolean {
    return this.#state.kind === "paused" || this.#state.kind === "pausing";
  }

  /** Throws when `verb` is not allowed in the state. */
  allow(verb: InitVerb): void {
    allowInit(verb, this.#state);
  }

  /** The runtime has made it, or started it. */
  become(kind: "created" | "running", pid: number): void {
    this.#state = { kind, pid };
  }

  /** Does nothing but for a process that has been started and has not ended. */
  becomeFrozen(kind: "running" | "pausing" | "paused"): void {
    const state = this.#state;
    if (state.kind !== "running" && state.kind !== "pausing" && state.kind !== "paused") return;
    this.#state = { kind, pid: state.pid };
  }

  noteCollected(exit: Exit): void {
    this.#collected = exit;
  }

  applyExit(exit: Exit): void {
    this.#state = { kind: "stopped", pid: this.pid, exit };
  }

  becomeDeleted(): void {
    this.#state = { kind: "deleted", pid: this.pid, exit: this.exit };
  }
}
