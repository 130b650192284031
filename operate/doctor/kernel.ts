// The kernel: what it is, how its cgroups are mounted, and which of its limits come near.
import { existsSync, readFileSync } from "node:fs";
import { release } from "node:os";
import { type CgroupMode, cgroupMode } from "../../cgroups/mode.ts";
import { type Finding, note } from "./finding.ts";

export function checkKernel(
  read: (path: string) => string | undefined = readIfThere,
  mode: CgroupMode = cgroupMode(),
): Finding[] {
  return [
    aboutVersion(),
    aboutCgroups(mode),
    ...limits.flatMap((limit) => aboutLimit(limit, read)),
    // With v1 a shim has an instance for a moment, and a container none.
    ...(mode === "unified" ? aboutInotify(read) : []),
  ];
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8").trim();
  } catch {
    return undefined;
  }
}

function aboutVersion(): Finding {
  const text = release();
  const [major = 0, minor = 0] = text.split(".").map(Number);
  const isOld = major < 5 || (major === 5 && minor < 6);
  return isOld
    ? {
        check: "kernel-version",
        level: "warning",
        what: `the kernel is ${text}`,
        why: "runts is made for 5.6 and later (openat2, pidfd_getfd)",
        mend: "boot a newer kernel",
      }
    : note("kernel", `Linux ${text}`);
}

function aboutCgroups(mode: CgroupMode): Finding {
  const systemd = existsSync("/run/systemd/system")
    ? "systemd runs: its driver can be used"
    : "no systemd: cgroupfs only";
  return note("cgroups", `cgroups are ${mode === "unified" ? "v2" : mode}; ${systemd}`);
}

interface Limit {
  readonly check: string;
  readonly what: string;
  readonly why: string;
  readonly sysctl: string;
  /** What is used, and how much there may be. */
  readonly amounts: (read: (path: string) => string | undefined) => readonly [used: number, limit: number] | undefined;
}

const nearly = 0.9;

/** Of those that nobody raises before it is too late. */
const limits: readonly Limit[] = [
  {
    check: "open-files",
    what: "open files of the whole machine",
    why: "without one no container starts, and no exit is written down",
    sysctl: "fs.file-max",
    amounts: (read) => {
      const [used, , limit] = (read("/proc/sys/fs/file-nr") ?? "").split(/\s+/).map(Number);
      return pair(used, limit);
    },
  },
  {
    check: "processes",
    what: "threads of the whole machine",
    why: "without one no container starts and no exec runs",
    sysctl: "kernel.pid_max",
    amounts: (read) => {
      const used = /\/(\d+)/.exec(read("/proc/loadavg") ?? "")?.[1];
      return pair(Number(used), Number(read("/proc/sys/kernel/pid_max")));
    },
  },
  {
    check: "keyrings",
    what: "keys of root",
    why: "runc makes a keyring for each container, and fails without one (join keyctl: disk quota exceeded)",
    sysctl: "kernel.keys.root_maxkeys",
    amounts: (read) => {
      const line = /^\s*0:\s+\d+\s+\S+\s+(\d+)\/(\d+)/m.exec(read("/proc/key-users") ?? "");
      return pair(Number(line?.[1]), Number(line?.[2]));
    },
  },
];

function pair(used: number | undefined, limit: number | undefined): readonly [number, number] | undefined {
  return used !== undefined && limit !== undefined && used >= 0 && limit > 0 ? [used, limit] : undefined;
}

function aboutLimit(
  { check, what, why, sysctl, amounts }: Limit,
  read: (path: string) => string | undefined,
): Finding[] {
  const found = amounts(read);
  if (found === undefined) return [];
  const [used, limit] = found;
  if (used < limit * nearly) return [];
  return [
    {
      check,
      level: "problem",
      what: `${used} of ${limit} ${what} are in use`,
      why,
      mend: `sysctl -w ${sysctl}=${limit * 2}`,
    },
  ];
}

/** Of Debian's kernel 128 of old: a shim has one for a moment, a container on cgroup v2 for its life, kubelet and others many. */
const fewInstances = 512;

function aboutInotify(read: (path: string) => string | undefined): Finding[] {
  const instances = Number(read("/proc/sys/fs/inotify/max_user_instances"));
  if (!(instances > 0) || instances >= fewInstances) return [];
  return [
    {
      check: "inotify",
      level: "warning",
      what: `fs.inotify.max_user_instances is ${instances}`,
      why: "each container on cgroup v2 takes one to learn of out-of-memory kills; when none is left they are not told",
      mend: `sysctl -w fs.inotify.max_user_instances=8192   (and a file in /etc/sysctl.d)`,
    },
  ];
}
