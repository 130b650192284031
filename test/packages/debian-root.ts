// A machine's root of its own, as far as programs can tell: a fresh Debian in a directory, with its own mounts and processes. Whatever runs in
// it ends with it.

import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { eventually } from "../helpers/eventually.ts";

const makeTar = join(import.meta.dirname, "../../scripts/lib/debian-root");

/** Reaps what is left to it, as a first process does. */
const firstProcess = `
set -e
root=$1
mount --bind "$root" "$root"
mount --rbind /sys "$root/sys"
mount --rbind /dev "$root/dev"
mount -t proc proc "$root/proc"
mount -t tmpfs -o mode=755 run "$root/run"
mount -t tmpfs tmp "$root/tmp"
mount -t tmpfs containerd "$root/var/lib/containerd"
cd "$root"
mkdir -p old
pivot_root . old
umount -l /old
rmdir /old
touch /run/ready
sleep 2147483647 &
wait
`;

export class DebianRoot {
  readonly directory: string;
  #first: ChildProcess | undefined;
  #pid = 0;

  private constructor(suite: string) {
    this.directory = mkdtempSync(join(tmpdir(), `runts-${suite}-`));
    const tar = execFileSync(makeTar, [suite], { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] }).trim();
    execFileSync("tar", ["-xf", tar, "-C", this.directory, "--exclude=./dev/*"]);
    mkdirSync(join(this.directory, "var/lib/containerd"), { recursive: true });
  }

  static async start(suite: string): Promise<DebianRoot> {
    const root = new DebianRoot(suite);
    const flags = ["--mount", "--pid", "--ipc", "--uts", "--net", "--fork", "--kill-child", "--propagation", "private"];
    root.#first = spawn("unshare", [...flags, "sh", "-c", firstProcess, "sh", root.directory], {
      stdio: ["ignore", "inherit", "inherit"],
    });
    try {
      await eventually("the root is put together", () => {
        root.#pid = childOf(root.#first?.pid ?? 0);
        return root.#pid !== 0 && root.#hasFile("run/ready");
      });
    } catch (error) {
      await root.stop();
      throw error;
    }
    return root;
  }

  #hasFile(path: string): boolean {
    try {
      readFileSync(`/proc/${this.#pid}/root/${path}`);
      return true;
    } catch {
      return false;
    }
  }

  /** Throws when the command fails. */
  async run(command: string): Promise<string> {
    const { stdout, stderr } = await this.try(command, true);
    return [stdout, stderr].filter((text) => text !== "").join("\n");
  }

  async try(
    command: string,
    reject = false,
  ): Promise<{ stdout: string; stderr: string; exitCode?: number | undefined }> {
    return execa(
      "nsenter",
      [
        "--target",
        String(this.#pid),
        "--mount",
        "--pid",
        "--ipc",
        "--uts",
        "--net",
        "--wd",
        "--root",
        "sh",
        "-c",
        command,
      ],
      {
        reject,
        stdin: "ignore",
        timeout: 120_000,
        extendEnv: false,
        env: { PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", HOME: "/root", LC_ALL: "C" },
      },
    );
  }

  /** `to` is a path in it, not below one of its mounts. */
  copyIn(from: string, to: string): void {
    cpSync(from, `/proc/${this.#pid}/root${to}`);
  }

  async stop(): Promise<void> {
    const first = this.#first;
    if (first?.pid !== undefined && first.exitCode === null && first.signalCode === null) {
      // With the first process all others of its namespace end, and the mounts with them.
      if (this.#pid !== 0) process.kill(this.#pid, "SIGKILL");
      else first.kill("SIGKILL");
      await once(first, "exit");
    }
    rmSync(this.directory, { recursive: true });
  }
}

function childOf(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ")[0]);
  } catch {
    return 0;
  }
}

/** Containers that were killed with everything leave their cgroups: those of a name that nobody else has. */
export function removeCgroups(mark: string): void {
  for (const hierarchy of ["", ...readdirSync("/sys/fs/cgroup")]) {
    const parent = join("/sys/fs/cgroup", hierarchy, mark);
    try {
      for (const entry of readdirSync(parent, { withFileTypes: true })) {
        if (entry.isDirectory()) rmdirSync(join(parent, entry.name));
      }
      rmdirSync(parent);
    } catch (error) {
      if (!["ENOENT", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
    }
  }
}
