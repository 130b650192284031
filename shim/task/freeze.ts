// Pause and Resume, and what is to be thawed. Whether a container stands still is the kernel's to say: others may pause and
// resume it too, and a command may have had its effect before it was ended.
import type { Runtime } from "../../oci/runc.ts";
import { describeRuntimeError as describe } from "../base/errdefs.ts";
import { attempt, errorFields, log } from "../base/log.ts";
import type { Caller } from "./environment.ts";
import type { InitCgroup } from "./init-cgroup.ts";
import type { InitLife } from "./init-life.ts";
import type { SavedFreeze } from "./saved.ts";
import type { InitVerb } from "./state.ts";

export interface FreezeOptions {
  /** Of the container. */
  readonly id: string;
  readonly life: InitLife;
  readonly cgroup: InitCgroup;
  readonly runtime: Runtime;
}

export class Freeze {
  readonly #id: string;
  readonly #life: InitLife;
  readonly #cgroup: InitCgroup;
  readonly #runtime: Runtime;
  /** Init was sent SIGKILL. */
  #killed = false;
  #endedFrozen = false;
  /** A Pause failed, and nobody can be asked whether it had its effect. */
  #inDoubt = false;

  constructor({ id, life, cgroup, runtime }: FreezeOptions) {
    this.#id = id;
    this.#life = life;
    this.#cgroup = cgroup;
    this.#runtime = runtime;
  }

  save(): SavedFreeze {
    return { killed: this.#killed, endedFrozen: this.#endedFrozen, inDoubt: this.#inDoubt };
  }

  takeUp({ killed, endedFrozen, inDoubt = false }: SavedFreeze): void {
    this.#inDoubt = inDoubt;
    this.#killed = killed;
    this.#endedFrozen = endedFrozen;
  }

  /** Throws when `verb` is not allowed in the state, of which the kernel is asked where it may have changed. */
  allow(verb: InitVerb): void {
    const { kind } = this.#life.state;
    if (kind === "paused" || (kind === "running" && (verb === "pause" || verb === "resume"))) this.#ask(kind);
    if (verb === "resume" && this.#inDoubt && this.#life.state.kind === "running") return;
    this.#life.allow(verb);
  }

  /** `otherwise`: where the kernel can't be asked. Returns whether it could. */
  #ask(otherwise: "paused" | "running"): boolean {
    const frozen = this.#cgroup.askFrozen();
    this.#life.becomeFrozen((frozen ?? otherwise === "paused") ? "paused" : "running");
    return frozen !== undefined;
  }

  async pause(caller: Caller): Promise<void> {
    this.allow("pause");
    this.#life.becomeFrozen("pausing");
    try {
      await this.#runtime.pause(this.#id, caller.signal);
      this.#ask("paused");
      this.#inDoubt = false;
    } catch (error) {
      this.#inDoubt = !this.#ask("running");
      throw describe(error, "OCI runtime pause failed");
    } finally {
      // A kill that came in the midst of it found nothing to thaw.
      if (this.#killed) this.thawKilled();
    }
  }

  async resume(caller: Caller): Promise<void> {
    this.allow("resume");
    try {
      await this.#runtime.resume(this.#id, caller.signal);
    } catch (error) {
      this.#ask("paused");
      throw describe(error, "OCI runtime resume failed");
    }
    this.#inDoubt = false;
    this.#ask("running");
  }

  /** After something that may have frozen or thawed it: as it was before, whatever happened (KF-139). */
  async restore(): Promise<void> {
    const { kind } = this.#life.state;
    if ((kind !== "running" && kind !== "paused") || this.#life.collected) return;
    const isWanted = kind === "paused";
    const { own } = this.#cgroup;
    if (own === undefined || own.frozen === isWanted) return;
    try {
      if (isWanted) await this.#runtime.pause(this.#id);
      else await this.#runtime.resume(this.#id);
    } catch (error) {
      log("warning", `a container that was ${kind} is not any more`, { id: this.#id, ...errorFields(error) });
    }
  }

  /** Init was sent SIGKILL. A frozen process of cgroup v1 does not even act on that (KF-143), whoever has frozen it. */
  thawKilled(): void {
    this.#killed = true;
    attempt("failed to thaw a killed container", { id: this.#id }, () => this.#cgroup.own?.thaw());
  }

  /** The exec process `pid` was sent SIGKILL: it dies alone, where all stand still. */
  releaseKilled(pid: number): void {
    attempt("failed to release a killed process", { id: this.#id, pid }, () => this.#cgroup.own?.releaseKilled(pid));
  }

  /** Init has ended, in the state that it is in. */
  noteEnd(): void {
    this.#endedFrozen = this.#life.isFrozen;
  }

  /** What is left in a container that ended frozen could not end. Waits for nothing; failures are logged. */
  thawRest(): void {
    if (this.#endedFrozen) void this.#thawRest();
  }

  async #thawRest(): Promise<void> {
    try {
      const { own } = this.#cgroup;
      if (own !== undefined) own.thaw();
      else await this.#runtime.resume(this.#id);
    } catch (error) {
      log("warning", "failed to resume a stopped container", { id: this.#id, ...errorFields(error) });
    }
  }
}
