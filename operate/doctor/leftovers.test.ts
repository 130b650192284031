import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { listenAt } from "../../sys/unix-socket.ts";
import { checkLeftovers, type Ground } from "./leftovers.ts";

let directory = "";
let ground: Ground;
const servers: Server[] = [];
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "runts-doctor-"));
  ground = {
    shims: [],
    states: [join(directory, "state")],
    socketDirectories: [join(directory, "s")],
    runtimeRoots: [join(directory, "runc")],
    youngMs: -1000,
  };
  mkdirSync(join(directory, "s"));
});
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
  rmSync(directory, { recursive: true });
});

const checks = () => checkLeftovers(ground).map(({ check }) => check);

describe("checkLeftovers", () => {
  test("finds nothing where there is nothing", () => {
    rmSync(join(directory, "s"), { recursive: true });
    expect(checks()).toEqual([]);
  });

  test("finds a socket that nobody listens at, and removes that one alone", async () => {
    const [dead, alive, file] = ["dead", "alive", "file"].map((name) => join(directory, "s", name)) as [
      string,
      string,
      string,
    ];
    listenAt(dead).close();
    const server = createServer();
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(alive, resolve));
    writeFileSync(file, "");
    const found = checkLeftovers(ground);
    expect(found.map(({ check, mend }) => [check, mend])).toEqual([["socket-left", `rm ${dead}`]]);
    found[0]?.fix?.();
    expect([dead, alive, file].map((path) => existsSync(path))).toEqual([false, true, true]);
    expect(checks()).toEqual([]);
  });

  test("does not remove a socket that somebody listens at by then", async () => {
    const path = join(directory, "s/dead");
    listenAt(path).close();
    const [finding] = checkLeftovers(ground);
    rmSync(path);
    const server = createServer();
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(path, resolve));
    finding?.fix?.();
    expect(existsSync(path)).toBe(true);
  });

  test("leaves alone what is young", async () => {
    listenAt(join(directory, "s/dead")).close();
    mkdirSync(join(directory, "state/io.containerd.runtime.v2.task/ns/id"), { recursive: true });
    mkdirSync(join(directory, "runc/ns/other"), { recursive: true });
    ground = { ...ground, youngMs: 60_000 };
    expect(checks()).toEqual([]);
    await delay(20);
    ground = { ...ground, youngMs: 10 };
    expect(checks()).toEqual(["socket-left", "bundle-left", "runtime-state-left"]);
  });

  test("tells a container that runs without a shim from one whose pid is somebody else's", () => {
    const bundle = join(directory, "state/io.containerd.runtime.v2.task/ns/no-such-id");
    mkdirSync(bundle, { recursive: true });
    writeFileSync(join(bundle, "init.pid"), String(process.pid));
    expect(checks()).toEqual(["bundle-left"]);
  });

  test("finds what a runtime knows and no containerd", () => {
    const state = join(directory, "runc/ns/old");
    mkdirSync(state, { recursive: true });
    writeFileSync(join(state, "state.json"), JSON.stringify({ id: "old", init_process_pid: 4_000_000 }));
    const [finding, ...others] = checkLeftovers(ground);
    expect(finding).toMatchObject({
      check: "runtime-state-left",
      mend: `runc --root ${join(directory, "runc/ns")} delete --force old`,
    });
    expect(others).toEqual([]);
    // One that has a bundle is containerd's.
    mkdirSync(join(directory, "state/io.containerd.runtime.v2.task/ns/old"), { recursive: true });
    expect(checks()).toEqual(["bundle-left"]);
  });
});
