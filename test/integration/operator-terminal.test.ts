// `runts` as a person sees it: help, exit codes, a terminal's width and colours, questions, completions.

import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  mkdtempSync,
  openSync,
  readSync,
  rmSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { execa } from "execa";
import { afterAll, describe, expect, test } from "vitest";
import { makeFifo } from "../../conformance/driver/fifo.ts";
import { listProcesses, readProcess } from "../../operate/proc.ts";
import { remove, runDetached } from "../helpers/containers.ts";
import { eventually } from "../helpers/eventually.ts";
import { runts, runtsProgram } from "../helpers/runts.ts";
import { isOurs, shims } from "../helpers/shim-under-test.ts";
import { Terminal } from "../helpers/terminal.ts";
import { useContainerd } from "../helpers/use-containerd.ts";

const place = mkdtempSync(join(tmpdir(), "runts-terminal-"));
const prefix = join(place, "prefix");
afterAll(() => rmSync(place, { recursive: true }));

const containerd = useContainerd(() => ({ path: [join(prefix, "bin")] }));

const esc = "\u001b";
const colour = `${esc}[`;
const withoutColour = (text: string) =>
  text
    .split(esc)
    .map((part, at) => (at === 0 ? part : part.replace(/^\[[0-9;?]*[a-zA-Z]/, "")))
    .join("");

describe.runIf(isOurs)("runts", () => {
  test("ps on a terminal has colours and fits it; NO_COLOR has none", async () => {
    const id = await runDetached(containerd());
    const terminal = new Terminal([runtsProgram, "ps"], { columns: 70 });
    expect(await terminal.exit()).toBe(0);
    await terminal.see(/running/);
    expect(terminal.text).toContain(colour);
    for (const line of withoutColour(terminal.text).split("\n")) {
      // The figures have no room to give; names have.
      expect(line.length).toBeLessThanOrEqual(withoutColour(terminal.text).split("\n")[0]?.length ?? 0);
    }
    expect(withoutColour(terminal.text)).not.toContain(containerd().namespace);
    const plain = new Terminal(["env", "NO_COLOR=1", runtsProgram, "ps"], { columns: 250 });
    expect(await plain.exit()).toBe(0);
    await plain.see(new RegExp(id));
    expect(plain.text).not.toContain(esc);
    expect(plain.text).toContain(containerd().namespace);
    await remove(containerd(), id);
  });

  test("top on a terminal shows rounds until Ctrl-C, and leaves the screen as it was", async () => {
    const id = await runDetached(containerd());
    const terminal = new Terminal([runtsProgram, "top", "-i", "0.2"], { columns: 200 });
    await terminal.see(/\[\?1049h/);
    for (let round = 0; round < 3; round += 1) await terminal.see(new RegExp(id));
    terminal.type("\u0003");
    expect(await terminal.exit()).toBe(0);
    await terminal.see(/\[\?1049l/);
    await remove(containerd(), id);
  });

  test("top stopped by Ctrl-Z has given the screen back, and goes on", async () => {
    const terminal = new Terminal([runtsProgram, "top", "-i", "0.1"]);
    await terminal.see(/PSS of all shims/);
    terminal.type("\u001a");
    await terminal.see(/\[\?25h.*\[\?1049l/);
    const pid = await eventually("it is stopped", () =>
      listProcesses().find(({ words, state }) => words.includes("top") && words[0] === runtsProgram && state === "T"),
    );
    process.kill(pid.pid, "SIGCONT");
    await terminal.see(/\[\?1049h/);
    await terminal.see(/PSS of all shims/);
    terminal.type("\u0003");
    expect(await terminal.exit()).toBe(0);
  });

  test("says that its output was not written whole, and does not mind when nobody wants it", async () => {
    const kit = `${process.execPath} ${join(import.meta.dirname, "../../conformance/main.ts")} --list`;
    for (const words of [`${runtsProgram} manual`, `${runtsProgram} conform --list`, kit]) {
      const full = await execa("sh", ["-c", `${words} >/dev/full`], { reject: false });
      expect([full.exitCode, full.stderr]).toEqual([1, expect.stringContaining("no space left on device")]);
    }
    const program = `${runtsProgram} top --count 50 --interval 0.1`;
    const head = await execa("bash", ["-c", `${program} | head -1; echo "\${PIPESTATUS[0]}"`], { reject: false });
    expect([head.stdout.split("\n").at(-1), head.stderr]).toEqual(["0", ""]);
    // A pipe that whoever made it has set not to block, and that has no room.
    const fifo = join(place, "fifo");
    makeFifo(fifo);
    const end = openSync(fifo, constants.O_RDWR | constants.O_NONBLOCK);
    const filled = writeSync(end, Buffer.alloc(64 * 1024));
    const piped = spawn(runtsProgram, ["manual"], { stdio: ["ignore", end, "ignore"] });
    const exit = once(piped, "exit");
    await eventually("it has found no room", () => readProcess(piped.pid ?? 0)?.state === "S");
    expect(readSync(end, Buffer.alloc(filled))).toBe(filled);
    expect(await exit).toEqual([0, null]);
    const arrived = readSync(end, Buffer.alloc(filled));
    closeSync(end);
    expect(arrived).toBe(Buffer.byteLength((await runts(["manual"])).stdout) + 1);
  });

  test("an empty id is no beginning of every other", async () => {
    for (const words of [
      ["inspect", ""],
      ["doctor", ""],
      ["upgrade", "--running", ""],
    ]) {
      expect(await runts(words)).toMatchObject({ exitCode: 2, stderr: "runts: an id is empty" });
    }
    expect((await runts(["inspect", "0"])).exitCode).toBe(3);
  });

  test.each([
    ["n", 5, false],
    ["y", 0, true],
  ] as const)("install on a terminal asks: %s", async (answer, exitCode, isThere) => {
    const config = join(containerd().directory, "config.toml");
    const terminal = new Terminal([runtsProgram, "install", "--prefix", prefix, "--config", config], { columns: 120 });
    await terminal.see(/link .*containerd-shim-runts-v2/);
    await terminal.see(/Do it\?/);
    terminal.type(answer);
    expect(await terminal.exit()).toBe(exitCode);
    expect(existsSync(join(prefix, "bin/runts"))).toBe(isThere);
    if (isThere) expect((await runts(["uninstall", "--prefix", prefix])).exitCode).toBe(0);
    expect(existsSync(prefix)).toBe(false);
  });

  test.each([
    [["--help"], 0, /^Usage: runts/],
    [["help", "doctor"], 0, /Examples:/],
    [["inspect", "--help"], 0, /runts inspect web/],
    [["--version"], 0, /^runts \d+\.\d+\.\d+ /],
    [[], 2, /^Usage: runts/],
    [["nonsense"], 2, /^error: unknown command 'nonsense'/],
    [["ps", "--nonsense"], 2, /^error: unknown option '--nonsense'/],
    [["top", "-i", "x"], 2, /want a number above 0/],
    [["inspect"], 2, /missing required argument/],
    [["completion", "csh"], 2, /want bash, zsh, fish/],
  ])("%j ends with %i", async (words, exitCode, expected) => {
    const result = await runts(words);
    expect(result.exitCode).toBe(exitCode);
    expect(result.stdout + result.stderr).toMatch(expected);
    expect(exitCode === 0 ? result.stderr : "").toBe("");
  });

  test("is root's, but for what it can say by itself", async () => {
    const program = join(place, "runts");
    copyFileSync(runtsProgram, program);
    chmodSync(place, 0o755);
    const asNobody = (...words: string[]) => execa(program, words, { uid: 65534, cwd: "/", reject: false });
    expect(await asNobody("ps")).toMatchObject({ exitCode: 1, stderr: expect.stringMatching(/^runts: only root/) });
    expect((await asNobody("completion", "fish")).stdout).toMatch(/complete -c runts .* install/);
    expect((await asNobody("--help")).exitCode).toBe(0);
    rmSync(program);
  });

  test("completes commands, options and containers in bash", async () => {
    const id = await runDetached(containerd());
    const complete = async (...words: string[]) => {
      const script = `eval "$(runts completion bash)"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _runts; printf '%s\\n' "\${COMPREPLY[@]}"`;
      const env = { PATH: `${dirname(runtsProgram)}:${process.env.PATH}` };
      return (await execa("bash", ["-c", script, "bash", ...words], { env })).stdout.split("\n");
    };
    expect(await complete("runts", "ins")).toEqual(["inspect", "install"]);
    expect(await complete("runts", "install", "--dr")).toEqual(["--drop-in", "--dry-run"]);
    expect(await complete("runts", "inspect", id.slice(0, 4))).toContain(id);
    expect(await complete("runts", "completion", "")).toEqual(["bash", "zsh", "fish"]);
    await remove(containerd(), id);
  });

  test("has a man page that man has nothing to say about", async () => {
    const { stdout } = await runts(["manual"]);
    expect(stdout).toMatch(/^\.TH RUNTS 8/);
    for (const name of ["ps", "inspect", "top", "doctor", "install", "upgrade", "uninstall", "conform"]) {
      expect(stdout).toMatch(new RegExp(`^\\.SS runts ${name}`, "m"));
    }
    const groff = await execa("sh", ["-c", "command -v groff >/dev/null || exit 99; groff -man -Tutf8 -ww -z"], {
      input: stdout,
      reject: false,
    });
    expect([0, 99]).toContain(groff.exitCode);
    expect(groff.stderr).toBe("");
  });

  test("on Node looks into shims as well, and installs nothing", async () => {
    const program = join(dirname(shims.node.executable), "runts");
    const id = await runDetached(containerd());
    const env = { PATH: `${shims.node.path.join(":")}:${process.env.PATH}` };
    expect((await execa(program, ["inspect", id], { env })).stdout).toMatch(new RegExp(`container ${id} {2}running`));
    const refused = await execa(program, ["install", "--prefix", prefix], { env, reject: false });
    expect(refused).toMatchObject({ exitCode: 5, stdout: "" });
    await eventually("nothing is there", () => !existsSync(prefix));
    await remove(containerd(), id);
  });
});
