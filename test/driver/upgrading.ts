// Shims that are told to become the installed program, which is the same one, again and again (SIGUSR2, docs/upgrade.md).

import { copyFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { ShimDriver } from "../../conformance/driver/shim-driver.ts";
import { listProcesses } from "../helpers/processes.ts";
import { shimUnderTest } from "../helpers/shim-under-test.ts";

const SIGUSR2 = 1n << 11n;

/** The same program in another place. */
export function copyOfProgram({ directory }: Pick<ShimDriver, "directory">, name = "next"): string {
  const path = join(directory, name);
  copyFileSync(shimUnderTest.executable, path);
  return path;
}

/** Whether the signal would be waited for or dealt with: by a launcher that has just begun it would be obeyed. */
function takesUpgrades(pid: number): boolean {
  const status = readFileSync(`/proc/${pid}/status`, "latin1");
  return ["SigBlk", "SigCgt"].some((field) => {
    const mask = new RegExp(`^${field}:\\s+([0-9a-f]+)$`, "m").exec(status)?.[1] ?? "0";
    return (BigInt(`0x${mask}`) & SIGUSR2) !== 0n;
  });
}

/** The driver's shims. */
export function shimsOf(driver: ShimDriver): number[] {
  const all = listProcesses().filter(({ commandLine: [file, ...words] }) => {
    return file !== undefined && words.includes(driver.namespace) && words.includes("-id") && !words.includes("delete");
  });
  const pids = new Set(all.map(({ pid }) => pid));
  // A child of one, until it has executed what it is for, looks the same.
  return all.filter(({ parent }) => !pids.has(parent)).map(({ pid }) => pid);
}

export function signalUpgrades(driver: ShimDriver): number {
  let signals = 0;
  for (const pid of shimsOf(driver)) {
    try {
      if (!takesUpgrades(pid)) continue;
      process.kill(pid, "SIGUSR2");
      signals += 1;
    } catch {
      // Gone meanwhile.
    }
  }
  return signals;
}

export interface Upgrading {
  /** How often a shim was told to. */
  readonly count: number;
  stop(): Promise<void>;
}

export function upgradeAgainAndAgain(driver: ShimDriver, { everyMs = 60 } = {}): Upgrading {
  let stopped = false;
  let count = 0;
  const work = (async () => {
    while (!stopped) {
      count += signalUpgrades(driver);
      await delay(everyMs * (0.5 + Math.random()));
    }
  })();
  return {
    get count() {
      return count;
    },
    stop: async () => {
      stopped = true;
      await work;
    },
  };
}
