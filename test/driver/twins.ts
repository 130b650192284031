// Our shim and Go's, each with a recording runtime, that are asked the same.

import { rmSync } from "node:fs";
import { join } from "node:path";
import { failure } from "../../conformance/driver/container.ts";
import { FakeRuntime } from "../../conformance/driver/fake-runtime.ts";
import type { Bundle, ShimDriver } from "../../conformance/driver/shim-driver.ts";
import type { TaskClient } from "../../conformance/driver/task-client.ts";

/** What came of a call: its answer, or its failure. */
export type Outcome<T> = { readonly answer: T } | { readonly code: unknown; readonly message: string };

export class Twin {
  readonly driver: ShimDriver;
  readonly runtime: FakeRuntime;
  readonly client: TaskClient;
  readonly isOurs: boolean;
  readonly #keeper: Bundle;

  private constructor(driver: ShimDriver, isOurs: boolean, runtime: FakeRuntime, client: TaskClient, keeper: Bundle) {
    this.driver = driver;
    this.isOurs = isOurs;
    this.runtime = runtime;
    this.client = client;
    this.#keeper = keeper;
  }

  /** A shim that has a container already, which is Created. */
  static async start(driver: ShimDriver, isOurs: boolean): Promise<Twin> {
    const runtime = new FakeRuntime(driver);
    runtime.record();
    const bundle = driver.bundle();
    const client = await driver.shim(bundle);
    await client.call("Create", bundle.createRequest(runtime.options));
    runtime.forgetCalls();
    return new Twin(driver, isOurs, runtime, client, bundle);
  }

  /** The container that is there for all. */
  get id(): string {
    return this.#keeper.id;
  }

  get bundle(): string {
    return this.#keeper.path;
  }

  async outcome<T>(call: Promise<T>): Promise<Outcome<T>> {
    const failed = call.then(
      () => undefined,
      () => failure(call),
    );
    const error = await failed;
    return error === undefined ? { answer: await call } : { code: error.code, message: this.clean(error.message) };
  }

  /** Without the names that are this driver's alone. */
  clean(text: string): string {
    const { directory, namespace } = this.driver;
    return text
      .replaceAll(this.runtime.options.root ?? "\0", "<home>")
      .replaceAll(directory, "<directory>")
      .replaceAll(namespace, "<namespace>")
      .replaceAll(this.id, "<id>");
  }

  /** Command lines since the last time, without what is nobody's business: where its log is, which file the process is in. */
  commands(): string[][] {
    const calls = this.runtime.argv().map((words) =>
      words.map((word, at) => {
        const flag = words[at - 1];
        if (flag === "--log") return word.replace(/\/log(-\d+)?\.json$/, "/log.json");
        if (flag === "--process") return "<process>";
        // docs/stdio.md: it is in the bundle.
        if (flag === "--console-socket") return "<socket>";
        return word;
      }),
    );
    this.runtime.forgetCalls();
    return calls.map((words) => words.map((word) => this.clean(word)));
  }

  file(name: string): string {
    return join(this.bundle, name);
  }

  async stop(): Promise<void> {
    if (this.isOurs) {
      return this.driver.end(this.client, this.#keeper).catch((error: unknown) => {
        throw new Error(`the shim could not be ended; its log:\n${this.#keeper.logText()}`, { cause: error });
      });
    }
    // Go's does not always leave when it is told to.
    const { id } = this;
    await this.client.call("Kill", { id, signal: 9 });
    await this.client.call("Wait", { id });
    await this.client.call("Delete", { id });
    await this.#keeper.killShim();
    rmSync(this.#keeper.socket, { force: true });
  }
}
