// The containerds of this machine, by their processes: what each was told, and where it looks for shims.
import { statSync } from "node:fs";
import { findExecutable } from "../sys/path.ts";
import { askProgram } from "./ask-program.ts";
import {
  isOfOurUser,
  listProcesses,
  type ProcessInfo,
  readEnvironment,
  readProc,
  readProcLink,
  withoutMark,
} from "./proc.ts";

export const defaultConfigPath = "/etc/containerd/config.toml";

/** What a service has for PATH where its unit names none (systemd.exec(5)). */
export const servicePath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin";

export interface Version {
  readonly major: number;
  readonly minor: number;
  /** As the program says it. */
  readonly text: string;
}

export interface Daemon {
  /** Undefined for one that is installed and does not run. */
  readonly pid: number | undefined;
  readonly executable: string;
  readonly isReplaced: boolean;
  readonly configPath: string;
  readonly version: Version | undefined;
  /** Where it looks for shims. */
  readonly searchPath: string;
  /** The systemd unit that it runs in. */
  readonly unit: string | undefined;
  /** Who keeps its configuration, where that is a program. */
  readonly keeper: "docker" | "k3s" | undefined;
}

/** Those that run; none of another user's, and none of somebody else's containers: they are asked by running their program. */
export function runningDaemons(processes: readonly ProcessInfo[] = listProcesses()): Daemon[] {
  return processes
    .filter(({ pid, words }) => isContainerd(words) && isOfOurUser(pid) && isOnHost(pid))
    .map(describeDaemon);
}

/** The one with this configuration, be it that it does not run; the machine's own unless told. */
export function daemonFor(configPath: string = defaultConfigPath): Daemon {
  const running = runningDaemons().find((daemon) => daemon.configPath === configPath);
  if (running !== undefined) return running;
  const executable = findExecutable("containerd", `${process.env.PATH ?? ""}:${servicePath}`) ?? "";
  return {
    pid: undefined,
    executable,
    isReplaced: false,
    configPath,
    version: executable === "" ? undefined : versionOf(executable),
    searchPath: servicePath,
    unit: undefined,
    keeper: keeperOf(configPath),
  };
}

function isContainerd(words: readonly string[]): boolean {
  return /(^|\/)containerd$/.test(words[0] ?? "") && words[1] !== "--version" && words[1] !== "config";
}

/** One in a container (kind, k3d, dind) is its own machine's, also where the container has the machine's pids. */
function isOnHost(pid: number): boolean {
  if (readProcLink(pid, "ns/pid") !== readProcLink(process.pid, "ns/pid")) return false;
  try {
    const [its, own] = [statSync(`/proc/${pid}/root/`), statSync("/")];
    return its.dev === own.dev && its.ino === own.ino;
  } catch {
    return false;
  }
}

function describeDaemon({ pid, words }: ProcessInfo): Daemon {
  const executable = withoutMark(readProcLink(pid, "exe") ?? words[0] ?? "");
  const configPath = flagOf(words, "config") ?? flagOf(words, "c") ?? defaultConfigPath;
  return {
    pid,
    executable: executable.path,
    isReplaced: executable.isDeleted,
    configPath,
    version: versionOf(`/proc/${pid}/exe`),
    searchPath: readEnvironment(pid).get("PATH") ?? servicePath,
    unit: unitOf(pid),
    keeper: keeperOf(configPath),
  };
}

function flagOf(words: readonly string[], name: string): string | undefined {
  for (const [at, word] of words.entries()) {
    if (word === `--${name}` || word === `-${name}`) return words[at + 1];
    const [, inline] = /^--?([^=]+)=(.*)$/s.exec(word)?.slice(1) ?? [];
    if (inline !== undefined && word.replace(/^--?/, "").startsWith(`${name}=`)) return inline;
  }
  return undefined;
}

/** dockerd and k3s write the file anew at each start. */
function keeperOf(configPath: string): Daemon["keeper"] {
  if (/\/docker\/containerd\/containerd\.toml$/.test(configPath)) return "docker";
  if (/\/rancher\/(k3s|rke2)\//.test(configPath)) return "k3s";
  return undefined;
}

/** `containerd github.com/containerd/containerd 1.6.20~ds1 …`, `… v2.1.4 …`. */
export function parseVersion(output: string): Version | undefined {
  const match = /\bv?(\d+)\.(\d+)\.\d+\S*/.exec(output);
  return match === null ? undefined : { major: Number(match[1]), minor: Number(match[2]), text: match[0] };
}

function versionOf(executable: string): Version | undefined {
  const { status, stdout } = askProgram(executable, ["--version"], { timeoutMs: 5000 });
  return status === 0 ? parseVersion(stdout) : undefined;
}

/** By its cgroup: `0::/system.slice/containerd.service`. */
function unitOf(pid: number): string | undefined {
  const cgroups = readProc(pid, "cgroup")?.toString("utf8") ?? "";
  return /\/([^/\n]+\.service)$/m.exec(cgroups)?.[1];
}

/** `isAtLeast(version, 1, 7)`; false for one that is not known. */
export function isAtLeast(version: Version | undefined, major: number, minor: number): boolean {
  return version !== undefined && (version.major > major || (version.major === major && version.minor >= minor));
}
