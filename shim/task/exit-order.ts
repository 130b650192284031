// The order in which the starts and ends of a container's processes become known. It does not know what they are.
//
// Nothing here can fail: what the kernel has reported once is not reported again, so each step of others is tried for itself.
import type { Exit, Reaper } from "../../sys/reaper.ts";
import { NotQuiet } from "../../sys/saved.ts";
import { ShimError } from "../base/errdefs.ts";
import { attempt, errorFields, log } from "../base/log.ts";
import { type Caller, untilAborted } from "./environment.ts";
import type { OrderedExec, OrderedInit, OrderedProcess } from "./ordered-process.ts";
import type { SavedOrder } from "./saved.ts";

export interface ExitOrderOptions {
  readonly init: OrderedInit;
  readonly reaper: Pick<Reaper, "adopt" | "hold">;
  /** Otherwise the kernel ends with init what is left. */
  readonly privatePidNamespace: boolean;
}

/** A logging binary that reads no more holds the news of an exit no longer than this. */
const longestReadMs = 1000;

export class ExitOrder {
  readonly #init: OrderedInit;
  readonly #reaper: Pick<Reaper, "adopt" | "hold">;
  readonly #privatePidNamespace: boolean;
  /** Exec processes from the beginning of their Start until their exit is told. */
  #liveExecs = 0;
  /** A Start of init is under way. */
  #starting = false;
  #adopted = false;
  /** Seen while a Start of init is under way. */
  #untoldOomKills = 0;
  /** How init ended, from the moment at which the kernel has reported it. */
  #initExit: Exit | undefined;
  /** Init's end is known to State, and told or about to be. */
  #settled = false;
  #killingAll: Promise<void> | undefined;
  /** Kills of all that are under way. */
  #kills = 0;

  constructor(options: ExitOrderOptions) {
    this.#init = options.init;
    this.#reaper = options.reaper;
    this.#privatePidNamespace = options.privatePidNamespace;
    this.#init.onOomKill = () => this.#oomKilled();
  }

