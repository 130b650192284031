// How long Create and Start wait for what a client names and somebody else must answer for.
import { isInMemory, lookOutside } from "../../sys/outside.ts";

/** The Go shim waits for ever; what needs longer than this is taken for stuck. */
const longestMs = 30_000;

/** Milliseconds: some of the caller's time is left for the error to arrive. */
export function openPatience(deadlineMs: number | undefined): number {
  const patience = deadlineMs === undefined ? longestMs : (deadlineMs - performance.now()) * 0.75;
  return Math.max(0, Math.min(longestMs, patience));
}

/** What `opening` resolves with. Throws when that takes too long; `tooLate` gets rid of what comes after that. */
export async function openedInTime<T>(
  what: string,
  opening: Promise<T>,
  deadlineMs: number | undefined,
  tooLate: (opened: T) => void = () => {},
): Promise<T> {
  const limitMs = openPatience(deadlineMs);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<"late">((resolve) => {
    timer = setTimeout(resolve, limitMs, "late");
  });
  const first = await Promise.race([opening.then((opened) => ({ opened })), late]).finally(() => clearTimeout(timer));
  if (first !== "late") return first.opened;
  opening.then(tooLate, () => {});
  throw new Error(`${what} did not answer within ${Math.round(limitMs)} ms`);
}

/** Waits until the file system of each of `paths` answers: what follows is done on the program's only thread. */
export async function reach(paths: readonly string[], deadlineMs: number | undefined): Promise<void> {
  const unknown = new Set(paths.filter((path) => path !== "" && !isInMemory(path)));
  await Promise.all([...unknown].map((path) => openedInTime(path, lookOutside(path), deadlineMs)));
}
