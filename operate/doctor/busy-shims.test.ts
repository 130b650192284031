import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { daemonWithPath } from "../../test/helpers/described-daemon.ts";
import type { Daemon } from "../containerd.ts";
import type { FoundShim } from "../shims.ts";
import type { ShimView } from "../snapshot.ts";
import { checkPrograms, checkShim } from "./busy-shims.ts";

let directory = "";
let daemon: Daemon;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "runts-doctor-"));
  daemon = daemonWithPath(directory);
});
afterEach(() => rmSync(directory, { recursive: true }));

describe("shims that run", () => {
  const shim = {
    ...{ pid: 5, kind: "runts", namespace: "n", id: "c", isReplaced: false, isStopped: false, silence: null },
    ...{ commands: [], containers: [{ id: "c" }], calls: [], queuedEvents: 0, executable: "/no/such/file" },
  } as unknown as ShimView;

  test("have a remedy that works: an upgrade of ours, and a file first where there is none", () => {
    const mendOf = (changes: Partial<ShimView>) => checkShim({ ...shim, isReplaced: true, ...changes })[0]?.mend;
    expect(mendOf({ executable: directory })).toMatch(/^runts upgrade --running 5 /);
    expect(mendOf({})).toBe("install runts there again; then runts upgrade --running 5");
    expect(mendOf({ kind: "go" })).toBe("start its containers anew when it suits");
  });

  test("are told where their socket was removed, and not as silent besides", () => {
    const silence = "Failed to connect";
    const checks = (socket: string) => checkShim({ ...shim, socket, silence }).map(({ check }) => check);
    expect(checks(join(directory, "no-socket"))).toEqual(["socket-gone"]);
    expect(checks(directory)).toEqual(["shim-silent"]);
    expect(checkShim({ ...shim, kind: "go", socket: join(directory, "none") })[0]?.check).toBe("socket-gone");
    expect(checkShim({ ...shim, kind: "go", socket: "@abstract" })).toEqual([]);
  });

  test("are told where containerd does not find their program any more", () => {
    const running = (path: string) => ({ program: basename(path), process: { words: [path] } }) as unknown as FoundShim;
    const [there, other] = ["containerd-shim-runts-v2", "other"].map((name) => join(directory, name)) as [
      string,
      string,
    ];
    for (const path of [there, other]) writeFileSync(path, "", { mode: 0o755 });
    expect(checkPrograms(daemon, [running(there), running("/moved/containerd-shim-runts-v2")])).toEqual([]);
    rmSync(there);
    const found = checkPrograms(daemon, [running(there), running(there), running(other)]);
    expect(found.map(({ check, what }) => [check, what])).toEqual([
      ["shim-gone", "2 shims run as containerd-shim-runts-v2, which containerd 42 does not find any more"],
    ]);
  });
});
