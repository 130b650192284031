import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { eventually } from "../test/helpers/eventually.ts";
import { endCommands } from "./commands-in-flight.ts";

const children: ChildProcess[] = [];
afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    const exited = once(child, "exit");
    child.kill("SIGKILL");
    await exited;
  }
});

/** A process with this command line, once it has it. */
async function run(...words: string[]): Promise<ChildProcess> {
  // The words after the script are the shell's own arguments.
  const child = spawn("sh", ["-c", "read -r line", "runc", ...words], { stdio: ["pipe", "ignore", "ignore"] });
  children.push(child);
  await eventually("its command line", () =>
    readFileSync(`/proc/${child.pid}/cmdline`, "utf8").includes(words[0] ?? ""),
  );
  return child;
}

describe("endCommands", () => {
  test("ends the commands that log there, and no others (KF-037)", async () => {
    const bundle = `/run/no/such/bundle-${process.pid}`;
    const log = `${bundle}/log.json`;
    const [create, exec] = [
      await run("--root", "/r", "--log", log, "create"),
      await run("--log", `${bundle}/log-12.json`, "exec"),
    ];
    const others = [await run("--log", `${bundle}2/log.json`, "create"), await run("--root", log, "exec")];
    const ends = [once(create, "exit"), once(exec, "exit")];
    const { commands } = await endCommands(bundle);
    expect(commands.toSorted()).toEqual([create.pid, exec.pid].toSorted());
    expect((await Promise.all(ends)).map(([, signal]) => signal)).toEqual(["SIGKILL", "SIGKILL"]);
    for (const other of others) expect([other.exitCode, other.signalCode]).toEqual([null, null]);
    expect((await endCommands(bundle)).commands).toEqual([]);
  });

  test("ends those that were told of the bundle through a link", async () => {
    const directory = realpathSync(mkdtempSync(join(tmpdir(), "runts-commands-")));
    try {
      for (const path of ["real/c", "other/c"]) mkdirSync(join(directory, path), { recursive: true });
      symlinkSync("real", join(directory, "link"));
      const create = await run("--log", join(directory, "link/c/log.json"), "create");
      await run("--log", join(directory, "other/c/log.json"), "create");
      await run("--log", join(directory, "gone/c/log.json"), "create");
      expect((await endCommands(join(directory, "real/c"))).commands).toEqual([create.pid]);
    } finally {
      rmSync(directory, { recursive: true });
    }
  });
});

describe("sources", () => {
  const project = join(import.meta.dirname, "..");
  const sources = ["bin", "cgroups", "oci", "shim", "sys", "ttrpc"].flatMap((room) =>
    readdirSync(join(project, room), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
      .map((name) => join(room, name)),
  );

  // A number may be somebody else's by now, and nobody says how long to ask.
  test("never ask by kill(pid, 0) whether a process is there (KF-058)", () => {
    expect(sources.length).toBeGreaterThan(50);
    const asking = /\b(kill|signalProcess)\([^()]*,\s*0\s*\)|libc\("kill",[^()]*,\s*0\s*\)/;
    expect(asking.test("process.kill(pid, 0)")).toBe(true);
    expect(sources.filter((path) => asking.test(readFileSync(join(project, path), "utf8")))).toEqual([]);
  });
});
