// Shims that nobody comes for any more (shim/actions/abandoned.ts).

import { existsSync, rmSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { ask } from "../../operate/ask.ts";
import { copyOfProgram } from "../driver/upgrading.ts";
import { useDriver } from "../driver/use-driver.ts";
import { fallsAsleep } from "../helpers/asleep.ts";
import { describeShims } from "../helpers/describe-shims.ts";
import { eventually } from "../helpers/eventually.ts";
import { isAlive, killProcess } from "../helpers/processes.ts";
import { isOurs, shimUnderTest } from "../helpers/shim-under-test.ts";
import { isSoak } from "../helpers/soak.ts";

const noTest = () => undefined;

describe.runIf(isOurs)("a shim that was asked for nothing", () => {
  const driver = useDriver();

  /** As `runts top` does, in the middle of which containerd may be away. */
  const lookOn = async (socket: string, signal: AbortSignal) => {
    while (!signal.aborted) {
      await ask({ kind: "runts", socket }, { timeoutMs: 5000 });
      await delay(500);
    }
  };

  /** Says what those that stay are doing, as their logs have it. */
  const hasLeft = async (pids: readonly number[]) => {
    try {
      await eventually("they have left", () => !pids.some(isAlive), { timeoutMs: 35_000 });
    } catch (error) {
      const left = pids.filter(isAlive);
      throw new Error(`${(error as Error).message}\n${await describeShims(left)}`, { cause: error });
    }
  };

  /** Each of them waits for half a minute. */
  const lives: Readonly<Record<string, () => Promise<void>>> = {
    "stays while its bundle is there, or while another `start` may have joined it": async () => {
      const annotations = { "io.containerd.runc.v2.group": driver().newId("group") };
      const [waiting, first, second] = [
        driver().bundle(),
        driver().bundle({ annotations }),
        driver().bundle({ annotations }),
      ];
      const waitingClient = await driver().shim(waiting);
      await driver().shim(first);
      const client = await driver().shim(second);
      rmSync(first.path, { recursive: true });
      await new Promise((resolve) => setTimeout(resolve, 22_000));
      for (const [bundle, answers] of [
        [second, client],
        [waiting, waitingClient],
      ] as const) {
        await answers.call("Create", bundle.createRequest());
        await answers.call("Delete", { id: bundle.id });
        await driver().shutdown(answers, bundle);
      }
    },

    "leaves when the daemon that started it is gone, whether or not another one has found it": async () => {
      const [closed, found, missed] = [driver().bundle(), driver().bundle(), driver().bundle()];
      const pids: number[] = [];
      for (const bundle of [closed, found]) {
        const first = await driver().shim(bundle);
        // It has taken the connection.
        await expect(first.call("State", { id: bundle.id })).rejects.toThrow("not found");
        pids.push(bundle.shimPid() ?? 0);
        first.close();
      }
      // No daemon is back sooner.
      await delay(1000);
      // As containerd 1.6 looks whether a shim is alive.
      for (const bundle of [found, missed]) {
        const next =
          bundle === missed ? await driver().shim(bundle) : await driver().connect(await bundle.waitForFile("address"));
        expect((await next.call("Connect", { id: bundle.id })).taskPid).toBe(0);
        // Another image of it knows that nobody else does.
        if (shimUnderTest.kind === "bun" && bundle === found) await next.upgrade(copyOfProgram(driver()));
      }
      pids.push(missed.shimPid() ?? 0);
      expect(pids.every(isAlive)).toBe(true);
      // Who only looks on keeps nobody.
      const end = new AbortController();
      const looking = [closed, found, missed].map(({ socket }) => lookOn(socket, end.signal));
      await hasLeft(pids).finally(() => end.abort());
      await Promise.all(looking);
    },

    "leaves when the daemon is killed between the last Delete and Shutdown": async () => {
      const bundle = driver().bundle();
      const client = await driver().shim(bundle);
      const { id } = bundle;
      await client.call("Create", bundle.createRequest());
      await client.call("Delete", { id });
      const pid = bundle.shimPid() ?? 0;
      client.close();
      await hasLeft([pid]);
      expect(existsSync(bundle.socket)).toBe(false);
    },

    "and one that was taken for dead: its containers were ended by `delete`, their bundles are removed": async () => {
      const annotations = { "io.containerd.runc.v2.group": driver().newId("group") };
      const [first, second, kept, drowsy] = [
        driver().bundle({ annotations }),
        driver().bundle({ annotations }),
        driver().bundle(),
        driver().bundle(),
      ];
      for (const bundle of [first, second, kept, drowsy]) {
        // Nothing would wake it to look.
        const words = bundle === drowsy ? { environment: { RUNTS_SLEEP_AFTER: "0.3" } } : {};
        const client = await driver().shim(bundle, words);
        await client.call("Create", bundle.createRequest());
        await client.call("Start", { id: bundle.id });
        client.close();
      }
      const [pid = 0, pidOfKept = 0, pidOfDrowsy = 0] = [first.shimPid(), kept.shimPid(), drowsy.shimPid()];
      for (const bundle of [first, kept, drowsy]) await bundle.delete();
      for (const { path } of [first, drowsy]) rmSync(path, { recursive: true });
      await delay(15_000);
      expect(isAlive(pid)).toBe(true);
      await second.delete();
      rmSync(second.path, { recursive: true });
      await hasLeft([pid, pidOfDrowsy]);
      expect([first, drowsy].filter(({ socket }) => existsSync(socket))).toEqual([]);
      // What has ended can be asked for as long as its bundle is there.
      const client = await driver().connect(kept.socket);
      expect(isAlive(pidOfKept)).toBe(true);
      expect(await client.call("Delete", { id: kept.id })).toMatchObject({ exitStatus: 137 });
      await driver().shutdown(client, kept);
    },
  };

  test("leaves, or stays, as there is reason to", { timeout: 90_000 }, async () => {
    const ends = await Promise.allSettled(Object.values(lives).map((live) => live()));
    const failures = Object.keys(lives).flatMap((name, index) => {
      const end = ends[index];
      return end?.status === "rejected" ? [`${name}: ${(end.reason as Error).stack}`] : [];
    });
    expect(failures.join("\n\n")).toBe("");
  });

  (isSoak ? test : noTest)(
    "and one whose containers have ended long before their bundles are removed",
    {
      timeout: 120_000,
    },
    async () => {
      const bundles = [driver().bundle(), driver().bundle()];
      const pids: number[] = [];
      for (const bundle of bundles) {
        const environment = { RUNTS_SLEEP_AFTER: bundle === bundles[0] ? "0.3" : "0" };
        const client = await driver().shim(bundle, { environment });
        const { pid } = await client.call("Create", bundle.createRequest());
        pids.push(bundle.shimPid() ?? 0);
        killProcess(pid, "SIGKILL");
        await client.call("Wait", { id: bundle.id });
        client.close();
      }
      await fallsAsleep(pids[0] ?? 0, 45_000);
      await delay(35_000);
      expect(pids.every(isAlive)).toBe(true);
      // The daemon is back, and can't reach them.
      for (const bundle of bundles) {
        await bundle.delete();
        rmSync(bundle.path, { recursive: true });
      }
      await hasLeft(pids);
    },
  );
});
