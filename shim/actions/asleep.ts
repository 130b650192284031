// A shim to which nothing happens becomes a program of a few kilobytes, which waits in its place and becomes the shim again
// (docs/asleep.md). This decides when.
import { quietFor } from "../../sys/activity.ts";
import { isBun } from "../../sys/build.ts";
import { NotQuiet } from "../../sys/saved.ts";
import { errorFields, log } from "../base/log.ts";
import type { SavedSleep } from "./shim-state.ts";

/** Set in containerd's environment: seconds of quiet before it sleeps; 0 is never. */
export const sleepAfterVariable = "RUNTS_SLEEP_AFTER";

const defaultMs = 60_000;
/** A timer of the engine's fires at once beyond. */
const longestTimeoutMs = 2 ** 31 - 1;
/** Who is woken again and again is left awake for longer and longer, up to so many times as long. */
const longestPatience = 60;

export class Sleepiness {
  readonly #variableMs: number | undefined;
  #optionMs: number | undefined;
  #patienceMs: number;
  readonly #fallAsleep: () => Promise<void>;
  #timer: NodeJS.Timeout | undefined;

  /** `fallAsleep` throws NotQuiet where it can't. Logs a variable that says nothing. */
  constructor(fallAsleep: () => Promise<void>, saved?: SavedSleep) {
    this.#fallAsleep = fallAsleep;
    const variable = process.env[sleepAfterVariable];
    this.#variableMs = milliseconds(variable);
    if (saved === undefined && this.#variableMs === undefined && variable !== undefined && variable !== "")
      log("warning", `${sleepAfterVariable} is no number of seconds and is ignored: ${JSON.stringify(variable)}`);
    this.#optionMs = saved?.optionMs;
    this.#patienceMs = this.#afterMs;
    if (saved === undefined || saved.since === 0) return;
    // It did not pay: waking up costs what a sleep of this length saves nobody.
    const lastedMs = Date.now() - saved.since;
    if (lastedMs < saved.patienceMs) this.#patienceMs = Math.min(saved.patienceMs * 2, this.#afterMs * longestPatience);
  }

  get #afterMs(): number {
    return this.#optionMs ?? this.#variableMs ?? defaultMs;
  }

  /** An option of a container; seconds. */
  setOption(seconds: number): void {
    this.#optionMs = seconds * 1000;
    this.#patienceMs = this.#afterMs;
    this.watch();
  }

  save(isSleep: boolean): SavedSleep {
    return {
      optionMs: this.#optionMs,
      patienceMs: this.#patienceMs,
      since: isSleep ? Date.now() : 0,
    };
  }

  /** From now on it may sleep. The timer keeps nothing alive. */
  watch(): void {
    if (!isBun || this.#afterMs === 0) {
      clearTimeout(this.#timer);
      return;
    }
    this.#lookAfter(this.#patienceMs);
  }

  #lookAfter(delayMs: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#look(), Math.min(delayMs, longestTimeoutMs));
    this.#timer.unref();
  }

  async #look(): Promise<void> {
    const leftMs = this.#patienceMs - quietFor();
    if (leftMs > 0) {
      this.#lookAfter(leftMs);
      return;
    }
    try {
      await this.#fallAsleep();
    } catch (error) {
      if (!(error instanceof NotQuiet)) log("warning", "failed to fall asleep", errorFields(error));
      else log("debug", "not asleep", errorFields(error));
    }
    this.#lookAfter(this.#patienceMs);
  }
}

/** Undefined for what is no number of seconds. */
function milliseconds(seconds: string | undefined): number | undefined {
  return seconds !== undefined && /^\d+(\.\d+)?$/.test(seconds) ? Number(seconds) * 1000 : undefined;
}
