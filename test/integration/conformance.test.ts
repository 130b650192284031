// The conformance kit: ours passes each row, a Go shim fails exactly the rows that are known, and a shim that lies is found out.

import type { ChildProcess } from "node:child_process";
import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { chooseRows } from "../../conformance/catalogue.ts";
import { isUnified } from "../../conformance/driver/hugetlb.ts";
import { hasShim, inDirectory, kit, type Run, rowsWith, runKit } from "../helpers/conformance-run.ts";
import { daemonOf, type Generation } from "../helpers/daemon-under-test.ts";
import { eventually } from "../helpers/eventually.ts";
import { excuses } from "../helpers/excused-untruths.ts";
import { Falsifier } from "../helpers/find-untruths.ts";
import { shims } from "../helpers/shim-under-test.ts";
import { isSoak } from "../helpers/soak.ts";
import { Sweep } from "../helpers/sweep-untruths.ts";
import { allUntruths } from "../helpers/untruths.ts";

function conform(directory: string, words: readonly string[], environment: Record<string, string> = {}): Promise<Run> {
  return runKit(directory, [...kit, ...words, "--json", "report.json"], { environment });
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
  ["publishes nothing", life, /^not within 10000 ms: the event of its deletion$/],
  ["leaves a process", "start with nothing on stdin", /^left behind: process \d+ sleep 1000/],
  ["hangs up", killed, /^Kill\(.*\): the shim closed the connection before it answered$/],
  ["answers wrongly", "State of a running task", /status and exit status: wanted .* got/],
  ["keeps its output", "start with nothing on stdin", /somebody still holds its stdout or stderr$/],
  ["dies at once", "start with nothing on stdin", /start: exit status: wanted .* got \[ null, '' \]/],
  ["names nobody", "start with nothing on stdin", /ENOENT/],
  ["says nothing in delete", "kill -9 of the shim of a running task", /pid and status: wanted/],
] as const;

const sample = lies.slice(0, 5);

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
      inDirectory(
        async (directory) => {
          const run = await playLiar(directory, lie, [
            "--filter",
            filter,
            "--patience",
            lie === "hangs in start" ? "3" : "10",
          ]);
          expect(run.report?.shims[0]?.rows.find(({ verdict }) => verdict === "fail")?.reason).toMatch(sentence);
          expect(run.status).toBe(1);
        },
        ["liar"],
      ),
    );
  }

  if (isSoak) {
    test("one that publishes by containerd's executable is none", { timeout }, () =>
      inDirectory(
        async (directory) => {
          const run = await playLiar(directory, "publishes by the binary", ["--filter", "events: Task"]);
          expect(rowsWith(run, "fail", "not run")).toEqual([]);
          expect(run.status).toBe(0);
        },
        ["liar"],
      ),
    );
  }

  const untruths = [
    ["State.pid false", "Create: a pid whose process waits, and Start with the same pid"],
    ["Wait.exitStatus false", "An exec that ends with 7"],
    ["/tasks/exit.pid false", "TaskExit of init"],
    ["/tasks/start: told twice", "TaskStart: id and pid"],
    ["Pause: not done", "Pause and Resume: paused, resumed"],
    ["StopSandbox: fails", "WaitSandbox: answered when it is stopped"],
  ] as const;
  test("as is one that tells a single untruth", { timeout }, async () => {
    const falsifier = new Falsifier();
    try {
      for (const [name, part] of untruths) {
        const untruth = allUntruths().find((each) => each.name === name);
        if (untruth === undefined) throw new Error(`no untruth is called ${name}`);
        const rows = chooseRows({ filter: part }).slice(0, 1);
        const honest = await falsifier.play(rows);
        expect(honest.map(({ outcome }) => `${outcome.status} ${outcome.reason}`)).toEqual(["pass "]);
        const [played] = await falsifier.play(rows, untruth);
        expect([name, played?.outcome.status, played?.passed.has("lied")]).toEqual([name, "fail", true]);
      }
    } finally {
      falsifier.remove();
    }
  });

  test("each excuse is one for something", () => {
    const names = allUntruths().map(({ name }) => name);
    expect(excuses.filter(([pattern]) => !names.some((name) => pattern.test(name)))).toEqual([]);
  });

  // Hours, on a machine that does much else: RUNTS_TEST_UNTRUTHS names a file, with which it goes on where it has ended.
  if (isSoak) {
    test("each untruth is noticed by a row, or excused", { timeout: 4 * 3_600_000 }, () =>
      inDirectory(
        async (directory) => {
          const sweep = new Sweep(process.env.RUNTS_TEST_UNTRUTHS ?? join(directory, "untruths.jsonl"));
          try {
            const verdicts = await sweep.of(allUntruths());
            const isExcused = (name: string) => excuses.some(([pattern]) => pattern.test(name));
            const wrong = verdicts.filter(({ name, verdict }) => (verdict === "noticed") === isExcused(name));
            expect(wrong.map(({ name, verdict, row }) => `${verdict}: ${name} ${row}`)).toEqual([]);
          } finally {
            sweep.remove();
          }
        },
        ["untruths.jsonl", "untruths.jsonl.honest"],
      ),
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
    let child: ChildProcess | undefined;
    const ended = runKit(directory, [...kit, "--shim", shims.bun.executable, "--filter", "states"], {
      onStart: (started) => {
        child = started;
      },
    });
    await eventually("there is a shim", () => hasShim(directory), { timeoutMs: 60_000 });
    child?.kill("SIGTERM");
    const run = await ended;
    expect(run).toMatchObject({ status: 143, stdout: "" });
    expect(run.stderr).toMatch(/runc, \d+ rows\n$/);
  }),
);

// Where there is nothing that it would do in a mount namespace of its own, the one that is killed is the only one.
test.skipIf(isUnified)("one that is killed takes the rest of it along", { timeout }, () =>
  inDirectory(async (directory) => {
    const run = await runKit(directory, [...kit, "--shim", shims.bun.executable, "--filter", "states"], {
      onStart: async (child) => {
        await eventually("there is a shim", () => hasShim(directory), { timeoutMs: 60_000 });
        child.kill("SIGKILL");
      },
    });
    // Its output is at its end when nobody of the run is there any more.
    expect(run).toMatchObject({ status: null, stdout: "" });
  }),
);
