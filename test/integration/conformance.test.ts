// The conformance kit: ours passes each row, a Go shim fails exactly the rows that are known, and a shim that lies is found out.

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { JsonReport } from "../../conformance/report.ts";
import { daemonOf, type Generation } from "../helpers/daemon-under-test.ts";
import { eventually } from "../helpers/eventually.ts";
import { carriesMark, listProcesses } from "../helpers/processes.ts";
import { runtimePath } from "../helpers/runtimes-under-test.ts";
import { shims } from "../helpers/shim-under-test.ts";
import { isSoak } from "../helpers/soak.ts";

const program = ["--disable-warning=ExperimentalWarning", join(import.meta.dirname, "../../conformance/main.ts")];

/** What the kit is given as its temporary directory: nothing may be left there, nor of what was started with it. */
async function inDirectory(body: (directory: string) => Promise<void>): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), "runts-conformance-"));
  try {
    await body(directory);
    const left = listProcesses().filter(({ pid }) => carriesMark(pid, [directory]));
    expect(left.map(({ pid, commandLine }) => `${pid} ${commandLine.join(" ")}`)).toEqual([]);
    expect(readdirSync(directory).filter((name) => name !== "liar" && name !== "report.json")).toEqual([]);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Those that a test which took too long has left: they clean up. */
const running = new Set<ChildProcess>();
afterAll(async () => {
  await Promise.all(
    [...running].map((child) => {
      child.kill("SIGTERM");
      return once(child, "close");
    }),
  );
});

interface Run {
  readonly status: number | null;
  readonly text: string;
  readonly report: JsonReport;
}

async function conform(
  directory: string,
  words: readonly string[],
  environment: Record<string, string> = {},
): Promise<Run> {
  const file = join(directory, "report.json");
  const args = [...program, ...words, "--json", file];
  const PATH = [...runtimePath, process.env.PATH].join(":");
  const child = spawn(process.execPath, args, {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, PATH, TMPDIR: directory, ...environment },
  });
  running.add(child);
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (text += chunk.toString()));
  const [status] = (await once(child, "close")) as [number | null];
  running.delete(child);
  return { status, text, report: JSON.parse(readFileSync(file, "utf8")) as JsonReport };
}

/** Rows of the first shim that came out so, with why. */
function rowsWith({ report }: Run, ...verdicts: readonly string[]): string[] {
  const rows = report.shims[0]?.rows ?? [];
  return rows.filter(({ verdict }) => verdicts.includes(verdict)).map(({ name, reason }) => `${name}: ${reason}`);
}

const scope = isSoak ? [] : ["--quick"];
// A machine that does much else at once takes five times as long.
const timeout = isSoak ? 1_200_000 : 240_000;

const expectAsKnown = (shim: string, runtime: string) =>
  inDirectory(async (directory) => {
    const run = await conform(directory, ["--shim", shim, "--runtime", runtime, ...scope]);
    expect(rowsWith(run, "fail", "not run", "mended")).toEqual([]);
    expect(rowsWith(run, "pass").length).toBeGreaterThan(isSoak ? 250 : 100);
    expect(run.status).toBe(0);
  });

describe("runts passes each row", () => {
  for (const runtime of isSoak ? ["runc", "crun"] : ["runc"]) {
    test(runtime, { timeout }, async () => {
      await expectAsKnown(shims.bun.executable, runtime);
    });
  }
});

describe("a Go shim fails the rows that it is known to, and no other", () => {
  const generations: readonly Generation[] = isSoak ? ["1.6", "1.7", "2.1"] : ["1.6"];
  for (const generation of generations) {
    for (const runtime of isSoak ? ["runc", "crun"] : ["runc"]) {
      test(`${generation}, ${runtime}`, { timeout }, async () => {
        await expectAsKnown(daemonOf(generation).goShim, runtime);
      });
    }
  }
});

const life = "Events of a whole life";
const killed = "Kill of a created task with 9";

/** Each with the row that shows it, and what is said. Those of the short form come first. */
const lies = [
  ["never answers", killed, /^Kill\(.*\): no answer within 10 s$/],
  ["hangs in start", "start with nothing on stdin", /^start: after 3 s it has not ended$/],
  ["prints junk", "start with nothing on stdin", /can't take "warning: this is not an address/],
  ["leaves a process", "start with nothing on stdin", /^left behind: process \d+ sleep 1000/],
  ["hangs up", killed, /^Kill\(.*\): the shim closed the connection before it answered$/],
  ["answers wrongly", "State of a running task", /status and exit status: wanted .* got/],
  ["publishes nothing", life, /4 events of/],
  ["keeps its output", "start with nothing on stdin", /somebody still holds its stdout or stderr$/],
  ["dies at once", "start with nothing on stdin", /start: exit status: wanted .* got \[ null, '' \]/],
  ["names nobody", "start with nothing on stdin", /ENOENT/],
  ["says nothing in delete", "kill -9 of the shim of a running task", /pid and status: wanted/],
] as const;

const sample = lies.slice(0, 4);

function playLiar(directory: string, lie: string, flags: readonly string[]): Promise<Run> {
  const liar = join(directory, "liar");
  const words = [process.execPath, join(import.meta.dirname, "../fixtures/lying-shim.ts")].join("' '");
  writeFileSync(liar, `#!/bin/sh\nexec '${words}' "$@"\n`);
  chmodSync(liar, 0o755);
  const environment = { LIE: lie, REAL_SHIM: shims.bun.executable, NODE_NO_WARNINGS: "1" };
  return conform(directory, ["--shim", liar, ...flags], environment);
}

// What they wait for is a time limit, mostly: several at once.
describe.concurrent("a shim that lies is found out", () => {
  for (const [lie, filter, sentence] of isSoak ? lies : sample) {
    test(lie, { timeout }, () =>
      inDirectory(async (directory) => {
        const run = await playLiar(directory, lie, [
          "--filter",
          filter,
          "--patience",
          lie === "hangs in start" ? "3" : "10",
        ]);
        expect(run.report.shims[0]?.rows.find(({ verdict }) => verdict === "fail")?.reason).toMatch(sentence);
        expect(run.status).toBe(1);
      }),
    );
  }

  if (isSoak) {
    test("one that publishes by containerd's executable is none", { timeout }, () =>
      inDirectory(async (directory) => {
        const run = await playLiar(directory, "publishes by the binary", ["--filter", "events: Task"]);
        expect(rowsWith(run, "fail", "not run")).toEqual([]);
        expect(run.status).toBe(0);
      }),
    );
  }

  test("what is no shim at all is given up", { timeout }, () =>
    inDirectory(async (directory) => {
      const run = await conform(directory, ["--shim", "/bin/cat", "--filter", "lives", "--patience", "5"]);
      expect(rowsWith(run, "pass")).toEqual([]);
      expect(rowsWith(run, "not run").length).toBeGreaterThan(5);
      expect(run.status).toBe(1);
    }),
  );
});

test("a kit that is interrupted ends what it has started", { timeout }, () =>
  inDirectory(async (directory) => {
    const child = spawn(process.execPath, [...program, "--shim", shims.bun.executable, "--filter", "states"], {
      ...{ stdio: ["ignore", "ignore", "pipe"], env: { ...process.env, TMPDIR: directory } },
    });
    running.add(child);
    const closed = once(child, "close");
    await eventually("there is a shim", () => {
      return listProcesses().some(
        ({ pid, commandLine }) => commandLine.includes("-id") && carriesMark(pid, [directory]),
      );
    });
    child.kill("SIGTERM");
    expect(await closed).toEqual([143, null]);
    running.delete(child);
  }),
);
