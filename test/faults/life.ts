// A container's life under a daemon that bears failures: it notes them, goes on as containerd would, and says at the end what has
// not been kept of what is promised (docs/faults.md).

import { existsSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { ociProcess } from "../../conformance/driver/oci-spec.ts";
import type { Bundle, BundleOptions, ShimDriver } from "../../conformance/driver/shim-driver.ts";
import type { TaskClient } from "../../conformance/driver/task-client.ts";
import type { containerd } from "../../proto/gen/task.js";
import { Status } from "../../shim/task/state.ts";
import { Code, TtrpcError } from "../../ttrpc/status.ts";
import { eventually } from "../helpers/eventually.ts";
import { isAlive, killProcess } from "../helpers/processes.ts";

type CreateRequest = containerd.task.v2.CreateTaskRequest.$Properties;

/** Longer than anything of ours takes, whatever failed. */
/** An emulated machine is slower (scripts/vm/run-tests). */
const patienceMs = 8000 * Number(process.env.RUNTS_TEST_SLOWNESS ?? 1);
const call = { timeoutMs: patienceMs };

/** It ends with 7 when it is told to, which nobody can take for the status of one that was killed. */
const told = "trap 'exit 7' USR1; sleep 1000 & wait";

export interface ExecOptions {
  readonly args?: readonly string[];
  readonly terminal?: boolean;
  readonly stdio?: { stdin?: string; stdout?: string; stderr?: string };
}

export class Life {
  readonly driver: ShimDriver;
  readonly bundle: Bundle;
  /** Calls that failed, and how. */
  readonly failures: string[] = [];
  /** Promises that were not kept. */
  readonly complaints: string[] = [];
  /** What is open after Delete where nothing failed; unknown before. */
  usuallyOpen: readonly string[] | undefined;
  client: TaskClient | undefined;
  /** As `start` printed it. */
  address = "";
  pid = 0;
  shimPid = 0;
  isRunning = false;
  #isDeleted = false;
  /** By exec id; 0 when its Start failed. */
  readonly #execs = new Map<string, number>();
  /** Exit events that there have to be: process and status. */
  readonly #ends: [id: string, status: number][] = [];
  #wait: Promise<number | undefined> | undefined;
  #isLost = false;

  constructor(driver: ShimDriver, options: BundleOptions = {}) {
    this.driver = driver;
    this.bundle = driver.bundle({ args: ["sh", "-c", told], ...options });
  }

  get id(): string {
    return this.bundle.id;
  }

  /** What a call gave, or undefined when it failed, which is noted. */
  async attempt<T>(name: string, run: () => Promise<T>): Promise<T | undefined> {
    const begunMs = performance.now();
    try {
      return await run();
    } catch (error) {
      this.failures.push(`${name}: ${(error as Error).message}`);
      if (performance.now() - begunMs >= patienceMs) this.complaints.push(`${name} hangs`);
      // All of it is asked for rightly.
      const isBlamed = error instanceof TtrpcError && error.code === Code.invalidArgument;
      if (isBlamed) this.complaints.push(`${name} blames its caller: ${error.message}`);
      if (error instanceof TtrpcError && error.message.trim() === "")
        this.complaints.push(`${name} fails without a word`);
      return undefined;
    }
  }

  /** `start`, and a connection. */
  async start(): Promise<boolean> {
    const address = await this.attempt("start", () => this.driver.start(this.bundle));
    if (address === undefined) return false;
    this.address = address;
    this.client = await this.attempt("connect", () => this.driver.connect(address));
    this.shimPid = this.bundle.shimPid() ?? 0;
    return this.client !== undefined;
  }

  async create(more: Partial<CreateRequest> = {}): Promise<boolean> {
    const request = { ...this.bundle.createRequest(), ...more };
    const answer = await this.attempt("Create", () => this.#client.call("Create", request, call));
    this.pid = answer?.pid ?? 0;
    return this.pid > 0;
  }

  async run(): Promise<boolean> {
    const { id } = this;
    this.#wait ??= this.#client.call("Wait", { id }, { timeoutMs: 60_000 }).then(
      ({ exitStatus }) => exitStatus,
      (error: Error) => {
        if (!this.#isLost) this.failures.push(`Wait: ${error.message}`);
        return undefined;
      },
    );
    this.isRunning = (await this.attempt("Start", () => this.#client.call("Start", { id }, call))) !== undefined;
    return this.isRunning;
  }

  /** Exec and Start. What fails is deleted. */
  async exec(
    execId: string,
    { args = ["sleep", "1000"], terminal = false, stdio = {} }: ExecOptions = {},
  ): Promise<number> {
    const { id } = this;
    const spec = { typeUrl: "", value: ociProcess(args, { terminal }) };
    const before = this.#processes().length;
    const isAdded = await this.attempt("Exec", async () => {
      await this.#client.call("Exec", { id, execId, spec, terminal, ...stdio }, call);
      return true;
    });
    if (isAdded !== true) return 0;
    const started = await this.attempt("Start of an exec", () => this.#client.call("Start", { id, execId }, call));
    this.#execs.set(execId, started?.pid ?? 0);
    if (started === undefined) {
      await this.deleteExec(execId);
      const isAlone = () => this.#processes().length <= before;
      await eventually("nothing runs", isAlone, { timeoutMs: 2000 }).catch(() =>
        this.complaints.push("an exec runs whose Start failed"),
      );
    }
    return started?.pid ?? 0;
  }

  /** In the container, as the kernel knows them. */
  #processes(): string[] {
    const cgroup = this.driver.cgroups().find((path) => path.endsWith(`/${this.id}`));
    return cgroup === undefined ? [] : readFileSync(`${cgroup}/cgroup.procs`, "utf8").split("\n").slice(0, -1);
  }

  async deleteExec(execId: string): Promise<void> {
    const { id } = this;
    if (
      (await this.attempt("Delete of an exec", () => this.#client.call("Delete", { id, execId }, call))) !== undefined
    )
      return;
    // As often as it takes.
    await this.attempt("second Delete of an exec", () => this.#client.call("Delete", { id, execId }, call));
  }

  /** Ends an exec that runs, and deletes it. */
  async endExec(execId: string): Promise<void> {
    const pid = this.#execs.get(execId) ?? 0;
    if (pid === 0) return;
    killProcess(pid, "SIGKILL");
    await this.#expectEnd(execId, 137);
    await this.deleteExec(execId);
  }

  /** An exec that ends by itself. */
  async awaitExec(execId: string, status: number): Promise<void> {
    if ((this.#execs.get(execId) ?? 0) === 0) return;
    await this.#expectEnd(execId, status);
    await this.deleteExec(execId);
  }

  /** Wait says it; so does the event, which `finish` looks for. */
  async #expectEnd(execId: string, status: number): Promise<void> {
    const { id } = this;
    this.#ends.push([execId, status]);
    const answer = await this.attempt("Wait for an exec", () => this.#client.call("Wait", { id, execId }, call));
    const seen = answer?.exitStatus;
    if (seen !== undefined && seen !== status) this.complaints.push(`exec ${execId} ended with ${seen}, not ${status}`);
  }

  /** Ends init from outside. */
  async endInit(): Promise<void> {
    if (!this.isRunning) return;
    const isReady = () => (BigInt(`0x${/^SigCgt:\s+([0-9a-f]+)$/m.exec(this.#status())?.[1] ?? "0"}`) & 0x200n) !== 0n;
    await eventually("init is ready to end", isReady, { intervalMs: 2 });
    killProcess(this.pid, "SIGUSR1");
    // A shell between its trap and its wait may forget the first one.
    const again = setInterval(() => isAlive(this.pid) && killProcess(this.pid, "SIGUSR1"), 100);
    await this.expectInitEnd(7).finally(() => clearInterval(again));
  }

  #status(): string {
    return readFileSync(`/proc/${this.pid}/status`, "utf8");
  }

  async expectInitEnd(status: number): Promise<void> {
    const { id } = this;
    this.#ends.push([id, status]);
    const late = Symbol();
    const timer = AbortSignal.timeout(patienceMs);
    const seen = await Promise.race([
      this.#wait,
      new Promise((done) => timer.addEventListener("abort", () => done(late))),
    ]);
    if (seen === late) this.complaints.push("Wait does not tell the end of init");
    else if (seen !== undefined && seen !== status) this.complaints.push(`init ended with ${seen}, not ${status}`);
    const state = await this.attempt("State", () => this.#client.call("State", { id }, call));
    if (state !== undefined && (state.status !== Status.stopped || state.exitStatus !== status)) {
      this.complaints.push(`State says ${state.status}, ${state.exitStatus} after an end with ${status}`);
    }
  }

  async delete(): Promise<void> {
    if (this.pid === 0 || this.#isDeleted) return;
    const { id } = this;
    const answer = await this.attempt("Delete", () => this.#client.call("Delete", { id }, call));
    this.#isDeleted = answer !== undefined;
    const wanted = this.#ends.find(([name]) => name === id)?.[1];
    // A Start that failed half way has ended init, or Delete has: whatever it was, all say the same.
    if (answer !== undefined && wanted === undefined) this.#ends.push([id, answer.exitStatus]);
    if (answer !== undefined && wanted !== undefined && answer.exitStatus !== wanted) {
      this.complaints.push(`Delete says ${answer.exitStatus}, not ${wanted}`);
    }
  }

  /** What the shim has open: files and pipes, by name without numbers. */
  descriptors(): string[] {
    const directory = `/proc/${this.shimPid}/fd`;
    if (!existsSync(directory)) return [];
    const targets = readdirSync(directory).flatMap((name) => {
      try {
        return [readlinkSync(`${directory}/${name}`).replace(this.driver.directory, "").replace(/\d+/g, "N")];
      } catch {
        return []; // closed meanwhile
      }
    });
    // A shim that sleeps has its state in one; the containers' names differ.
    const isOpen = (target: string) =>
      /^(\/|pipe)/.test(target) && !/^\/(memfd:state|bundles\/c-\w+(\/log)?$)/.test(target);
    return targets
      .filter(isOpen)
      .map((target) => target.replaceAll(/c-[0-9a-fN]+/g, "c"))
      .sort();
  }

  /** kill -9 of the shim; from now on there is only `delete`. */
  async killShim(): Promise<void> {
    this.#isLost = true;
    await this.bundle.killShim();
  }

  /** What it can't do it says, and a second one does it. */
  async deleteByAction(): Promise<void> {
    const answer = await this.attempt("delete", () => this.bundle.delete());
    const left = answer?.stderr === "" ? await this.driver.settle() : [];
    for (const line of left) this.complaints.push(`left by a delete without a word: ${line}`);
  }

  get #client(): TaskClient {
    if (this.client === undefined) throw new Error("no connection");
    return this.client;
  }

  /** Nothing fails any more: the rest of the life, and whether all is well. */
  async finish(): Promise<void> {
    const { bundle, id } = this;
    if (this.client === undefined) {
      if (bundle.shimPid() !== undefined)
        await eventually("the shim has gone", () => bundle.shimPid() === undefined).catch(() => {});
      if (bundle.shimPid() !== undefined) this.complaints.push("start failed, and the shim is there");
    } else if (!this.#isLost) await this.#finishServed();
    const answer = await this.attempt("delete", () => bundle.delete());
    const wanted = this.#ends.find(([name]) => name === id)?.[1] ?? 137;
    if (answer === undefined) this.complaints.push(`the delete action failed: ${this.failures.at(-1)}`);
    else if (answer.exitStatus !== wanted)
      this.complaints.push(`the delete action says ${answer.exitStatus}, not ${wanted}`);
    for (const line of await this.driver.settle()) this.complaints.push(`left: ${line}`);
    if (!this.#isLost) this.#checkEvents();
  }

  async #finishServed(): Promise<void> {
    const { id } = this;
    if (!isAlive(this.shimPid)) {
      this.#isLost = true;
      this.complaints.push("the shim died");
      return;
    }
    // Nobody is turned away for what has failed before.
    if (this.pid === 0) {
      const state = await this.#client.call("State", { id }, call).catch((error: unknown) => error);
      if ((state as { code?: number }).code !== Code.notFound)
        this.complaints.push(`no container, but State says ${state}`);
      if (!(await this.create())) this.complaints.push(`Create fails again: ${this.failures.at(-1)}`);
    }
    if (!this.isRunning && this.#ends.length === 0 && (await this.#isCreated())) await this.run();
    if (this.isRunning && !this.#ends.some(([name]) => name === id)) {
      if ((await this.exec("afterwards")) === 0)
        this.complaints.push(`an exec fails afterwards: ${this.failures.at(-1)}`);
      await this.endExec("afterwards");
      await this.endInit();
    }
    if (!this.#isDeleted) await this.delete();
    if (this.pid > 0 && !this.#isDeleted) this.complaints.push(`Delete fails again: ${this.failures.at(-1)}`);
    if (this.#isDeleted) await this.#checkDescriptors();
    await this.attempt("Shutdown", () => this.#client.call("Shutdown", { id }, call));
    await eventually("the shim has left", () => !isAlive(this.shimPid)).catch(() =>
      this.complaints.push("the shim stays"),
    );
  }

  async #isCreated(): Promise<boolean> {
    const { id } = this;
    const state = await this.attempt("State", () => this.#client.call("State", { id }, call));
    return state?.status === Status.created;
  }

  /** Of a deleted container no more is open than without a fault. */
  async #checkDescriptors(): Promise<void> {
    let surplus: string[] = [];
    const isClosed = () => {
      surplus = this.descriptors();
      for (const each of this.usuallyOpen ?? surplus.slice()) {
        const at = surplus.indexOf(each);
        if (at >= 0) surplus.splice(at, 1);
      }
      return surplus.length === 0;
    };
    await eventually("all is closed", isClosed, { timeoutMs: 1000 }).catch(() =>
      this.complaints.push(`open: ${surplus.join()}`),
    );
    this.usuallyOpen ??= this.descriptors();
  }

  /** Each end once, and in order. */
  #checkEvents(): void {
    const { id } = this;
    const events = this.driver.events.of(id).map(({ topic, fields }) => ({
      topic: topic.replace("/tasks/", ""),
      who: String(fields.execId ?? fields.id ?? id),
      status: Number(fields.exitStatus ?? 0),
    }));
    const exits = events.filter(({ topic }) => topic === "exit").map(({ who, status }) => `${who} ${status}`);
    const wanted = this.#ends.map(([who, status]) => `${who} ${status}`);
    const story = events.map(({ topic, who }) => (who === id ? topic : `${topic} ${who}`));
    const at = (line: string) => story.indexOf(line);
    const isWrong =
      exits.toSorted().join() !== wanted.toSorted().join() ||
      (this.pid > 0 && (at("create") !== 0 || at("exit") !== story.length - 2 || at("delete") !== story.length - 1)) ||
      this.#ends.some(([who]) => who !== id && at(`exec-started ${who}`) > at(`exit ${who}`));
    if (isWrong)
      this.complaints.push(`events: ${story.join(", ")}; ends ${exits.join(", ")}; wanted ${wanted.join(", ")}`);
  }
}
