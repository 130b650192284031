// An OCI runtime's command line as an object: one method per verb. It knows nothing of containerd.
import { errnoText, SysError } from "../sys/errno.ts";
import { exists, fileInfo } from "../sys/file.ts";
import {
  type CheckpointOptions,
  type CreateOptions,
  checkpointArgs,
  createArgs,
  deleteArgs,
  type ExecOptions,
  execArgs,
  globalArgs,
  killArgs,
  type RestoreOptions,
  type RuntimeOptions,
  restoreArgs,
} from "./args.ts";
import { type CommandResult, runCommand } from "./command.ts";
import { RuncError, type Verb } from "./errors.ts";
import { lastLoggedError, takeLog } from "./log.ts";

/** Descriptor numbers for the container's 0, 1, 2; undefined is /dev/null. */
export type ContainerStdio = readonly [number | undefined, number | undefined, number | undefined];

interface RunOptions {
  readonly stdio?: ContainerStdio | undefined;
  readonly input?: Uint8Array;
  readonly answers?: boolean;
  readonly signal?: AbortSignal | undefined;
  /** Variables for this call alone. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** Every method rejects with RuncError. `signal` ends the command with SIGKILL; aborted before, its reason is thrown instead. */
export class Runtime {
  readonly options: RuntimeOptions;

  constructor(options: RuntimeOptions) {
    this.options = options;
  }

  /**
   * Whether this is one of the runtimes whose containers are plain processes in a cgroup, with an init that is killed by
   * kill(2): what they are asked for can then be asked of the kernel.
   */
  get isKnown(): boolean {
    return /(^|\/)(runc|crun)$/.test(this.options.binary);
  }

  /** Makes the container; its init waits for `start`. */
  async create(id: string, options: CreateOptions, stdio: ContainerStdio, signal?: AbortSignal): Promise<void> {
    await this.#run("create", createArgs(id, options), { stdio, signal });
  }

  async start(id: string, signal?: AbortSignal): Promise<void> {
    await this.#run("start", ["start", id], { signal });
  }

  /** Starts a detached process; its pid is in the pid file. */
  async exec(id: string, options: ExecOptions, stdio: ContainerStdio, signal?: AbortSignal): Promise<void> {
    await this.#run("exec", execArgs(id, options), { stdio, signal });
  }

  async kill(id: string, signalNumber: number, options: { all?: boolean; signal?: AbortSignal } = {}): Promise<void> {
    await this.#run("kill", killArgs(id, signalNumber, options), { signal: options.signal });
  }

