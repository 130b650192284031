// kill -9 and SIGSTOP of a real containerd in each step of a container's life: when it is back, what it lists is true, everything can
// be deleted, and nothing is left. A sample; more of it, with each generation of containerd, by `scripts/torture daemon`.

import { execFileSync } from "node:child_process";
import { basename } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { DaemonKiller, describeMoment, type Moment } from "../driver/killed-daemon.ts";
import { sample } from "../driver/tracer.ts";
import { execWords, run, runWords, waitForStatus } from "../helpers/containers.ts";
import type { CtrProcess } from "../helpers/ctr.ts";
import { describeShims } from "../helpers/describe-shims.ts";
import { eventually } from "../helpers/eventually.ts";
import { describeLeftovers, removeLeftovers, settle, takeBaseline } from "../helpers/leftovers.ts";
import { PrivateContainerd } from "../helpers/private-containerd.ts";
import { isAlive, killIfThere, killProcess, listProcesses } from "../helpers/processes.ts";
import { isOurs, shimUnderTest } from "../helpers/shim-under-test.ts";

const seed = Number(process.env.RUNTS_TORTURE_SEED ?? Date.now() % 1_000_000);
const shift = (seed % 1000) / 1000;
/** Instants of each step that are told by the clock, besides those that have a name. */
const points = Number(process.env.RUNTS_TORTURE_POINTS ?? 1);
const isLong = points > 1;
/** A shim whose Create nobody knows of is patient with the next daemon (shim/actions/abandoned.ts). */
const settleMs = 45_000;
/** For a client without a daemon. */
const patienceMs = 2000;
/** More than a shim waits for containerd before it dials again. */
const stoppedMs = isLong ? 6000 : 1000;

const killer = new DaemonKiller(shimUnderTest, execFileSync("which", ["runc"], { encoding: "utf8" }).trim());

interface Step {
  readonly name: string;
  /** Before it. */
  readonly from: "nothing" | "running" | "stopped";
  words(containerd: PrivateContainerd, id: string): string[];
  readonly moments: readonly Moment[];
}

const at = (program: Moment["program"], verb: string): Moment[] => [
  { program, verb, when: "before" },
  { program, verb, when: "after" },
];
const program = (id: string) => ["sh", "-c", `while :; do sleep 1000; done; : ${id}`];
const executed = (id: string) => ["sh", "-c", `while :; do sleep 1000; done; : exec of ${id}`];

const steps: readonly Step[] = [
  {
    name: "run",
    from: "nothing",
    words: (containerd, id) => runWords(containerd, program(id), { id, flags: ["--detach"] }),
    moments: [...at("shim", "start"), ...at("runc", "create"), ...at("runc", "start")],
  },
  {
    name: "exec",
    from: "running",
    words: (_, id) => execWords(id, executed(id), { execId: "e", flags: ["--detach"] }),
    moments: at("runc", "exec"),
  },
  {
    name: "kill",
    from: "running",
    words: (_, id) => ["tasks", "kill", "--signal", "KILL", id],
    moments: isOurs ? [] : at("runc", "kill"),
  },
  {
    name: "delete",
    from: "stopped",
    words: (_, id) => ["tasks", "rm", id],
    moments: [...at("runc", "delete"), ...at("shim", "delete")],
  },
];

async function prepare(containerd: PrivateContainerd, { from }: Step): Promise<string> {
  const id = containerd.newId();
  if (from === "nothing") return id;
  await containerd.ctr.run(...runWords(containerd, program(id), { id, flags: ["--detach"] }));
  if (from === "running") return id;
  await containerd.ctr.run("tasks", "kill", "--signal", "KILL", id);
  await waitForStatus(containerd, id, "STOPPED");
  return id;
}

/** Processes that run `words`, which no other container has. */
const running = (words: readonly string[]) =>
  listProcesses().filter(({ commandLine }) => commandLine.join("\0") === words.join("\0"));

/** What the daemon says is so. Ends and removes the container. */
async function checkAndRemove(containerd: PrivateContainerd, id: string, { from }: Step): Promise<void> {
  const { ctr } = containerd;
  const task = await ctr.task(id);
  if (task?.status === "RUNNING") {
    expect(running(program(id)).map(({ pid }) => pid)).toEqual([task.pid]);
    // It can be entered.
    const exec = await ctr.try(...execWords(id, ["sh", "-c", "exit 7"]));
    expect(exec).toMatchObject({ exitCode: 7, stderr: "" });
  }
  if (task?.status === "CREATED") expect(isAlive(task.pid)).toBe(true);
  if (task?.status === "STOPPED") expect(running(program(id))).toEqual([]);
  if (from === "stopped") expect([undefined, "STOPPED"]).toContain(task?.status);
  if (task !== undefined) {
    if (task.status !== "STOPPED") await ctr.run("tasks", "kill", "--signal", "KILL", id);
    await waitForStatus(containerd, id, "STOPPED");
    expect((await ctr.try("tasks", "rm", id)).stderr).toContain("exit code 137");
  }
  if ((await ctr.run("containers", "ls", "--quiet")).split("\n").includes(id)) await ctr.run("containers", "rm", id);
  expect(running(executed(id))).toEqual([]);
}