  /** Throws NotQuiet while a start or an end is under way. */
  save(): SavedOrder {
    if (this.#starting || this.#untoldOomKills > 0 || this.#kills > 0)
      throw new NotQuiet("a start or an end is under way");
    return { adopted: this.#adopted, initExit: this.#initExit, settled: this.#settled };
  }

  /** Before anything else. `running`: the exec processes whose end is not known. */
  restore({ adopted, initExit, settled }: SavedOrder, running: readonly OrderedExec[]): void {
    this.#initExit = initExit;
    this.#settled = settled;
    this.#liveExecs = running.length;
    for (const exec of running) this.#adoptExec(exec);
    if (initExit === undefined && adopted) this.adoptInit();
    else this.#adopted = adopted;
  }

  #adoptExec(exec: OrderedExec): void {
    this.#try(exec, () => this.#reaper.adopt(exec.pid, (exit) => this.#execEnded(exec, exit)));
  }

  /** After Create was told. Does nothing before init has a pid, or once it was adopted. */
  adoptInit(): void {
    const { pid } = this.#init;
    if (pid === 0 || this.#adopted) return;
    this.#adopted = true;
    this.#try(this.#init, () => this.#reaper.adopt(pid, (exit) => this.#initEnded(exit)));
  }

  /** `run`: init's Start. An end or an OOM kill that comes meanwhile is told after the start (KF-004). */
  async startInit(run: () => Promise<void>): Promise<void> {
    // The new process is a stranger to the reaper until its pid is known.
    const release = this.#reaper.hold();
    this.#starting = true;
    try {
      await run();
      this.#try(this.#init, () => this.#init.tellStart());
      this.adoptInit();
    } finally {
      this.#starting = false;
      for (; this.#untoldOomKills > 0; this.#untoldOomKills -= 1) this.#oomKilled();
      this.#settleInit();
      release();
    }
  }

  /** `run`: the exec's Start. Adopted after its start was told, it can't end before (KF-004). */
  async startExec(exec: OrderedExec, run: () => Promise<void>): Promise<void> {
    if (this.#initExit !== undefined) {
      throw new ShimError("failed-precondition", `container ${this.#init.id} init process is not running`);
    }
    this.#liveExecs += 1;
    const release = this.#reaper.hold();
    try {
      try {
        await run();
      } catch (error) {
        // What a runtime that was ended half way has made is known by its first process at most (KF-003).
        if (this.#initExit !== undefined && !this.#privatePidNamespace) this.#killAll();
        this.#execGone();
        throw error;
      }
      this.#try(exec, () => exec.tellStart());
      this.#adoptExec(exec);
      if (this.#initExit !== undefined && !this.#privatePidNamespace) this.#endLateExec(exec);
    } finally {
      release();
    }
  }

  /** `remove`: what Delete does, and tells. It comes when all ends were told. */
  async delete(caller: Caller, remove: () => Promise<void>): Promise<void> {
    await this.#allKilled(caller);
    await this.#init.endForDelete(caller);
    // A process that was ended just now has brought it about.
    await this.#allKilled(caller);
    await remove();
  }

  #oomKilled(): void {
    if (this.#starting) this.#untoldOomKills += 1;
    else this.#try(this.#init, () => this.#init.tellOomKill());
  }

  #initEnded(exit: Exit): void {
    this.#initExit = exit;
    this.#try(this.#init, () => this.#init.noteCollected(exit));
    if (!this.#privatePidNamespace) this.#killAll();
    this.#settleInit();
  }

  #execEnded(exec: OrderedExec, exit: Exit): void {
    this.#try(exec, () => exec.applyExit(exit));
    this.#tellWhenRead(exec, exit, () => this.#execGone());
    this.#try(exec, () => exec.afterExit());
  }

  #execGone(): void {
    this.#liveExecs -= 1;
    this.#settleInit();
  }

  /**
   * Init's end is the last of its container: not while its Start is under way (KF-004), nor while an exec is left whose end would have to
   * come before (KF-001).
   */
  #settleInit(): void {
    const exit = this.#initExit;
    if (exit === undefined || this.#settled || this.#starting || this.#liveExecs > 0) return;
    this.#settled = true;
    this.#try(this.#init, () => this.#init.applyExit(exit));
    // An OOM kill is told before the exit that it caused (KF-085). Nobody waits for either to be delivered (KF-086).
    this.#try(this.#init, () => this.#init.findOomKills());
    this.#tellWhenRead(this.#init, exit, () => {});
    this.#try(this.#init, () => this.#init.afterExit());
  }

  /**
   * At once, but for a logging binary that has not read yet what the process wrote. Some stop reading when they hear of the end
   * (nerdctl's).
   */
  #tellWhenRead(process: OrderedProcess, exit: Exit, then: () => void): void {
    let reading: Promise<void> | undefined;
    this.#try(process, () => {
      reading = process.outputRead(longestReadMs);
    });
    const tell = () => {
      this.#try(process, () => process.tellExit(exit));
      const execId = process === this.#init ? undefined : process.id;
      log("debug", "process exited", { id: this.#init.id, exec_id: execId, pid: process.pid, status: exit.status });
      then();
    };
    if (reading === undefined) tell();
    else {
      reading.then(tell, (error: unknown) => {
        warn(process, error);
        tell();
      });
    }
  }

  /** The runtime forked it after init's end, having looked at init before: the kill of all came too early for it (KF-003). */
  #endLateExec(exec: OrderedExec): void {
    if (exec.exit === undefined) this.#try(exec, () => exec.end());
    // Ended or not: it may have made others.
    this.#killAll();
  }

  /** Nobody on the way of an exit waits for it (KF-008); Delete does. */
  #killAll(): void {
    const earlier = this.#killingAll;
    const kill = async () => {
      this.#kills += 1;
      try {
        await this.#init.killAll();
      } catch (error) {
        warn(this.#init, error);
      } finally {
        this.#kills -= 1;
      }
      await earlier;
    };
    this.#killingAll = kill();
  }

  async #allKilled(caller: Caller): Promise<void> {
    if (this.#killingAll !== undefined) await untilAborted(this.#killingAll, caller.signal);
  }

  #try({ id, pid }: OrderedProcess, step: () => void): void {
    attempt("failed to deal with the start or the end of a process", { id, pid }, step);
  }
}

function warn({ id, pid }: OrderedProcess, error: unknown): void {
  log("warning", "failed to deal with the end of a process", { id, pid, ...errorFields(error) });
}
