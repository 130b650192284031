// containerd itself: its version, whether it runs what is installed, which shims it finds, and what its handlers are told.
import { existsSync, readFileSync } from "node:fs";
import { unknownKeys } from "../../shim/bundle/option-keys.ts";
import { findExecutable } from "../../sys/path.ts";
import { type Daemon, isAtLeast } from "../containerd.ts";
import { type DaemonSettings, type Handler, writtenHandlers } from "../daemon-settings.ts";
import { NotUnderstood, parseToml } from "../install/toml-edit.ts";
import { kindOfExecutable } from "../shims.ts";
import { type Finding, note } from "./finding.ts";
import { whyMissing } from "./runtimes.ts";

/** What is tested (docs/supported.md). */
const oldest = [1, 6] as const;
const newest = [2, 4] as const;

export function checkDaemon(daemon: Daemon, settings: DaemonSettings | undefined): Finding[] {
  if (daemon.executable === "") {
    const what = "there is no containerd, neither running nor in PATH";
    return [
      {
        check: "no-containerd",
        level: "problem",
        what,
        why: "nothing runs containers",
        mend: "apt-get install containerd",
      },
    ];
  }
  return [
    ...aboutProgram(daemon),
    ...aboutShims(daemon),
    ...(settings === undefined
      ? unreadable(daemon)
      : [...settings.handlers.flatMap((handler) => aboutHandler(handler, daemon)), ...passedOver(daemon, settings)]),
    ...(settings === undefined ? [] : aboutDriver(settings)),
  ];
}

export function nameOf({ pid, configPath }: Daemon): string {
  return pid === undefined ? `containerd (${configPath}, not running)` : `containerd ${pid}`;
}

function restart({ unit }: Daemon): string {
  return `systemctl restart ${unit ?? "containerd.service"}   (running containers survive it)`;
}

function aboutProgram(daemon: Daemon): Finding[] {
  const { version, pid, executable, configPath, isReplaced } = daemon;
  const found: Finding[] = [
    note("containerd", `${nameOf(daemon)}: ${version?.text ?? "of unknown version"}, ${executable}, ${configPath}`),
  ];
  if (pid === undefined) {
    found.push({
      check: "containerd-down",
      level: "problem",
      what: "containerd does not run",
      why: "containers run on, but nobody starts or removes any, and events wait in the shims",
      mend: "systemctl start containerd.service",
    });
  }
  if (isReplaced) {
    found.push({
      check: "containerd-replaced",
      level: "warning",
      what: `${nameOf(daemon)} runs from a file that was replaced since: ${executable}`,
      why: "the version that is installed takes effect at its next start only",
      mend: restart(daemon),
    });
  }
  const isBelow = version !== undefined && compare([version.major, version.minor], oldest) < 0;
  const isAbove = version !== undefined && compare([version.major, version.minor], newest) > 0;
  if (isBelow || isAbove) {
    found.push({
      check: "containerd-version",
      level: "warning",
      what: `${nameOf(daemon)} is of version ${version.text}`,
      why: `runts is made for ${oldest.join(".")} to ${newest.join(".")}`,
      mend: isBelow ? "install a newer containerd" : "look for a newer runts",
    });
  }
  return found;
}

function compare(a: readonly [number, number], b: readonly [number, number]): number {
  return a[0] - b[0] || a[1] - b[1];
}

function aboutShims(daemon: Daemon): Finding[] {
  return ["containerd-shim-runts-v2", "containerd-shim-runc-v2"].map((name) => {
    const path = findExecutable(name, daemon.searchPath);
    const kind = path === undefined ? "not found" : `${path} (${kindOfExecutable(path)})`;
    return note("shim-in-path", `${nameOf(daemon)} finds ${name}: ${kind}`);
  });
}

function unreadable(daemon: Daemon): Finding[] {
  return [
    {
      check: "configuration",
      level: "problem",
      what: `the configuration of ${nameOf(daemon)} can't be read: ${daemon.configPath}`,
      why: "containerd would not start with it, or it is not containerd's",
      mend: `containerd --config ${daemon.configPath} config dump`,
    },
  ];
}

/** Written where this containerd does not look: each generation has another name for the plugin, and passes over the other one's. */
function passedOver(daemon: Daemon, { handlers }: DaemonSettings): Finding[] {
  const known = new Set(handlers.map(({ name }) => name));
  // None at all: the plugin is switched off.
  if (known.size === 0) return [];
  const place = isAtLeast(daemon.version, 2, 0)
    ? 'plugins."io.containerd.cri.v1.runtime" of a file with version = 3'
    : 'plugins."io.containerd.grpc.v1.cri" of a file with version = 2';
  return writtenHandlers(daemon.configPath)
    .filter((name) => !known.has(name))
    .map((name) => ({
      check: "handler-passed-over",
      level: "problem",
      what: `${daemon.configPath} has a CRI handler ${name}, which ${nameOf(daemon)} passes over`,
      why: `a pod with it fails (no runtime for "${name}" is configured)`,
      mend: `its place is below ${place}; then restart containerd`,
    }));
}

/** `io.containerd.runc.v2` is `containerd-shim-runc-v2`. */
function shimOf(runtimeType: string): string | undefined {
  const [, name, version] = /^io\.containerd\.([^.]+)\.([^.]+)$/.exec(runtimeType) ?? [];
  return name === undefined ? undefined : `containerd-shim-${name}-${version}`;
}

