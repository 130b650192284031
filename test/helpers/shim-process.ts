// The shim's executable, called the way containerd calls it, without containerd in between.

import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, constants, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { eventually } from "./eventually.ts";
import type { PrivateContainerd } from "./private-containerd.ts";
import { isAlive, killProcess } from "./processes.ts";

export interface ShimResult {
  exitCode: number | null;
  stdout: Buffer;
  stderr: string;
  /** From the exit until the last holder of stdout and stderr had closed them. */
  closedAfterMs: number;
}

export interface ShimCall {
  args: readonly string[];
  cwd: string;
  stdin?: Uint8Array | undefined;
  /** Besides what the daemon gives. */
  environment?: Record<string, string>;
}

/** Runs the executable until it has ended and nobody holds its stdout and stderr any more. */
export async function callShim(
  containerd: PrivateContainerd,
  { args, cwd, stdin, environment }: ShimCall,
): Promise<ShimResult> {
  const child: ChildProcess = spawn(containerd.shim.executable, args, {
    cwd,
    env: { ...containerd.environment, TTRPC_ADDRESS: `${containerd.address}.ttrpc`, GOMAXPROCS: "2", ...environment },
    stdio: [stdin ? "pipe" : "ignore", "pipe", "pipe"],
  });
  const chunks: { stdout: Buffer[]; stderr: Buffer[] } = { stdout: [], stderr: [] };
  child.stdout?.on("data", (chunk: Buffer) => chunks.stdout.push(chunk));
  child.stderr?.on("data", (chunk: Buffer) => chunks.stderr.push(chunk));
  child.stdin?.end(stdin);
  let exitedAt = 0;
  child.once("exit", () => {
    exitedAt = performance.now();
  });
  const [exitCode] = (await once(child, "close")) as [number | null];
  return {
    exitCode,
    stdout: Buffer.concat(chunks.stdout),
    stderr: Buffer.concat(chunks.stderr).toString(),
    closedAfterMs: performance.now() - exitedAt,
  };
}

/** A bundle that containerd knows nothing of; its directory is named like its container, as always. */
export class Bundle {
  readonly id: string;
  readonly path: string;
  readonly #parent: string;
  readonly #log: number;
  readonly #containerd: PrivateContainerd;

  constructor(containerd: PrivateContainerd, { config = "{}", name = "bundle" } = {}) {
    this.#containerd = containerd;
    this.id = containerd.newId(name);
    this.#parent = mkdtempSync(join(containerd.directory, "bundle-"));
    this.path = join(this.#parent, this.id);
    mkdirSync(this.path);
    // containerd holds it open for reading and writing, so that a shim never waits for a reader.
    execFileSync("mkfifo", ["-m", "700", join(this.path, "log")]);
    this.#log = openSync(join(this.path, "log"), constants.O_RDWR | constants.O_NONBLOCK);
    if (config) writeFileSync(join(this.path, "config.json"), config);
  }

  /** `start` as containerd 1.6 calls it. */
  start(stdin?: Uint8Array): Promise<ShimResult> {
    const { namespace, address } = this.#containerd;
    const flags = ["-namespace", namespace, "-address", address, "-publish-binary", "containerd", "-id", this.id];
    return callShim(this.#containerd, { args: [...flags, "start"], cwd: this.path, stdin });
  }

  /** `delete` as containerd 1.6 calls it. */
  delete(): Promise<ShimResult> {
    const { namespace, address } = this.#containerd;
    const flags = ["-namespace", namespace, "-address", address, "-id", this.id, "-bundle", this.path];
    return callShim(this.#containerd, { args: [...flags, "delete"], cwd: this.path });
  }

  /** The pid of the shim whose first container this is; undefined when there is none. */
  get shimPid(): number | undefined {
    try {
      return this.#containerd.shimPid(this.id);
    } catch {
      return undefined;
    }
  }

  /** Ends the shim, if there is one, in the way that leaves its socket behind. */
  async crashShim(): Promise<void> {
    const pid = this.shimPid;
    if (pid === undefined) return;
    killProcess(pid, "SIGKILL");
    await eventually(`shim ${pid} is gone`, () => !isAlive(pid));
  }

  /** Removes all of it: the shim, its socket, the directory. */
  async remove({ group = this.id } = {}): Promise<void> {
    await this.crashShim();
    rmSync(this.#containerd.shimSocket(group), { force: true });
    closeSync(this.#log);
    rmSync(this.#parent, { recursive: true });
  }
}