  async delete(id: string, options: { force?: boolean; signal?: AbortSignal } = {}): Promise<void> {
    const { force, signal } = options;
    const remove = () => this.#run("delete", deleteArgs(id, { force }), { signal });
    try {
      await remove();
    } catch (error) {
      if (!(await this.#detachCopies(id))) throw error;
      await remove();
      return;
    }
    // It says that it was done even if its directory could not be removed.
    await this.deleteUnknown(id, signal);
  }

  /** Removes what is left of a container that the runtime does not know any more, but could not remove. */
  async deleteUnknown(id: string, signal?: AbortSignal): Promise<void> {
    if (exists(`${this.stateDirectory(id)}/state.json`) || !(await this.#detachCopies(id))) return;
    // Without a state there is nothing but a directory to it.
    await this.#run("delete", deleteArgs(id, { force: true }), { signal });
  }

  /** Where it keeps what it knows of a container. */
  stateDirectory(id: string): string {
    return `${this.options.root}/${id}`;
  }

  /** Whether there was something that keeps the state from being removed. */
  async #detachCopies(id: string): Promise<boolean> {
    const directory = this.stateDirectory(id);
    return exists(directory) && (await import("./remains.ts")).detachCopies(directory);
  }

  async pause(id: string, signal?: AbortSignal): Promise<void> {
    await this.#run("pause", ["pause", id], { signal });
  }

  async resume(id: string, signal?: AbortSignal): Promise<void> {
    await this.#run("resume", ["resume", id], { signal });
  }

  /** Host pids of the container's processes. */
  async ps(id: string, signal?: AbortSignal): Promise<number[]> {
    const { answer } = await this.#run("ps", ["ps", "--format", "json", id], { signal, answers: true });
    const pids = JSON.parse(answer.toString()) as number[] | null;
    return pids ?? [];
  }

  /** `resources`: OCI LinuxResources as JSON. */
  async update(id: string, resources: Uint8Array, signal?: AbortSignal): Promise<void> {
    await this.#run("update", ["update", "--resources=-", id], { input: resources, signal });
  }

  async checkpoint(
    id: string,
    options: CheckpointOptions,
    call: Pick<RunOptions, "environment" | "signal"> = {},
  ): Promise<void> {
    await this.#run("checkpoint", checkpointArgs(id, options), call);
  }

  async restore(
    id: string,
    options: RestoreOptions,
    call: Pick<RunOptions, "stdio" | "environment" | "signal">,
  ): Promise<void> {
    await this.#run("restore", restoreArgs(id, options), call);
  }

  async #run(verb: Verb, args: readonly string[], options: RunOptions): Promise<CommandResult> {
    options.signal?.throwIfAborted();
    const { bundle } = this.options;
    const log = takeLog(bundle);
    try {
      return await this.#runWithLog(verb, args, { ...options, log: log.path });
    } catch (error) {
      if (options.stdio !== undefined || !isWithoutLog(error) || !isGone(bundle)) throw error;
      // It could not open its log and has done nothing. Its containers are to be killed and deleted all the same.
      options.signal?.throwIfAborted();
      return await this.#runWithLog(verb, args, { ...options, log: "/dev/null" });
    } finally {
      log.remove();
    }
  }

  async #runWithLog(
    verb: Verb,
    args: readonly string[],
    options: RunOptions & { log: string },
  ): Promise<CommandResult> {
    const { binary, bundle } = this.options;
    const { log } = options;
    let result: CommandResult;
    try {
      result = await runCommand({
        file: binary,
        args: [...globalArgs(this.options, log), ...args],
        cwd: bundle,
        ...(options.answers === true ? { answers: true } : {}),
        ...(options.stdio === undefined ? {} : { stdio: options.stdio }),
        ...(options.input === undefined ? {} : { input: options.input }),
        ...(options.environment === undefined ? {} : { environment: options.environment }),
        signal: options.signal,
      });
    } catch (error) {
      throw new RuncError(
        verb,
        { raw: describeStartFailure(error, binary), logged: lastLoggedError(log), killed: false },
        { cause: error },
      );
    }
    if ("code" in result.exit && result.exit.code === 0) return result;
    throw new RuncError(
      verb,
      { raw: describeExit(binary, result), logged: lastLoggedError(log), killed: "signal" in result.exit },
      // Why we ended it ourselves: the caller's deadline, or its absence.
      result.killed ? { cause: options.signal?.reason } : undefined,
    );
  }
}

/** It said nothing of its reason because it had nowhere to. */
function isWithoutLog(error: unknown): boolean {
  return error instanceof RuncError && !error.killed && error.logged.kind === "unreadable";
}

function isGone(directory: string): boolean {
  try {
    return fileInfo(directory) === undefined;
  } catch {
    return false;
  }
}

/** What `<binary> features` prints: a JSON object, byte by byte. Rejects with RuncError. */
export async function runtimeFeatures(binary: string): Promise<Buffer> {
  const result = await runCommand({ file: binary, args: ["features"], cwd: ".", answers: true });
  if ("code" in result.exit && result.exit.code === 0) return result.answer;
  throw new RuncError("features", {
    raw: describeExit(binary, result),
    logged: { kind: "none" },
    killed: "signal" in result.exit,
  });
}

function describeExit(binary: string, result: CommandResult): string {
  const how = "code" in result.exit ? `exit status ${result.exit.code}` : `signal: ${signalText(result.exit.signal)}`;
  const output = result.output === "" ? "" : `: ${result.output}`;
  return `${binary} did not terminate successfully: ${how}${output}`;
}

function signalText(signal: NodeJS.Signals): string {
  return signal === "SIGKILL" ? "killed" : signal;
}

/** Go's two wordings: a name is looked up in PATH, a path is not. */
function describeStartFailure(error: unknown, binary: string): string {
  if (!(error instanceof SysError)) return String(error);
  if (!binary.includes("/") && error.errno === "ENOENT") return `exec: "${binary}": executable file not found in $PATH`;
  return `fork/exec ${binary}: ${errnoText(error.errno)}`;
}
