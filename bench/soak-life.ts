// What a shim goes through in a soak: the works of a mixed life, each of which checks what comes of it.

import { closeSync, constants, openSync, rmSync } from "node:fs";
import { TestContainer } from "../conformance/driver/container.ts";
import { LoggingBinary, ready } from "../conformance/driver/logging-binary.ts";
import { ociProcess } from "../conformance/driver/oci-spec.ts";
import type { Bundle, BundleOptions, ShimDriver } from "../conformance/driver/shim-driver.ts";
import { RawConnection } from "../test/driver/raw-connection.ts";
import { rawFrame } from "../test/fixtures/raw-ttrpc.ts";
import type { Random } from "../test/fuzz/mutate.ts";
import { fallsAsleep } from "../test/helpers/asleep.ts";
import { eventually } from "../test/helpers/eventually.ts";

const eat = "s=xxxxxxxxxxxxxxxx; while :; do s=$s$s; done";

function check(condition: boolean, what: string): asserts condition {
  if (!condition) throw new Error(what);
}

export class SoakedShim {
  readonly driver: ShimDriver;
  readonly container: TestContainer;
  readonly random: Random;
  /** How often each work was done. */
  readonly counts = new Map<string, number>();
  #execs = 0;
  /** Execs whose exit has to be told. */
  readonly #ended: string[] = [];

  constructor(driver: ShimDriver, container: TestContainer, random: Random) {
    this.driver = driver;
    this.container = container;
    this.random = random;
  }

  static async start(driver: ShimDriver, random: Random): Promise<SoakedShim> {
    return new SoakedShim(driver, await TestContainer.run(driver, { args: ["sleep", "infinity"] }), random);
  }

  get pid(): number {
    const pid = this.container.bundle.shimPid();
    if (pid === undefined) throw new Error("the shim is gone");
    return pid;
  }

  readonly works: Readonly<Record<string, () => Promise<void>>> = {
    execs: async () => {
      await Promise.all(Array.from({ length: 5 }, () => this.exec(["sh", "-c", "echo out; echo err >&2; exit 7"], 7)));
    },
    "exec with a terminal": () => this.#terminal(),
    container: () => this.#container({ args: ["sh", "-c", "echo hello; exit 3"] }, 3),
    "container with a megabyte of output": () =>
      this.#container({ args: ["sh", "-c", "yes 0123456789abcde | head -c 1000000"] }, 0, 1_000_000),
    "OOM kill": () => this.#container({ args: ["sh", "-c", eat], memoryLimit: 16 << 20 }, 137),
    "logging binary": () => this.#logged(),
    "client that is killed": () => this.#brokenClient(),
    "restart of the daemon": async () => {
      await this.driver.events.leave();
      await this.exec(["true"], 0);
      await this.driver.events.listen();
    },
    "pause and resume": async () => {
      await this.container.client.call("Pause", { id: this.container.id });
      await this.container.client.call("Resume", { id: this.container.id });
    },
    "life of another shim": async () => {
      const other = await TestContainer.run(this.driver, { args: ["sh", "-c", "exit 4"] });
      check((await other.wait()) === 4, "another shim's container has another status");
      await other.end();
      await this.#forget(other.bundle, ["create", "start", "exit", "delete"]);
    },
  };

  async do(name: string): Promise<void> {
    const work = this.works[name];
    if (work === undefined) throw new Error(`no work ${name}`);
    await work();
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
  }

  /** Until something comes: one that is woken too soon waits longer the next time. */
  async sleep(): Promise<void> {
    await fallsAsleep(this.pid, 30_000);
    this.counts.set("sleep", (this.counts.get("sleep") ?? 0) + 1);
  }

  async upgrade(): Promise<void> {
    await this.container.client.upgrade();
    this.counts.set("upgrade", (this.counts.get("upgrade") ?? 0) + 1);
  }

  /** One exec with FIFOs from Exec to Delete: milliseconds from its Start to the answer to Wait. */
  async exec(args: readonly string[], status: number): Promise<number> {
    const { client, id, bundle } = this.container;
    const execId = this.#nextExec();
    const [stdout, stderr] = [bundle.output(`${execId}-o`), bundle.output(`${execId}-e`)];
    const spec = { typeUrl: "", value: ociProcess(args) };
    await client.call("Exec", { id, execId, spec, stdout: stdout.path, stderr: stderr.path });
    const before = performance.now();
    await client.call("Start", { id, execId });
    const { exitStatus } = await client.call("Wait", { id, execId });
    const tookMs = performance.now() - before;
    check(exitStatus === status, `${execId} has ended with ${exitStatus}, not ${status}`);
    await client.call("Delete", { id, execId });
    for (const end of [stdout, stderr]) {
      await end.toEnd();
      end.close();
      rmSync(end.path);
    }
    return tookMs;
  }

