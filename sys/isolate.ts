// Several must be told of one thing, and the failure of one is not the others' business.

let report: (error: unknown) => void = (error) => {
  setImmediate(() => {
    throw error;
  });
};

/** Who hears of failures; without anybody they are uncaught exceptions. */
export function onIsolatedError(listener: (error: unknown) => void): void {
  report = listener;
}

/** Runs `f`, which never throws to the caller. */
export function isolated(f: () => void): void {
  try {
    f();
  } catch (error) {
    report(error);
  }
}
