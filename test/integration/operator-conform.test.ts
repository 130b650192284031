// `runts conform`: the conformance kit from the installed executable alone.

import { spawnSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { chooseRows } from "../../conformance/catalogue.ts";
import { isUnified } from "../../conformance/driver/hugetlb.ts";
import { hasShim, inDirectory, kit, rowsWith, runKit } from "../helpers/conformance-run.ts";
import { eventually } from "../helpers/eventually.ts";
import { systemPath } from "../helpers/runtimes-under-test.ts";
import { shims } from "../helpers/shim-under-test.ts";
import { isSoak } from "../helpers/soak.ts";
import { Terminal } from "../helpers/terminal.ts";

/** A directory with a copy of the executable, as somebody has it who has nothing else of runts; under the command's own name. */
const place = mkdtempSync(join(tmpdir(), "runts-copied-"));
chmodSync(place, 0o755);
const runts = join(place, "runts");
copyFileSync(shims.bun.executable, runts);
afterAll(() => rmSync(place, { recursive: true }));

const timeout = 120_000;

/** A directory of links to all that PATH has but `missing`. */
function pathWithout(directory: string, missing: readonly string[]): string {
  const links = join(directory, "path");
  mkdirSync(links);
  for (const entry of systemPath.split(":").filter((path) => existsSync(path))) {
    for (const name of readdirSync(entry)) {
      if (!missing.includes(name) && !existsSync(join(links, name))) symlinkSync(join(entry, name), join(links, name));
    }
  }
  return links;
}

describe("runts conform", () => {
  test("plays itself, without node, with the fake runtime that is in it", { timeout }, () =>
    inDirectory(
      async (directory) => {
        const PATH = pathWithout(directory, ["node", "nodejs", "bun"]);
        const words = ["conform", "--quick", "--filter", "events", "--json", "report.json"];
        const run = await runKit(directory, [runts, ...words], { environment: { PATH } });
        expect(rowsWith(run, "fail", "not run", "mended")).toEqual([]);
        expect(rowsWith(run, "pass").length).toBe(chooseRows({ quick: true, filter: "events" }).length);
        expect(run.status).toBe(0);
        expect(run.report?.shims[0]).toMatchObject({ name: expect.stringMatching(/^runts \d/) });
        expect(run.stdout).toMatch(/events +│ \d+ +│/);
      },
      ["path"],
    ),
  );

  test("says what is missing, and has begun nothing", { timeout }, () =>
    inDirectory(
      async (directory) => {
        const PATH = pathWithout(directory, ["crun", "mkfifo"]);
        const without = await runKit(directory, [runts, "conform", "--runtime", "crun"], { environment: { PATH } });
        expect(without).toMatchObject({
          ...{ status: 2, stdout: "" },
          stderr:
            "not in PATH, and needed: mkfifo (coreutils)\n" +
            "there is no crun in PATH: install it, or name the other one by --runtime\n",
        });
        const hidden = 'mount --bind /dev/null "$(readlink -f /bin/busybox)" && exec "$@"';
        const bare = ["unshare", "--mount", "sh", "-c", hidden, "sh", runts, "conform"];
        expect(await runKit(directory, bare)).toMatchObject({
          ...{ status: 2, stdout: "", stderr: expect.stringMatching(/^no static busybox,.*\(busybox-static\)\n$/) },
        });
        const noexec = 'mount -t tmpfs -o noexec tmpfs "$TMPDIR" && exec "$@"';
        const idle = ["unshare", "--mount", "sh", "-c", noexec, "sh", runts, "conform"];
        expect(await runKit(directory, idle)).toMatchObject({
          ...{ status: 2, stdout: "", stderr: expect.stringMatching(/nothing can be executed there \(noexec\); name/) },
        });
      },
      ["path"],
    ),
  );

  test("ended by Ctrl-C in the middle leaves nothing", { timeout }, () =>
    inDirectory(async (directory) => {
      const words = ["env", `TMPDIR=${directory}`, runts, "conform", "--filter", "states"];
      const terminal = new Terminal(words, { columns: 200 });
      await eventually("there is a shim", () => hasShim(directory), { timeoutMs: 60_000 });
      await eventually("a row has been played", () => /\d+\/\d+ /.test(terminal.text), { timeoutMs: 60_000 });
      terminal.type("\u0003");
      expect(await terminal.exit()).toBe(130);
      expect(terminal.text).not.toContain("✗");
    }),
  );

  test.skipIf(isUnified)("killed in the middle leaves nothing", { timeout }, () =>
    inDirectory(async (directory) => {
      const run = await runKit(directory, [runts, "conform", "--filter", "states"], {
        onStart: async (child) => {
          await eventually("there is a shim", () => hasShim(directory), { timeoutMs: 60_000 });
          child.kill("SIGKILL");
        },
      });
      expect(run).toMatchObject({ status: null, stdout: "" });
    }),
  );

  test.each([
    [["--shim", "/etc"], /'--shim <path>' argument '\/etc' is invalid\. that is a directory/],
    [["--against", "/etc/passwd"], /that file is not executable/],
    [["--against", "no-such-shim"], /no such executable in PATH; a path has a slash in it/],
    [["--against", "./no-such-shim"], /there is no such file/],
    [["--runtime", "youki"], /want runc or crun/],
    [["--patience", "0"], /want a number of seconds, 600 at most/],
    [["--json", "/no/such/file"], /there is no such directory/],
    [["--filter", "no such row"], /no row has "no such row" in its name/],
    [["--nonsense"], /unknown option '--nonsense'/],
  ])("%j: status 2 and a sentence", (words, sentence) => {
    const isSample = words[0] === "--shim" || isSoak;
    for (const command of [[runts, "conform"], ...(isSample ? [kit] : [])]) {
      const [file = "", ...before] = command;
      const { status, stdout, stderr } = spawnSync(file, [...before, ...words], { encoding: "utf8" });
      expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
      expect(stderr).toMatch(sentence);
      expect(stderr).not.toMatch(/^ +at /m);
    }
  });

  test.each([
    ["an empty file", "", /can't be started: it is neither an executable of this machine nor a script/],
    ["a script of nobody's", "#!/no/such/interpreter\n", /can't be started: the interpreter or loader that it names/],
  ])("%s as a shim: status 2, and why", async (_name, text, sentence) => {
    await inDirectory(
      async (directory) => {
        writeFileSync(join(directory, "shim"), text, { mode: 0o755 });
        const run = await runKit(directory, [runts, "conform", "--shim", "./shim"]);
        expect(run).toMatchObject({ status: 2, stdout: "", stderr: expect.stringMatching(sentence) });
      },
      ["shim"],
    );
  });

  test("is root's, but for its list of rows", () => {
    const asNobody = (...words: string[]) =>
      spawnSync(runts, ["conform", ...words], { uid: 65534, cwd: "/", encoding: "utf8" });
    expect(asNobody("--filter", "terminal")).toMatchObject({ status: 2, stderr: expect.stringMatching(/need root/) });
    const { status, stdout } = asNobody("--list");
    expect(status).toBe(0);
    for (const { name } of chooseRows({})) expect(stdout).toContain(`  ${name}\n`);
  });
});
