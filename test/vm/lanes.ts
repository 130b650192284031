// The same tests with each runtime, and with whichever cgroup manager the guest has.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe } from "vitest";
import { CommandDirectory } from "../helpers/command-directory.ts";
import { initPid, type RunOptions, runDetached } from "../helpers/containers.ts";
import type { PrivateContainerd } from "../helpers/private-containerd.ts";
import { shimUnderTest } from "../helpers/shim-under-test.ts";
import { useContainerd } from "../helpers/use-containerd.ts";

export const hasSystemd = existsSync("/run/systemd/system");

export interface Lane {
  readonly containerd: () => PrivateContainerd;
  /** What `ctr run` needs for this runtime and its cgroups, for the container `id`. */
  flags(id: string): string[];
  /** Starts a container in the background. */
  start(command?: readonly string[], options?: RunOptions): Promise<Container>;
}

export interface Container {
  readonly id: string;
  readonly pid: number;
  readonly cgroup: string;
}

export function describeLanes(body: (lane: Lane) => void): void {
  for (const runtime of ["runc", "crun"]) {
    describe(`${runtime}, ${hasSystemd ? "cgroups made by systemd" : "cgroups of its own"}`, () => {
      // Only under this name does ctr pass options on.
      const commands = new CommandDirectory().link("containerd-shim-runc-v2", shimUnderTest.executable);
      afterAll(() => commands.remove());
      const shim = { ...shimUnderTest, runtime: "io.containerd.runc.v2" };
      const containerd = useContainerd(() => ({ shim, path: [commands.path] }));
      const flags = (id: string) => [
        ...["--runc-binary", runtime],
        ...(hasSystemd ? ["--runc-systemd-cgroup", "--cgroup", `runts-containers.slice:runts:${id}`] : []),
      ];
      const start = async (command: readonly string[] = ["sleep", "1000"], options: RunOptions = {}) => {
        const id = containerd().newId();
        await runDetached(containerd(), command, { ...options, id, flags: [...flags(id), ...(options.flags ?? [])] });
        const pid = await initPid(containerd(), id);
        return { id, pid, cgroup: cgroupOf(pid) };
      };
      body({ containerd, flags, start });
    });
  }
}

/** The directory of a process's cgroup in the unified hierarchy. */
export function cgroupOf(pid: number): string {
  const path = /^0::(?<path>\/.+)$/m.exec(readFileSync(`/proc/${pid}/cgroup`, "utf8"))?.groups?.path;
  if (path === undefined) throw new Error(`process ${pid} is in the root cgroup`);
  return join("/sys/fs/cgroup", path);
}

export function readCgroup(directory: string, file: string): string {
  return readFileSync(join(directory, file), "utf8").trim();
}

/** The lines `name value` of a cgroup's file. */
export function readCounters(directory: string, file: string): Record<string, number> {
  const lines = readCgroup(directory, file).split("\n");
  return Object.fromEntries(lines.map((line) => line.split(" ")).map(([name, value]) => [name, Number(value)]));
}
