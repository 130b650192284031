// Options → argument vectors of an OCI runtime's command line. Pure: nothing is run here.
//
// Order and spelling are those of go-runc 1.1 (docs/contract/task-service.md 2.1): flags first, ids last.

/** What every call for a container has in common. */
export interface RuntimeOptions {
  /** Name (looked up in PATH) or path of the executable. */
  readonly binary: string;
  /** State directory of the runtime, namespace included. */
  readonly root: string;
  /** Directory of the container's config.json, absolute: where the runtime runs and logs. */
  readonly bundle: string;
  readonly systemdCgroup: boolean;
}

export interface CreateOptions {
  readonly bundle: string;
  readonly pidFile: string;
  readonly consoleSocket?: string | undefined;
  readonly noPivot?: boolean;
  readonly noNewKeyring?: boolean;
}

export interface ExecOptions {
  /** File that holds the OCI process object as JSON. */
  readonly processFile: string;
  readonly pidFile: string;
  readonly consoleSocket?: string | undefined;
}

export interface CheckpointOptions {
  readonly imagePath: string;
  readonly workPath: string;
  readonly parentPath?: string | undefined;
  readonly tcpEstablished?: boolean;
  readonly externalUnixSockets?: boolean;
  readonly shellJob?: boolean;
  readonly fileLocks?: boolean;
  readonly emptyNamespaces?: readonly string[];
  readonly leaveRunning?: boolean;
  /** CRIU's executable, where the runtime does not find it by itself. */
  readonly criu?: string | undefined;
}

export interface RestoreOptions extends Omit<CreateOptions, "noNewKeyring"> {
  readonly imagePath: string;
  readonly workPath: string;
  readonly parentPath?: string | undefined;
  readonly criu?: string | undefined;
}

function optional(flag: string, value: string | undefined): string[] {
  return value === undefined || value === "" ? [] : [flag, value];
}

function when(condition: boolean | undefined, flag: string): string[] {
  return condition === true ? [flag] : [];
}

/** `log`: file that the runtime appends its JSON log to. */
export function globalArgs(options: RuntimeOptions, log: string): string[] {
  return [
    ...["--root", options.root],
    ...["--log", log],
    ...["--log-format", "json"],
    ...when(options.systemdCgroup, "--systemd-cgroup"),
  ];
}

export function createArgs(id: string, options: CreateOptions): string[] {
  return [
    "create",
    ...["--bundle", options.bundle],
    ...["--pid-file", options.pidFile],
    ...optional("--console-socket", options.consoleSocket),
    ...when(options.noPivot, "--no-pivot"),
    ...when(options.noNewKeyring, "--no-new-keyring"),
    id,
  ];
}

export function execArgs(id: string, options: ExecOptions): string[] {
  return [
    "exec",
    ...["--process", options.processFile],
    ...optional("--console-socket", options.consoleSocket),
    "--detach",
    ...["--pid-file", options.pidFile],
    id,
  ];
}

export function killArgs(id: string, signal: number, options: { all?: boolean } = {}): string[] {
  return ["kill", ...when(options.all, "--all"), id, String(signal)];
}

export function deleteArgs(id: string, options: { force?: boolean | undefined } = {}): string[] {
  return ["delete", ...when(options.force, "--force"), id];
}

export function checkpointArgs(id: string, options: CheckpointOptions): string[] {
  return [
    ...optional("--criu", options.criu),
    "checkpoint",
    ...["--image-path", options.imagePath],
    ...["--work-path", options.workPath],
    ...optional("--parent-path", options.parentPath),
    ...when(options.tcpEstablished, "--tcp-established"),
    ...when(options.externalUnixSockets, "--ext-unix-sk"),
    ...when(options.shellJob, "--shell-job"),
    ...when(options.fileLocks, "--file-locks"),
    ...(options.emptyNamespaces ?? []).flatMap((namespace) => ["--empty-ns", namespace]),
    ...when(options.leaveRunning, "--leave-running"),
    id,
  ];
}

export function restoreArgs(id: string, options: RestoreOptions): string[] {
  return [
    ...optional("--criu", options.criu),
    "restore",
    ...["--image-path", options.imagePath],
    ...["--work-path", options.workPath],
    ...optional("--parent-path", options.parentPath),
    "--detach",
    ...["--pid-file", options.pidFile],
    ...optional("--console-socket", options.consoleSocket),
    ...when(options.noPivot, "--no-pivot"),
    "--no-subreaper",
    ...["--bundle", options.bundle],
    id,
  ];
}