interface Instant {
  readonly step: Step;
  /** Else a part of the time that the step takes. */
  readonly moment: Moment | number;
}

const named = steps.flatMap((step) => step.moments.map((moment): Instant => ({ step, moment })));
const timed = steps.flatMap((step) =>
  Array.from({ length: points }, (_, point): Instant => ({ step, moment: (point + shift) / points })),
);

describe(`containerd gets a signal, seed ${seed}`, () => {
  const baseline = takeBaseline();
  /** By the containers' ids. */
  const told = new Map<string, string>();
  const lastsMs = new Map<Step, number>();
  let containerd: PrivateContainerd;
  beforeAll(async () => {
    containerd = await PrivateContainerd.start({
      shim: shimUnderTest,
      imageArchive: inject("imageArchive"),
      path: [killer.path],
    });
  });
  afterAll(async () => {
    await removeLeftovers(containerd, baseline);
    await containerd.stop();
    killer.remove();
  });

  /** The part of a step's time in milliseconds. */
  async function after(step: Step, part: number): Promise<number> {
    if (!lastsMs.has(step)) {
      const id = await prepare(containerd, step);
      const from = performance.now();
      await containerd.ctr.run(...step.words(containerd, id));
      lastsMs.set(step, performance.now() - from);
      await checkAndRemove(containerd, id, step);
    }
    return (lastsMs.get(step) ?? 0) * part;
  }

  /** The step, with a signal for the daemon meanwhile; `then` is what comes when `ctr` has ended, or has to wait. */
  async function once({ step, moment }: Instant, signal: "KILL" | "STOP", then: (acting: CtrProcess) => Promise<void>) {
    const id = await prepare(containerd, step);
    const pid = containerd.pid ?? 0;
    const ms = typeof moment === "number" ? await after(step, moment) : 0;
    const name = `${step.name}, SIG${signal} ${typeof moment === "number" ? `after ${ms} ms` : describeMoment(moment)}`;
    told.set(id, name);
    let come = typeof moment === "number" ? delay(ms).then(() => killIfThere(pid, `SIG${signal}`)) : undefined;
    if (typeof moment !== "number") killer.plan(moment, signal, pid);
    const acting = containerd.ctr.start(step.words(containerd, id));
    acting.stdin.end();
    come ??= eventually("the moment has come", () => killer.hasCome).then(() => undefined);
    try {
      await come;
      await then(acting);
      await checkAndRemove(containerd, id, step);
    } catch (error) {
      throw new Error(`${name}: ${(error as Error).message}`, { cause: error });
    }
  }

  const timeout = isLong ? 3_600_000 : 60_000;

  test("SIGKILL: what the next one lists is true", { timeout }, async () => {
    for (const instant of sample([...named, ...timed], isLong ? Number.POSITIVE_INFINITY : 4, shift)) {
      await once(instant, "KILL", async (acting) => {
        // ctr may wait for a daemon that answers.
        await Promise.race([acting, delay(patienceMs)]);
        acting.kill("SIGKILL");
        await acting;
        await containerd.crash();
        await containerd.boot();
      });
    }
  });

  test("SIGSTOP and SIGCONT: nothing but time has passed", { timeout }, async () => {
    for (const instant of sample([...named, ...timed], isLong ? Number.POSITIVE_INFINITY : 2, shift)) {
      await once(instant, "STOP", async (acting) => {
        await delay(stoppedMs);
        killProcess(containerd.pid ?? 0, "SIGCONT");
        const { exitCode, stderr } = await acting;
        // It says how the task has ended, and that alone.
        if (instant.step.name === "delete") expect(stderr).toContain("exit code 137");
        else expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
      });
    }
  });

  test("afterwards nothing is left, and each id can be used again", { timeout }, async () => {
    // containerd renames a bundle to `.id` while it removes it, and never looks at it again.
    const left = (await settle(containerd, { baseline, timeoutMs: settleMs })).filter(
      ({ kind, what }) => kind !== "bundle" || !basename(what).startsWith("."),
    );
    const names = [...told].map(([id, name]) => `${id}: ${name}`);
    const shims = await describeShims(left.filter(({ kind }) => kind === "process").map(({ pid }) => pid ?? 0));
    const text = [describeLeftovers(left), ...names, shims].join("\n");
    // It is the measure, and leaves a lot.
    if (!isOurs) return console.log(text);
    expect(left, text).toEqual([]);
    for (const [id, name] of told)
      expect(await run(containerd, ["sh", "-c", "exit 5"], { id }), name).toMatchObject({ exitCode: 5 });
  });
});
