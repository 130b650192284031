// What all containers of one shim share.
import type { Reaper } from "../../sys/reaper.ts";
import type { RuncOptions } from "../bundle/stored-options.ts";
import type { Publish } from "../events/events.ts";

export interface NewContainer {
  readonly id: string;
  readonly bundle: string;
  readonly options: RuncOptions;
}

export interface ShimEnvironment {
  /** containerd namespace. */
  readonly namespace: string;
  /** Where containerd reaches this shim. */
  readonly socketPath: string;
  readonly reaper: Reaper;
  readonly publish: Publish;
  /** Called before anything is made of a container; what it throws is Create's answer. */
  readonly prepare?: (container: NewContainer) => void;
  /** Called with the cgroups that a container's creation is about to make, before the runtime is asked. */
  readonly onNewCgroups?: (id: string, directories: readonly string[]) => void;
  /** Called when nothing is left of a container, or it could not be made. */
  readonly onGone?: (id: string) => void;
  /** Whether containerd runs `delete` for each container, as it does but for those that joined a sandbox. */
  readonly endsWithDelete?: () => boolean;
  /** An option of a container asks for it: seconds without anything to do after which the shim sleeps, 0 for never. */
  readonly setSleepAfter: (seconds: number) => void;
}

/** A call's way to be given up: asked for only where something can be interrupted. */
export interface Caller {
  readonly signal: AbortSignal;
  /** In terms of performance.now(); undefined when the caller waits for ever. */
  readonly deadlineMs: number | undefined;
}

/** Settles as `work`, or rejects with the signal's reason when that aborts first; the work goes on. */
export function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = () => reject(signal.reason);
    if (signal.aborted) leave();
    signal.addEventListener("abort", leave, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", leave));
  });
}

/** The caller, but no longer than `limitMs` from now. */
export function within(limitMs: number, caller: Caller): Pick<Caller, "signal"> {
  return { signal: AbortSignal.any([caller.signal, AbortSignal.timeout(limitMs)]) };
}

const drainLimitMs = 10_000;

/** How long Delete may wait for output: strictly less than the caller's patience (KF-060). */
export function drainTime(caller: Caller): number {
  if (caller.deadlineMs === undefined) return drainLimitMs;
  const left = caller.deadlineMs - performance.now();
  return Math.max(0, Math.min(drainLimitMs, left / 2));
}
