// The exec processes of a container, by their ids.
import { ShimError } from "../base/errdefs.ts";
import type { ExecProcess } from "./exec-process.ts";

export class Execs {
  readonly #byId = new Map<string, ExecProcess>();

  /** Throws `not-found`. */
  get(id: string): ExecProcess {
    const exec = this.#byId.get(id);
    if (exec === undefined) throw new ShimError("not-found", `process does not exist ${id}`);
    return exec;
  }

  /** Throws `already-exists`. */
  checkNew(id: string): void {
    if (this.#byId.has(id)) throw new ShimError("already-exists", `id ${id}`);
  }

  add(exec: ExecProcess): void {
    this.#byId.set(exec.id, exec);
  }

  remove(exec: ExecProcess): void {
    this.#byId.delete(exec.id);
  }

  all(): ExecProcess[] {
    return [...this.#byId.values()];
  }

  /** Of those that run, which nobody has collected. */
  pids(): number[] {
    return this.all()
      .filter(({ state }) => state.kind === "running")
      .map(({ pid }) => pid);
  }
}
