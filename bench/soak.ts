// scripts/soak: two shims live a mixed life for hours, and are looked at again and again. One is always awake, so that its heap is
// as old as it is; the other one sleeps and is upgraded.

import { readdirSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { ShimDriver } from "../conformance/driver/shim-driver.ts";
import { sleepAfterVariable } from "../shim/actions/asleep.ts";
import { Random } from "../test/fuzz/mutate.ts";
import { readMemory } from "../test/helpers/processes.ts";
import { shims } from "../test/helpers/shim-under-test.ts";
import { BareRuntime } from "./bare-runtime.ts";
import { SoakedShim } from "./soak-life.ts";
import { type Reading, report, type Soak } from "./soak-report.ts";
import { summarize } from "./statistics.ts";

/** Until the shim has given its memory back (sys/memory.ts). */
const quietMs = 3000;
/** Longer than that: a reading is taken from one that is awake. */
const sleepAfterSeconds = 4;
const worksPerRound = 6;
const roundsPerSleep = 2;
const roundsPerUpgrade = 3;

const hours = Number(process.argv[2] ?? Number.NaN);
if (!(hours > 0)) throw new Error("scripts/soak HOURS: a number, which may be a fraction");
const seed = Number(process.env.RUNTS_SOAK_SEED ?? Date.now() % 1_000_000);

process.exitCode = await soak();

async function soak(): Promise<number> {
  const random = new Random(seed);
  const lives = new Map<Soak["name"], SoakedShim>();
  const readings = new Map<Soak["name"], Reading[]>();
  const faults: string[] = [];
  for (const [name, seconds] of [
    ["always awake", 0],
    ["sleeps and is upgraded", sleepAfterSeconds],
  ] as const) {
    const { executable, path } = shims.bun;
    const driver = await ShimDriver.start({ executable, path, environment: { [sleepAfterVariable]: String(seconds) } });
    lives.set(name, await SoakedShim.start(driver, random));
    readings.set(name, []);
  }
  const began = performance.now();
  const hoursNow = () => (performance.now() - began) / 3_600_000;
  try {
    for (let round = 1; hoursNow() < hours; round += 1) {
      for (const [name, life] of lives) {
        for (const work of chosen(life, round)) await life.do(work);
        const isDrowsy = name !== "always awake";
        if (isDrowsy && round % roundsPerUpgrade === 0) await life.upgrade();
        readings.get(name)?.push({ hours: hoursNow(), ...(await read(life)) });
        // It goes on while the other one has its round.
        if (isDrowsy && round % roundsPerSleep === 0) await life.sleep();
      }
      if (round % 10 === 0) console.log(`${(hoursNow() * 60).toFixed(1)} min, round ${round}`);
    }
    for (const life of lives.values()) faults.push(...(await life.end()));
  } catch (error) {
    faults.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
  } finally {
    for (const { driver } of lives.values()) await driver.stop();
  }
  const shimsNow = [...lives].map(([name, { counts }]): Soak => ({ name, counts, readings: readings.get(name) ?? [] }));
  return report({ shims: shimsNow, faults, hours: hoursNow(), seed });
}

/** Some of all works; each has its turn. */
function chosen({ works, random }: SoakedShim, round: number): string[] {
  const names = Object.keys(works);
  const turn = names[round % names.length] as string;
  return [turn, ...Array.from({ length: worksPerRound - 1 }, () => random.pick(names))];
}

async function read(life: SoakedShim): Promise<Omit<Reading, "hours">> {
  const runtime = new BareRuntime(life.driver);
  const times: number[] = [];
  const runtimeTimes: number[] = [];
  for (let n = 0; n < 9; n += 1) {
    times.push(await life.exec(["true"], 0));
    const before = performance.now();
    await runtime.exec(life.container.bundle, ["true"]);
    runtimeTimes.push(performance.now() - before);
  }
  await delay(quietMs);
  const { pid } = life;
  return {
    execMs: summarize(times).median,
    execRatio: summarize(times).median / summarize(runtimeTimes).median,
    privateKiB: readMemory(pid).privateDirtyKiB,
    descriptors: readdirSync(`/proc/${pid}/fd`).length,
    threads: readdirSync(`/proc/${pid}/task`).length,
  };
}
