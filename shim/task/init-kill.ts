// Signals for init and for the whole container, and the list of what is in it.
import { RuncError } from "../../oci/errors.ts";
import type { Runtime } from "../../oci/runc.ts";
import type { Reaper } from "../../sys/reaper.ts";
import { describeRuntimeError as describe, interruption, rawRuntimeError, ShimError } from "../base/errdefs.ts";
import { errorFields, log } from "../base/log.ts";
import type { Caller } from "./environment.ts";
import type { Freeze } from "./freeze.ts";
import type { InitCgroup } from "./init-cgroup.ts";
import type { InitLife } from "./init-life.ts";
import { killError, killText, processFinished, SIGKILL, signalProcess } from "./signal.ts";

export interface InitKillOptions {
  /** Of the container. */
  readonly id: string;
  readonly life: InitLife;
  readonly cgroup: InitCgroup;
  readonly freeze: Freeze;
  readonly runtime: Runtime;
  readonly reaper: Reaper;
  /** The other processes that this shim knows to run in the container. */
  readonly execPids: () => number[];
}

export class InitKill {
  readonly #options: InitKillOptions;

  constructor(options: InitKillOptions) {
    this.#options = options;
  }

  /**
   * Sends `signal`; does not wait for its effect. By kill(2) where that is surely the same as the runtime's kill:
   * a runtime known to do just that, a process that is not collected, whose pid nobody else can have.
   */
  async kill(signal: number, options: { all: boolean }, caller: Caller): Promise<void> {
    const { id, life, cgroup, runtime, reaper } = this.#options;
    if (life.state.kind === "deleted") throw new ShimError("not-found", "cannot kill a deleted process");
    reaper.collect();
    if (life.collected && !options.all) throw processFinished();
    let signalled = 0;
    if (options.all) {
      cgroup.find();
      // All of the container is what its cgroup holds, for the known runtimes as for us; other signals are not worth a
      // second implementation of their freezing.
      if (signal === SIGKILL && (await this.#killCgroup())) return;
      signalled = this.#signalMoved(signal);
    } else if (this.#canSignal(signal)) {
      return this.#killInit(signal);
    }
    try {
      await runtime.kill(id, signal, { all: options.all, signal: caller.signal });
    } catch (error) {
      if (signalled > 0 && interruption(error) === undefined) return;
      throw interruption(error) ?? killError(error instanceof RuncError ? error.raw : String(error));
    }
  }

  #killInit(signal: number): void {
    try {
      signalProcess(this.#options.life.pid, signal);
      if (signal === SIGKILL) this.#options.freeze.thawKilled();
    } catch (error) {
      throw error instanceof ShimError ? error : killError(killText(error));
    }
  }

  /** No process that is frozen takes another signal than SIGKILL: what becomes of it is the runtime's affair. */
  #canSignal(signal: number): boolean {
    const { life, cgroup, runtime } = this.#options;
    if (!runtime.isKnown || life.pid === 0) return false;
    cgroup.find();
    if (signal === SIGKILL && cgroup.own !== undefined) return true;
    return !(cgroup.askFrozen() ?? life.isFrozen);
  }

  /** SIGKILL for a process that waits for its start. */
  killCreated(): void {
    const { life, cgroup, freeze, reaper } = this.#options;
    reaper.collect();
    const { livePid } = life;
    if (livePid === undefined) return;
    cgroup.find();
    signalProcess(livePid, SIGKILL);
    freeze.thawKilled();
  }

  /** Ends everything that is left in the container, for shared pid namespaces. Failures are logged. */
  async killAll(): Promise<void> {
    const { id, runtime, execPids } = this.#options;
    // Nothing to start and nobody to wait for (KF-008).
    if (await this.#killCgroup()) return;
    try {
      await runtime.kill(id, SIGKILL, { all: true });
    } catch (error) {
      // Init's exit waits for those that we know: none may live on for a command that failed.
      for (const pid of execPids()) signalUnlessGone(pid, SIGKILL);
      if (error instanceof RuncError && error.meaning !== "other") return;
      log("warning", `failed to kill init's children`, {
        id,
        ...errorFields(describe(error, "OCI runtime killall failed")),
      });
    }
  }

  /** Host pids of the container's processes. */
  async pids(caller: Caller): Promise<number[]> {
    const { id, cgroup, runtime, reaper } = this.#options;
    cgroup.find();
    if (cgroup.own === undefined) {
      try {
        return await runtime.ps(id, caller.signal);
      } catch (error) {
        throw rawRuntimeError(error);
      }
    }
    const pids = cgroup.own.pids();
    const findMissing = () => this.#knownPids().filter((pid) => !pids.includes(pid));
    if (findMissing().length === 0) return pids;
    // Most likely it has just ended.
    reaper.collect();
    return [...pids, ...findMissing()];
  }

  /**
   * Processes that this shim knows, and that nobody has collected: they are the container's wherever they are. Processes can be
   * moved, and a cgroup that is gone is proof of nothing.
   */
  #knownPids(): number[] {
    const { life, execPids } = this.#options;
    return [...(life.livePid === undefined ? [] : [life.livePid]), ...execPids()];
  }

  /** Ends everything in the cgroup; false when that is the runtime's affair. */
  async #killCgroup(): Promise<boolean> {
    const { cgroup, freeze } = this.#options;
    const { own } = cgroup;
    if (own === undefined) return false;
    try {
      for (const pid of this.#knownPids()) signalUnlessGone(pid, SIGKILL);
      // A Pause that is under way lets them go as well.
      freeze.thawKilled();
      await own.killAll();
      return true;
    } catch (error) {
      log("warning", "failed to kill a cgroup, leaving it to the runtime", {
        id: this.#options.id,
        ...errorFields(error),
      });
      return false;
    }
  }

  /** Signals what we know and the runtime will not find, as it is in the container's cgroup no more. Returns how many that are. */
  #signalMoved(signal: number): number {
    const { cgroup, runtime } = this.#options;
    // Twice does no harm with SIGKILL alone.
    if (!runtime.isKnown || (cgroup.own === undefined && signal !== SIGKILL)) return 0;
    const inside = cgroup.own?.pids() ?? [];
    const moved = this.#knownPids().filter((pid) => !inside.includes(pid));
    for (const pid of moved) signalUnlessGone(pid, signal);
    return moved.length;
  }
}

function signalUnlessGone(pid: number, signal: number): void {
  try {
    signalProcess(pid, signal);
  } catch (error) {
    if (!(error instanceof ShimError)) throw error; // else it is gone
  }
}
