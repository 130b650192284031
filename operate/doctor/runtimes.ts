// The OCI runtimes that containers are made with: there, new enough, able to do what is asked of them.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { findExecutable } from "../../sys/path.ts";
import { askProgram } from "../ask-program.ts";
import { type Daemon, isAtLeast, parseVersion, type Version } from "../containerd.ts";
import { type Finding, note } from "./finding.ts";

/** What one containerd's containers are made with. */
export interface RuntimesOfDaemon {
  readonly daemon: Daemon;
  /** Names or paths that its handlers give. What of them is missing is told with the handler. */
  readonly named: readonly string[];
  /** Those of containers that are there. */
  readonly used: readonly string[];
}

/** Each file is run once, however many look for it. */
export function checkRuntimes(all: readonly RuntimesOfDaemon[]): Finding[] {
  const looks = all.map(({ daemon, named, used }) => {
    const names = [...new Set(["runc", "crun", ...named, ...used].filter((name) => name !== ""))];
    const paths = names.flatMap((name) => findExecutable(name, daemon.searchPath) ?? []);
    return { daemon, paths, gone: [...new Set(used)].filter((name) => isMissing(name, daemon)) };
  });
  const asked = new Map<string, Asked>();
  for (const path of looks.flatMap(({ paths }) => paths)) {
    if (!asked.has(path)) asked.set(path, askVersion(path));
  }
  return [
    ...[...asked].map(([path, answer]) => aboutRuntime(path, answer)),
    ...looks.flatMap(({ daemon, paths, gone }) => [
      ...paths.flatMap((path) => aboutAge(path, asked.get(path)?.version, daemon.version)),
      ...(paths.length === 0 ? [noRuntime(daemon)] : gone.map((name) => runtimeGone(name, daemon))),
    ]),
    ...[...new Set(all.map(({ daemon }) => findExecutable("criu", daemon.searchPath)))].map(aboutCriu),
  ];
}

/** An empty name is of a container whose options can't be read. */
export function isMissing(name: string, { searchPath }: Daemon): boolean {
  return name !== "" && findExecutable(name, searchPath) === undefined;
}

function noRuntime({ searchPath }: Daemon): Finding {
  return {
    check: "no-runtime",
    level: "problem",
    what: `there is neither runc nor crun in containerd's PATH, ${searchPath}`,
    why: "no container can be made, and those that run can't be deleted",
    mend: "apt-get install runc",
  };
}

/** Of a container that is there: also `doctor ID` says it. */
export function runtimeGone(name: string, daemon: Daemon): Finding {
  return {
    check: "runtime-gone",
    level: "problem",
    what: `there are containers of the runtime ${name}, ${whyMissing(name, daemon.searchPath)}`,
    why: "they run on, but no exec can be made in them, and they can't be paused or deleted",
    mend: `put ${name} back`,
  };
}

/** `which is not there`, or that what is there is no program. */
export function whyMissing(name: string, searchPath: string): string {
  const candidates = name.includes("/") ? [name] : searchPath.split(":").map((directory) => join(directory, name));
  const found = candidates.find((path) => existsSync(path));
  return found === undefined ? "which is not there" : `and ${found} is no file that can be executed`;
}

interface Asked {
  readonly version: Version | undefined;
  /** Why there is no version. */
  readonly failure: string;
  readonly features: string;
}

function askVersion(path: string): Asked {
  const { output, failure } = run(path, "--version");
  const version = parseVersion(output ?? "");
  const features = version === undefined ? "" : featuresText(run(path, "features").output);
  return { version, failure: failure ?? "it names no version", features };
}

function aboutRuntime(path: string, { version, failure, features }: Asked): Finding {
  if (version !== undefined) return note("runtime", `${path}: ${version.text}${features}`);
  return {
    check: "runtime-broken",
    level: "problem",
    what: `${path} does not run: ${failure}`,
    why: "no container can be made with it",
    mend: `${path} --version`,
  };
}

function aboutAge(path: string, version: Version | undefined, containerd: Version | undefined): Finding[] {
  const isCrun = path.slice(path.lastIndexOf("/") + 1) === "crun";
  if (!isCrun || version === undefined || !isAtLeast(containerd, 1, 7) || isAtLeast(version, 1, 9)) return [];
  return [
    {
      check: "runtime-too-old",
      level: "problem",
      what: `${path} is of version ${version.text}, and containerd of ${containerd?.text ?? ""}`,
      why: "crun before 1.9 refuses the specification that containerd writes since 1.7: `unknown version specified`",
      mend: "install a newer crun",
    },
  ];
}

/** `, specification 1.0.0 to 1.2.0, id-mapped mounts, CRIU`. */
export function featuresText(output: string | undefined): string {
  try {
    const features = JSON.parse(output ?? "") as {
      ociVersionMin?: string;
      ociVersionMax?: string;
      linux?: { mountExtensions?: { idmap?: { enabled?: boolean } } };
      annotations?: Record<string, string>;
    };
    const parts = [
      `specification ${features.ociVersionMin ?? "?"} to ${features.ociVersionMax ?? "?"}`,
      ...(features.linux?.mountExtensions?.idmap?.enabled === true ? ["id-mapped mounts"] : []),
      ...(Object.keys(features.annotations ?? {}).some((key) => /checkpoint/i.test(key)) ? ["checkpoints"] : []),
    ];
    return `, ${parts.join(", ")}`;
  } catch {
    return ", tells no features";
  }
}

function aboutCriu(path: string | undefined): Finding {
  if (path === undefined) return note("criu", "CRIU is not installed: no checkpoints");
  const version = parseVersion(run(path, "--version").output ?? "");
  return note("criu", `${path}: ${version?.text ?? "of unknown version"}`);
}

const limitMs = 5000;

/** Its output, or why there is none. */
function run(path: string, word: string): { output?: string; failure?: string } {
  const { stdout, stderr, status, signal, error, isTimeout } = askProgram(path, [word], { timeoutMs: limitMs });
  if (isTimeout) return { failure: `no answer within ${limitMs / 1000} s` };
  if (status === 0) return { output: stdout };
  const code = (error as NodeJS.ErrnoException | undefined)?.code ?? "";
  // It is there and executable: findExecutable has seen it.
  if (code === "ENOENT") return { failure: "the interpreter or loader that it names is not there" };
  if (code === "ENOEXEC") return { failure: "it is no program" };
  const [line = ""] = (stderr ?? "").trim().split("\n");
  const end = signal === null ? (status === null ? error?.message : `exit status ${status}`) : `ended by ${signal}`;
  return { failure: `${end}${line === "" ? "" : `, ${line.slice(0, 200)}`}` };
}
