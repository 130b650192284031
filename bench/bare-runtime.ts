// runc alone doing the same steps: what no shim can be faster than.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, constants, openSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ociProcess } from "../conformance/driver/oci-spec.ts";
import type { Bundle, ShimDriver } from "../conformance/driver/shim-driver.ts";

export class BareRuntime {
  readonly #driver: ShimDriver;

  constructor(driver: ShimDriver) {
    this.#driver = driver;
  }

  /** `runc create` and `runc start`; stdout is the FIFO at `stdout`. */
  async run(bundle: Bundle, stdout: string | undefined): Promise<void> {
    const pidFile = join(bundle.path, "init.pid");
    await this.#command(["create", "--bundle", bundle.path, "--pid-file", pidFile, bundle.id], stdout);
    await this.#command(["start", bundle.id]);
  }

  /** `runc exec` up to the end of the process: detached, nobody of ours would collect it. */
  async exec(bundle: Bundle, args: readonly string[]): Promise<void> {
    const file = join(bundle.path, "process.json");
    writeFileSync(file, ociProcess(args));
    await this.#command(["exec", "--process", file, bundle.id]);
  }

  async delete(bundle: Bundle): Promise<void> {
    await this.#command(["delete", bundle.id]);
  }

  kill(bundle: Bundle): void {
    process.kill(Number(readFileSync(join(bundle.path, "init.pid"), "utf8")), "SIGKILL");
  }

  async #command(words: readonly string[], stdout?: string): Promise<void> {
    const root = join(this.#driver.runtimeRoot, this.#driver.namespace);
    const log = join(this.#driver.directory, "runc.log");
    const output = stdout === undefined ? "ignore" : openSync(stdout, constants.O_RDWR);
    let child: ChildProcess;
    try {
      child = spawn("runc", ["--root", root, "--log", log, "--log-format", "json", ...words], {
        stdio: ["ignore", output, output],
      });
    } finally {
      if (output !== "ignore") closeSync(output);
    }
    const [code] = (await once(child, "exit")) as [number | null];
    if (code !== 0) throw new Error(`runc ${words[0]}: exit ${code}: ${readFileSync(log, "utf8")}`);
  }
}
