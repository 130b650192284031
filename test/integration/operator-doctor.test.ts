// `runts doctor` beside a real containerd: what it finds is really wrong, and is gone when it was mended.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Finding } from "../../operate/doctor/finding.ts";
import { execWords, initPid, killShim, remove, runDetached } from "../helpers/containers.ts";
import { eventually } from "../helpers/eventually.ts";
import { isAlive, killProcess, readProcess } from "../helpers/processes.ts";
import { runts } from "../helpers/runts.ts";
import { isOurs } from "../helpers/shim-under-test.ts";
import { useContainerdWithStuckExec } from "../helpers/stuck-exec.ts";

const containerd = useContainerdWithStuckExec();

async function findings(...words: string[]): Promise<Finding[]> {
  const config = join(containerd().directory, "config.toml");
  const result = await runts(["doctor", "--config", config, "--older-than", "0.001", "--json", ...words]);
  if (result.exitCode !== 0 && result.exitCode !== 4) throw new Error(`exit ${result.exitCode}: ${result.stderr}`);
  const found = JSON.parse(result.stdout) as Finding[];
  expect(result.exitCode).toBe(found.some(({ level }) => level !== "note") ? 4 : 0);
  return found;
}

/** Without what the machine is to blame for, and what others run on it. */
async function problems(id: string): Promise<string[]> {
  const found = (await findings()).filter(({ level, what }) => level !== "note" && what.includes(id));
  for (const { why, mend } of found) expect(why !== undefined && mend !== undefined).toBe(true);
  return [...new Set(found.map(({ check }) => check))].sort();
}

describe.runIf(isOurs)("runts doctor", () => {
  test("finds nothing wrong with containers that run, and tells what serves them", async () => {
    const id = await runDetached(containerd());
    const go = await runDetached(containerd(), ["sleep", "1000"], { runtime: "io.containerd.runc.v2" });
    expect(await problems(id)).toEqual([]);
    expect(await problems(go)).toEqual([]);
    const notes = (await findings()).filter(({ level }) => level === "note").map(({ what }) => what);
    expect(notes).toContainEqual(expect.stringMatching(new RegExp(`^containerd ${containerd().pid}: \\d`)));
    expect(notes).toContainEqual(expect.stringMatching(/finds containerd-shim-runts-v2: .* \(runts\)$/));
    expect(notes).toContainEqual(expect.stringMatching(/finds containerd-shim-runc-v2: .* \(go\)$/));
    expect(notes).toContainEqual("shims: 1 runts, 1 go");
    expect((await runts(["doctor", id])).stdout).toMatch(/nothing to mend$/);
    await remove(containerd(), id);
    await remove(containerd(), go);
  });

  test("finds a container without a shim while containerd is away, and nothing when that has cleaned up", async () => {
    const id = await runDetached(containerd());
    const pid = await initPid(containerd(), id);
    await containerd().crash();
    killProcess(containerd().shimPid(id), "SIGKILL");
    await eventually("the container is an orphan", () => readProcess(pid)?.parent !== undefined && isAlive(pid));
    const found = await findings();
    expect(found).toContainEqual(expect.objectContaining({ check: "containerd-down" }));
    expect(await problems(id)).toEqual(["container-without-shim", "mount-left"]);
    const [orphan] = await findings(id);
    expect(orphan?.what).toBe(`the container ${containerd().namespace}/${id} runs as ${pid} without a shim`);
    await containerd().boot();
    await eventually("containerd has cleaned up", () => !isAlive(pid));
    expect(await problems(id)).toEqual([]);
    await remove(containerd(), id);
  });

  test("finds the socket of a killed Go shim", async () => {
    const id = await runDetached(containerd(), ["sleep", "1000"], { runtime: "io.containerd.runc.v2" });
    const socket = containerd().shimSocket(id);
    await containerd().crash();
    killProcess(containerd().shimPid(id), "SIGKILL");
    await eventually("it is found", async () =>
      (await findings()).some(({ what }) => what === `nobody listens at ${socket}`),
    );
    await containerd().boot();
    await eventually("containerd has forgotten it", async () => (await containerd().ctr.task(id)) === undefined);
    await remove(containerd(), id);
    // Cleans up as useContainerd wants it: the Go shim's `delete` leaves its socket.
    const again = await runDetached(containerd(), ["sleep", "1000"], { id, runtime: "io.containerd.runc.v2" });
    await killShim(containerd(), again);
    await remove(containerd(), again);
  });

  test("finds a runtime's command that hangs, and ending it is the remedy", async () => {
    const id = await runDetached(containerd());
    const exec = containerd().ctr.start(execWords(id, ["true"], { execId: "stuck" }));
    exec.stdin.end();
    const finding = await eventually(
      "ten seconds are over",
      async () => (await findings(id)).find(({ check }) => check === "stuck-command"),
      { timeoutMs: 20_000, intervalMs: 500 },
    );
    const [, pid] = /^kill (\d+)/.exec(finding.mend ?? "") ?? [];
    killProcess(Number(pid), "SIGTERM");
    expect((await exec).exitCode).not.toBe(0);
    expect(await problems(id)).toEqual([]);
    await remove(containerd(), id);
  });

  test("finds a shim that is stopped", async () => {
    const id = await runDetached(containerd());
    const shim = containerd().shimPid(id);
    killProcess(shim, "SIGSTOP");
    try {
      expect(await problems(id)).toEqual(["shim-silent"]);
    } finally {
      killProcess(shim, "SIGCONT");
    }
    expect(await problems(id)).toEqual([]);
    await remove(containerd(), id);
  });

  test("an option that nobody knows is in the log as well", async () => {
    const file = join(containerd().directory, "options.toml");
    writeFileSync(file, 'BinaryNam = "crun"\n[options]\nRoot = "/x"\n');
    const flags = ["--runtime-config-path", file];
    const id = await runDetached(containerd(), ["sleep", "1000"], { flags });
    await eventually("it is logged", () =>
      /level=warning msg="runtime options: .*options\.toml: BinaryNam is no option and is ignored: is BinaryName meant\?"/.test(
        containerd().log(),
      ),
    );
    expect(containerd().log()).toMatch(/the table \[options\] is ignored/);
    await remove(containerd(), id);
  });
});
