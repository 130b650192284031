// A process that calls itself a shim, with a directory of its own making: `runts` shows it, and neither obeys nor waits for it.

import { execFile, execFileSync, spawn } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { makeFifo } from "../../conformance/driver/fifo.ts";
import { runningDaemons } from "../../operate/containerd.ts";
import { readProcess } from "../../operate/proc.ts";
import { findShims } from "../../operate/shims.ts";
import { useDriver } from "../driver/use-driver.ts";
import { eventually } from "../helpers/eventually.ts";
import { killIfThere, listProcesses } from "../helpers/processes.ts";
import { shims, shimUnderTest } from "../helpers/shim-under-test.ts";

const run = promisify(execFile);
const runts = join(dirname(shims.bun.executable), "runts");

describe.runIf(shimUnderTest.kind === "bun")("runts", () => {
  const driver = useDriver();

  test("shows who calls himself a shim, and is neither commanded nor held up by him", async () => {
    const id = `x-${driver().namespace}`;
    const directory = join(driver().directory, "bundles", id);
    mkdirSync(directory);
    for (const name of ["config.json", "init.pid", "init.exit", "options.json"]) makeFifo(join(directory, name));
    writeFileSync(join(directory, "address"), "unix:///run/containerd/containerd.sock");
    execFileSync("chown", ["65534", directory]);
    const name = "/tmp/containerd-shim-\u001b]0;owned\u0007\u009b2J\u202e";
    const args = ["-namespace", "\u001b[2Jevil\nrow", "-id", id, "-address", "\r/run/x"];
    const fake = spawn("/bin/sh", ["-c", "read x", ...args], {
      argv0: name,
      cwd: directory,
      stdio: ["pipe", "ignore", "ignore"],
    });
    try {
      // A shell's own words come first; the kernel has what it was called by.
      await eventually("it runs", () => listProcesses().some(({ pid }) => pid === fake.pid));
      for (const words of [["ps"], ["ps", "--json"], ["doctor", "--json"]]) {
        const { stdout } = await run(runts, words, { timeout: 20_000 }).catch(
          (error: { stdout: string; killed: boolean }) => {
            expect(error.killed, words.join(" ")).toBe(false);
            return error;
          },
        );
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
        expect(stdout, words.join(" ")).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
      }
    } finally {
      killIfThere(fake.pid ?? 0);
      rmSync(directory, { recursive: true });
    }
  });

  test("runs nothing of another user's who calls himself containerd, and believes him no shim", async () => {
    const wait = ["-c", "read x"];
    const daemon = spawn("/bin/sh", wait, { argv0: "containerd", stdio: "pipe", uid: 65534 });
    // A directory of root's, which he can stand in.
    const options = { argv0: "containerd-shim-runts-v2", stdio: "pipe", uid: 65534, cwd: "/usr/bin" } as const;
    const shim = spawn("/bin/sh", [...wait, "-namespace", "x", "-id", "bin", "-address", "x"], options);
    const own = spawn("/bin/sh", wait, { argv0: "containerd", stdio: "pipe" });
    try {
      await eventually("all run", () =>
        [daemon, own].every(({ pid }) => readProcess(pid ?? 0)?.words[0] === "containerd"),
      );
      const found = runningDaemons().map(({ pid }) => pid);
      expect(found).toContain(own.pid);
      expect(found).not.toContain(daemon.pid);
      const [seen] = findShims().filter(({ process: { pid } }) => pid === shim.pid);
      expect(seen).toMatchObject({ kind: "other", bundle: undefined, socket: undefined, containers: [] });
    } finally {
      for (const { pid } of [daemon, shim, own]) killIfThere(pid ?? 0);
    }
  });
});
