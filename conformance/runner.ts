// Plays rows on one shim, one after the other, and says what came of each. No row hangs, and none leaves anything to the next.

import { existsSync, readdirSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { ActionTimeout } from "./driver/action.ts";
import type { DriverOptions, RuntimeName } from "./driver/driver-options.ts";
import type { ForwardedEvent } from "./driver/event-server.ts";
import { ShimDriver } from "./driver/shim-driver.ts";
import { describe, Mismatch } from "./expect.ts";
import { Recorder } from "./recorder.ts";
import type { Feature, Row } from "./row.ts";
import { SharedStates } from "./shared-states.ts";
import { Stage } from "./stage.ts";

export interface Outcome {
  readonly row: Row;
  readonly status: "pass" | "fail" | "skipped" | "not run";
  /** Why, but for a pass. */
  readonly reason: string;
  /** What was seen (Recorder). */
  readonly seen: readonly string[];
  readonly durationMs: number;
}

/** How long a row may take unless it says so, in what one call may take. */
const callsPerRow = 3;
/** For what a shim leaves a moment later than its answer: its process, its socket. */
const settleMs = 4000;
/** Until the engine has told of a signal that came with the end of a child. */
const signalDelayMs = 50;
/** After so many rows in a row that ran into a limit nothing else is to be learnt. */
const hungRows = 4;
/** Nor after so many of which none has passed. */
const hopelessRows = 8;

class RowTimeout extends Error {}

export interface RunnerOptions {
  readonly driver: DriverOptions;
  readonly runtime: RuntimeName;
  readonly features: ReadonlySet<Feature>;
  /** How long a call, `start` or `delete` may take; 10 s unless told. */
  readonly patienceMs?: number;
  readonly onOutcome?: (outcome: Outcome) => void;
}

export class Runner {
  readonly #options: RunnerOptions;
  readonly #recorder = new Recorder();
  readonly #shared: SharedStates;
  #driver: ShimDriver | undefined;
  #hung = 0;
  #passed = 0;
  #failed = 0;
  #isStopped = false;

  constructor(options: RunnerOptions) {
    this.#options = options;
    this.#shared = new SharedStates({
      makeDriver: () => ShimDriver.start(this.#driverOptions),
      runc: { binaryName: options.runtime },
      muted: (preparation) => this.#recorder.muted(preparation),
    });
  }

  get #driverOptions(): DriverOptions {
    const { onCall, onAction } = this.#recorder;
    const limits = { actionTimeoutMs: this.#patienceMs, callTimeoutMs: this.#patienceMs };
    return { ...limits, ...this.#options.driver, onCall, onAction };
  }

  get #patienceMs(): number {
    return this.#options.patienceMs ?? 10_000;
  }

  async run(rows: readonly Row[]): Promise<Outcome[]> {
    const outcomes: Outcome[] = [];
    try {
      for (const row of rows) {
        if (this.#isStopped) break;
        const outcome = await this.#outcome(row);
        // Ctrl-C ends the commands of a row too, and is heard of a moment after what they say of it.
        if (outcome.status === "fail") await delay(signalDelayMs);
        // It has failed for want of what was taken from it.
        if (this.#isStopped) break;
        outcomes.push(outcome);
        this.#options.onOutcome?.(outcome);
      }
    } finally {
      await this.#forget();
    }
    return outcomes;
  }

  /** Ends the row under way and all that it has started; `run` then ends. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#forget();
  }

  async #forget(): Promise<void> {
    const driver = this.#driver;
    this.#driver = undefined;
    await this.#shared.forget();
    await driver?.stop();
  }

  async #outcome(row: Row): Promise<Outcome> {
    const missing = row.needs?.filter((feature) => !this.#options.features.has(feature)) ?? [];
    const none = { row, seen: [], durationMs: 0 };
    if (missing.length > 0) return { ...none, status: "skipped", reason: `the shim has no ${missing.join(", ")}` };
    const hopeless = this.#hopelessness();
    if (hopeless !== undefined) return { ...none, status: "not run", reason: hopeless };
    const before = performance.now();
    this.#driver ??= await ShimDriver.start(this.#driverOptions);
    const driver = this.#driver;
    const firstBundle = driver.bundles.length;
    this.#recorder.begin();
    let reason = await this.#play(row, driver);
    const repeated = driver.repeated.take();
    if (reason === "") reason = repeated.join("; ");
    if (reason === "") {
      const left = await driver.settle(settleMs);
      if (left.length > 0) reason = `left behind: ${left.join("; ")}`;
    }
    const seen = await this.#seen(driver, firstBundle);
    // The next row gets a fresh world.
    if (reason === "") this.#passed += 1;
    else {
      this.#failed += 1;
      await this.#forget();
    }
    const durationMs = performance.now() - before;
    return { row, status: reason === "" ? "pass" : "fail", reason, seen, durationMs };
  }

  #hopelessness(): string | undefined {
    if (this.#hung >= hungRows) return `${hungRows} rows in a row have hung before it`;
    if (this.#passed === 0 && this.#failed >= hopelessRows) return `none of ${hopelessRows} rows before it has passed`;
    return undefined;
  }

  /** The reason why it fails; empty if it passes. */
  async #play(row: Row, driver: ShimDriver): Promise<string> {
    const { runtime } = this.#options;
    const timeoutMs = row.timeoutMs ?? callsPerRow * this.#patienceMs;
    const stage = new Stage({ driver, runtime, shared: this.#shared, patienceMs: this.#patienceMs });
    const check = row.check(stage);
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new RowTimeout()), timeoutMs);
    });
    try {
      await Promise.race([check, timeout]);
      this.#hung = 0;
      return "";
    } catch (error) {
      // It ends with its driver, and whatever it says then is no news.
      check.catch(() => {});
      return this.#explain(error, timeoutMs);
    } finally {
      clearTimeout(timer);
    }
  }

  #explain(error: unknown, timeoutMs: number): string {
    const { late, pending } = this.#recorder;
    const isHung = error instanceof RowTimeout || error instanceof ActionTimeout || late !== undefined;
    this.#hung = isHung ? this.#hung + 1 : 0;
    if (error instanceof RowTimeout) {
      const waiting = pending.length > 0 ? `, waiting for an answer to ${pending.join(", ")}` : "";
      return `it did not end within ${timeoutMs / 1000} s${waiting}`;
    }
    if (late !== undefined) return late;
    const call = this.#recorder.nameOf(error);
    const text = describe(error);
    return call === undefined || error instanceof Mismatch ? text : `${call}: ${text}`;
  }

  async #seen(driver: ShimDriver, firstBundle: number): Promise<string[]> {
    const bundles = driver.bundles.slice(firstBundle);
    const events: ForwardedEvent[] = bundles.flatMap(({ id }) => driver.events.of(id));
    const names = bundles.map(({ id }, at) => [id, `ID${at === 0 ? "" : at + 1}`] as const);
    const files = bundles.map(({ id, path }) => `files of ${id}: ${filesIn(path)}`);
    const shared = (await this.#shared.ids()).map((id) => [id, "SHARED"] as const);
    const directory = await this.#shared.directory();
    const places = [directory, driver.directory]
      .filter((path) => path !== undefined)
      .map((path) => [path, "DIR"] as const);
    return this.#recorder.lines(events, files, [...places, [driver.namespace, "NS"], ...names, ...shared]);
  }
}

/** Names, sorted; the kit's own and the runtime's log are left out. */
function filesIn(path: string): string {
  if (!existsSync(path)) return "gone";
  const own = new Set(["config.json", "work", "log", "log.json"]);
  return readdirSync(path)
    .filter((name) => !own.has(name))
    .sort()
    .join(" ");
}