function aboutHandler(handler: Handler, daemon: Daemon): Finding[] {
  const { name, runtimeType, runtimePath, options } = handler;
  const shim = runtimePath === "" ? shimOf(runtimeType) : runtimePath;
  const path = shim === undefined ? undefined : findExecutable(shim, daemon.searchPath);
  const set = Object.entries(options).filter(([, value]) => value !== "" && value !== false && value !== 0n);
  const settings = set.map(([key, value]) => `, ${key} = ${String(value)}`).join("");
  const found: Finding[] = [
    note(
      "handler",
      `CRI handler ${name}: ${runtimeType}${path === undefined ? "" : `, ${path} (${kindOfExecutable(path)})`}${settings}`,
    ),
  ];
  if (shim !== undefined && path === undefined) {
    found.push({
      check: "handler-without-shim",
      level: "problem",
      what: `the CRI handler ${name} wants ${shim}, which is not there`,
      why: `every pod with it fails; ${nameOf(daemon)} looks in ${daemon.searchPath}`,
      mend: shim.includes("runts")
        ? "runts install"
        : `install ${shim}, or take the handler out of ${daemon.configPath}`,
    });
  }
  const mentions = unknownKeys(options).map((text) => `${daemon.configPath}, handler ${name}: ${text}`);
  const file = typeof options.ConfigPath === "string" ? options.ConfigPath : "";
  return [
    ...found,
    ...mentions.map(unknownOption),
    ...(file === "" ? [] : aboutOptionsFile(file, name)),
    ...aboutBinary(handler, daemon),
  ];
}

export function unknownOption(what: string): Finding {
  return {
    check: "unknown-option",
    level: "warning",
    what,
    why: "what it was to change is as if it were not written",
    mend: "correct the key; the next container has it (after a restart of containerd, if it is in containerd's own file)",
  };
}

/** The TOML file that containerd names to the shim. */
export function aboutOptionsFile(file: string, handler: string): Finding[] {
  const failed = (reason: string): Finding => ({
    check: "options-file",
    level: "problem",
    what: `the options' file of ${handler}, ${file}, ${reason}`,
    why: "every container with it fails",
    mend: `correct ${file}`,
  });
  if (!existsSync(file)) return [failed("is not there")];
  try {
    return unknownKeys(parseToml(readFileSync(file, "utf8"))).map((text) => unknownOption(`${file}: ${text}`));
  } catch (error) {
    if (error instanceof NotUnderstood) return [failed(`can't be parsed: ${error.message}`)];
    return [failed(`can't be read: ${(error as Error).message}`)];
  }
}

function aboutBinary({ name, runtimeType, options }: Handler, daemon: Daemon): Finding[] {
  const { BinaryName: named, ConfigPath: file } = options;
  const isNamed = typeof named === "string" && named !== "";
  if (!isNamed && (!isRuncType(runtimeType) || (typeof file === "string" && file !== ""))) return [];
  const binary = isNamed ? named : "runc";
  if (findExecutable(binary, daemon.searchPath) !== undefined) return [];
  return [
    {
      check: "handler-without-runtime",
      // containerd has the handler runc whether anybody wants it or not.
      level: isNamed ? "problem" : "warning",
      what: `the CRI handler ${name} wants the runtime ${binary}, ${whyMissing(binary, daemon.searchPath)}`,
      why: `every container with it fails${isNamed ? "" : ", and those of clients that name no other runtime"}`,
      mend: isNamed
        ? `install ${binary}, or correct BinaryName in ${daemon.configPath}`
        : `apt-get install runc, or name another as BinaryName in ${daemon.configPath}`,
    },
  ];
}

function isRuncType(runtimeType: string): boolean {
  return /^io\.containerd\.(runc|runts)\.v2$/.test(runtimeType);
}

/** The kubelet and the runtime have to agree on who makes cgroups. */
function aboutDriver({ handlers }: DaemonSettings): Finding[] {
  const driver = kubeletDriver();
  if (driver === undefined) return [];
  const wrong = handlers.filter(
    ({ runtimeType, options }) =>
      isRuncType(runtimeType) &&
      options.ConfigPath === undefined &&
      (options.SystemdCgroup === true) !== (driver === "systemd"),
  );
  return [
    note("kubelet", `the kubelet's cgroup driver is ${driver}`),
    ...wrong.map(
      ({ name }): Finding => ({
        check: "cgroup-driver",
        level: "warning",
        what: `the CRI handler ${name} has SystemdCgroup = ${driver !== "systemd"}, and the kubelet's driver is ${driver}`,
        why: "two that manage the same cgroups disagree: pods become unstable under memory pressure",
        mend: `SystemdCgroup = ${driver === "systemd"} among the handler's options, then restart containerd`,
      }),
    ),
  ];
}

const kubeletConfig = "/var/lib/kubelet/config.yaml";

function kubeletDriver(): string | undefined {
  if (!existsSync(kubeletConfig)) return undefined;
  return /^cgroupDriver:\s*["']?(\w+)/m.exec(readFileSync(kubeletConfig, "utf8"))?.[1];
}
