// Gives a target what `mutate` makes of its seeds, and says what it could not bear.

import { mutate, Random } from "./mutate.ts";

/** Code that takes bytes of others. */
export interface Target {
  readonly name: string;
  /** What it is given in earnest. */
  readonly seeds: readonly Uint8Array[];
  /** Throws, or rejects, for what must not be: a wrong answer, or an error of a kind that its callers do not expect. */
  run(input: Uint8Array): void | Promise<void>;
}

export interface Finding {
  readonly target: string;
  readonly seed: number;
  readonly round: number;
  readonly input: Uint8Array;
  readonly why: string;
}

export interface FuzzResult {
  readonly rounds: number;
  readonly finding: Finding | undefined;
}

/** More of a processor's time for one input is a shim that answers nobody meanwhile; others' turns don't count. */
const blockedMs = 5000;
/** More for a few hundred inputs is memory that their author has in his hand. */
const maxGrowthBytes = 768 << 20;
const roundsPerLook = 256;

/** Ends with the first finding, after `rounds`, or at `untilMs` (performance.now()). Round n of a seed is always the same. */
export async function fuzz(
  target: Target,
  options: { seed: number; rounds?: number; untilMs?: number },
): Promise<FuzzResult> {
  const { seed, rounds = Number.POSITIVE_INFINITY, untilMs = Number.POSITIVE_INFINITY } = options;
  let residentBytes = process.memoryUsage.rss();
  for (let round = 0; ; round += 1) {
    if (round >= rounds || performance.now() >= untilMs) return { rounds: round, finding: undefined };
    const input = inputOf(target, seed, round);
    const why = await complaint(target, input);
    if (why !== undefined) {
      return { rounds: round, finding: { target: target.name, seed, round, input, why } };
    }
    if (round % roundsPerLook !== roundsPerLook - 1) continue;
    // What is on its way through the event loop has its turn.
    await new Promise((resolve) => setImmediate(resolve));
    const now = process.memoryUsage.rss();
    if (now - residentBytes > maxGrowthBytes) {
      const why = `the last ${roundsPerLook} inputs took ${(now - residentBytes) >> 20} MiB of memory`;
      return { rounds: round, finding: { target: target.name, seed, round, input, why } };
    }
    residentBytes = Math.max(residentBytes, now);
  }
}

/** The seeds themselves come first. */
export function inputOf(target: Target, seed: number, round: number): Uint8Array {
  const own = target.seeds[round];
  return own ?? mutate(new Random(seed ^ Math.imul(round + 1, 0x9e3779b1)), target.seeds);
}

/** What is wrong with how `target` takes `input`; undefined when all is well. */
export async function complaint(target: Target, input: Uint8Array): Promise<string | undefined> {
  const before = process.cpuUsage();
  try {
    await target.run(input);
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
  const { user, system } = process.cpuUsage(before);
  const tookMs = (user + system) / 1000;
  return tookMs > blockedMs ? `took ${Math.round(tookMs)} ms for ${input.length} bytes` : undefined;
}

export function describeFinding({ target, seed, round, input, why }: Finding): string {
  const bytes = Buffer.from(input).toString("base64");
  const shown = bytes.length > 4000 ? `(${input.length} bytes)` : bytes;
  return `${target}, seed ${seed}, round ${round}: ${why}\ninput: ${shown}\nagain: scripts/fuzz replay ${target} ${seed} ${round}`;
}

/** Throws unless `run` returns or throws one of `expected`. */
export function onlyThrows(expected: readonly (abstract new (...args: never[]) => Error)[], run: () => unknown): void {
  try {
    run();
  } catch (error) {
    if (!expected.some((type) => error instanceof type)) throw error;
  }
}

export function check(condition: boolean, what: string): asserts condition {
  if (!condition) throw new Error(what);
}
