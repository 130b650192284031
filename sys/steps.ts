// Steps of a call whose time somebody may want to know: a command of the runtime, a mount, the last of the output. Nobody does unless
// tracing is on (shim/tracing): then a step costs one comparison.

export type StepAttributes = Readonly<Record<string, string | number | boolean>>;

export interface Step<T> {
  readonly name: string;
  readonly attributes: StepAttributes;
  readonly run: () => Promise<T>;
  /** What its result adds. */
  readonly describe?: (result: T) => StepAttributes;
}

export type StepWatcher = <T>(step: Step<T>) => Promise<T>;

let watcher: StepWatcher | undefined;

/** Every step is `watch`'s to run from now on. */
export function watchSteps(watch: StepWatcher): void {
  watcher = watch;
}

/** Runs the step; `make` says what it is, if anybody wants to know. */
export function watched<T>(run: () => Promise<T>, make: () => Omit<Step<T>, "run">): Promise<T> {
  return watcher === undefined ? run() : watcher({ ...make(), run });
}