  #nextExec(): string {
    this.#execs += 1;
    const execId = `e${this.#execs}`;
    this.#ended.push(execId);
    return execId;
  }

  async #terminal(): Promise<void> {
    const { client, id, bundle } = this.container;
    const execId = this.#nextExec();
    const [stdin, stdout] = [bundle.input(`${execId}-i`), bundle.output(`${execId}-o`)];
    const spec = { typeUrl: "", value: ociProcess(["sh"], { terminal: true }) };
    await client.call("Exec", { id, execId, spec, terminal: true, stdin: stdin.path, stdout: stdout.path });
    await client.call("Start", { id, execId });
    await client.call("ResizePty", { id, execId, width: 100, height: 30 });
    stdin.write("echo $((6 * 7)); exit 5\n");
    check((await client.call("Wait", { id, execId })).exitStatus === 5, "the terminal's shell has another status");
    await client.call("Delete", { id, execId });
    check((await stdout.toEnd()).includes("42"), "the terminal's output is not complete");
    stdin.close();
    for (const end of [stdin, stdout]) rmSync(end.path);
  }

  /** Another container in the same shim. */
  async #container(options: BundleOptions, status: number, bytes?: number): Promise<void> {
    const bundle = this.driver.bundle(options);
    const { client } = this.container;
    const [stdout, stderr] = [bundle.output(), bundle.output("stderr")];
    await client.call("Create", { ...bundle.createRequest(), stdout: stdout.path, stderr: stderr.path });
    await client.call("Start", { id: bundle.id });
    const waiting = client.call("Wait", { id: bundle.id });
    const text = await stdout.toEnd();
    check((await waiting).exitStatus === status, `${bundle.id} has another status`);
    if (bytes !== undefined) check(text.length === bytes, `${text.length} bytes of ${bytes} have come`);
    await client.call("Delete", { id: bundle.id });
    const oom = options.memoryLimit === undefined ? [] : ["oom"];
    await this.#forget(bundle, ["create", "start", ...oom, "exit", "delete"]);
  }

  async #logged(): Promise<void> {
    const program = new LoggingBinary(this.driver, `${ready}; cat <&3 >$d/out`);
    const bundle = this.driver.bundle({ args: ["sh", "-c", "echo logged"] });
    const { client } = this.container;
    await client.call("Create", { ...bundle.createRequest(), stdout: program.uri(), stderr: program.uri() });
    await client.call("Start", { id: bundle.id });
    await client.call("Wait", { id: bundle.id });
    await client.call("Delete", { id: bundle.id });
    check(program.file("out") === "logged\n", "the logging binary has not got all");
    rmSync(program.directory, { recursive: true });
    await this.#forget(bundle, ["create", "start", "exit", "delete"]);
  }

  /** Calls that wait, half a frame, and the end; and a reader of an exec that goes away in the middle. */
  async #brokenClient(): Promise<void> {
    const { id, bundle, client } = this.container;
    const other = await this.driver.connect(`unix://${bundle.socket}`);
    const waits = Array.from({ length: 20 }, () => other.call("Wait", { id }).catch(() => undefined));
    await other.call("State", { id });
    other.close();
    await Promise.all(waits);
    const raw = await RawConnection.open(bundle.socket);
    raw.write(rawFrame(1, 1, 0, Buffer.alloc(1000), 100_000));
    await client.call("State", { id });
    raw.close();
    const execId = this.#nextExec();
    const output = bundle.output(`${execId}-o`);
    const spec = { typeUrl: "", value: ociProcess(["sh", "-c", "yes | head -c 300000"]) };
    await client.call("Exec", { id, execId, spec, stdout: output.path, stderr: output.path });
    await client.call("Start", { id, execId });
    await eventually("some of it has come", () => output.text.length > 0);
    output.close();
    const again = openSync(output.path, constants.O_RDWR | constants.O_NONBLOCK);
    closeSync(again);
    await client.call("Kill", { id, execId, signal: 9 }).catch(() => undefined);
    await client.call("Wait", { id, execId });
    await client.call("Delete", { id, execId });
    rmSync(output.path);
  }

  /** Everything of it was told, in order and once. */
  async #forget(bundle: Bundle, topics: readonly string[]): Promise<void> {
    await this.driver.events.waitFor(bundle.id, topics.length);
    const told = this.driver.events.topics(bundle.id);
    check(told.join() === topics.join(), `${bundle.id}: ${told.join()} was told, not ${topics.join()}`);
    bundle.close();
    rmSync(bundle.path, { recursive: true });
  }

  /** The container's end. Returns what was lost or is left. */
  async end(): Promise<string[]> {
    const { id } = this.container;
    await this.container.end();
    const exits = () => this.driver.events.of(id).filter(({ topic }) => topic === "/tasks/exit");
    await eventually("all exits are told", () => exits().length >= this.#ended.length + 1).catch(() => undefined);
    const told = exits().map(({ fields }) => String(fields.id));
    const lost = [...this.#ended, id].filter((name) => !told.includes(name));
    const twice = told.filter((name, at) => told.indexOf(name) !== at);
    return [
      ...lost.map((name) => `the exit of ${name} was not told`),
      ...twice.map((name) => `the exit of ${name} was told twice`),
      ...(await this.driver.settle(10_000)).map((what) => `left: ${what}`),
    ];
  }
}
