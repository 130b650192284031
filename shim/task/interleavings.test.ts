// The shim in a simulated machine, where whatever may happen next does, in any order (docs/faults.md).
import fc from "fast-check";
import { beforeAll, test, vi } from "vitest";
import { everything, type Scope } from "../../test/fixtures/simulation/actions.ts";
import { play } from "../../test/fixtures/simulation/schedule.ts";
import type { WorldKind } from "../../test/fixtures/simulation/world.ts";
import { isSoak } from "../../test/helpers/soak.ts";
import { configureLog } from "../base/log.ts";

type Mocks = typeof import("../../test/fixtures/simulation/mocks.ts");

function mocks(): Promise<Mocks> {
  return import("../../test/fixtures/simulation/mocks.ts");
}

/** The module, but for what reaches the machine. */
async function part(original: () => Promise<object>, name: keyof Mocks): Promise<object> {
  return { ...(await original()), ...(await mocks())[name] };
}

vi.mock("../../sys/wait.ts", async () => (await mocks()).wait);
vi.mock("../../sys/ffi.ts", (original) => part(original, "libc"));
vi.mock("../../sys/fd.ts", (original) => part(original, "memoryFile"));
vi.mock("../../sys/file.ts", (original) => part(original, "file"));
vi.mock("../../sys/stream.ts", (original) => part(original, "stream"));
vi.mock("../../ttrpc/client.ts", (original) => part(original, "client"));
vi.mock("../../oci/runc.ts", (original) => part(original, "runc"));
vi.mock("../../oci/spec.ts", (original) => part(original, "specification"));
vi.mock("../../oci/pid-file.ts", (original) => part(original, "pidFile"));
vi.mock("../../oci/remains.ts", (original) => part(original, "remains"));
vi.mock("../../cgroups/remove.ts", (original) => part(original, "removal"));
vi.mock("../stdio/open.ts", (original) => part(original, "openIo"));
vi.mock("../bundle/exit-record.ts", (original) => part(original, "exitRecord"));
vi.mock("../bundle/delete-answer.ts", (original) => part(original, "deleteAnswer"));
vi.mock("../bundle/new-cgroups.ts", (original) => part(original, "newCgroups"));
vi.mock("../bundle/stored-options.ts", (original) => part(original, "storedOptions"));
vi.mock("../base/request-check.ts", (original) => part(original, "requestCheck"));
vi.mock("./container-cgroup.ts", (original) => part(original, "containerCgroup"));
vi.mock("./environment.ts", (original) => part(original, "environment"));
vi.mock("./stray.ts", (original) => part(original, "stray"));

beforeAll(async () => {
  configureLog({ fd: -1 });
  // The product's errors are part of the play.
  Error.stackTraceLimit = 0;
  // What the product imports late: nobody waits for a file in a world whose clock stands still.
  await Promise.all([import("./stray.ts"), import("../../cgroups/remove.ts"), import("../../oci/remains.ts")]);
});

const kinds: WorldKind[] = [true, false].flatMap((privatePidNamespace) =>
  [true, false].flatMap((isKnown) =>
    [
      { hasReader: false, isSlow: false },
      { hasReader: true, isSlow: true },
    ].flatMap((io) => [0, 3, 6, 8, 10].map((begunSteps) => ({ privatePidNamespace, isKnown, ...io, begunSteps }))),
  ),
);

async function check(kind: WorldKind, scope: Scope, choices: readonly number[]): Promise<void> {
  const { story, broken } = await play(kind, scope, choices);
  if (broken.length > 0)
    throw new Error(`${broken.join("; ")}\nafter:\n  ${story.join("\n  ")}\nin ${JSON.stringify(kind)}`);
}

const wanted = process.env.RUNTS_TEST_SCHEDULES;
const schedules = Number(wanted ?? 100_000);
const atOnce = 500;
/** Where no number was asked for, as by scripts/test, it ends with what was played by then. */
const limitMs = isSoak || wanted !== undefined ? Number.POSITIVE_INFINITY : 15_000;
const timeout = Number.isFinite(limitMs) ? 120_000 : 3_600_000;

test("random schedules keep every promise", { timeout }, async () => {
  const first = Number(process.env.RUNTS_TEST_SEED ?? Date.now() % 2 ** 31);
  const property = fc.asyncProperty(
    fc.constantFrom(...kinds),
    fc.uint16Array({ minLength: 4, maxLength: 32 }),
    (kind, choices) => check(kind, everything, [...choices]),
  );
  const until = performance.now() + limitMs;
  let played = 0;
  for (; played < schedules && performance.now() < until; played += atOnce) {
    const numRuns = Math.min(atOnce, schedules - played);
    // That it is found is enough, of a mutant.
    await fc.assert(property, {
      seed: first + played,
      numRuns,
      endOnFailure: process.env.RUNTS_TEST_MUTANT !== undefined,
    });
  }
  console.log(`interleavings: ${Math.min(played, schedules)} schedules of ${schedules}, RUNTS_TEST_SEED=${first}`);
});

test("every schedule of a short life keeps every promise", { timeout }, async () => {
  for (const kind of kinds.filter(({ begunSteps, hasReader, isKnown }) => begunSteps === 6 && !hasReader && isKnown)) {
    await everySchedule(isSoak ? 5 : 3, (choices) => playAll(kind, choices));
  }
});

const short: Scope = {
  ...everything,
  execs: ["a"],
  hasPauses: false,
  hasFailures: false,
  hasDaemon: false,
  hasOom: false,
  mostCalls: 6,
};

/** Returns how many things might have happened at each step. */
async function playAll(kind: WorldKind, choices: readonly number[]): Promise<readonly number[]> {
  const { story, broken, widths } = await play(kind, short, choices, { isExhaustive: true });
  if (broken.length > 0) throw new Error(`${broken.join("; ")}\nafter:\n  ${story.join("\n  ")}`);
  return widths;
}

/** Counts through all choices of `depth` steps. */
async function everySchedule(
  depth: number,
  run: (choices: readonly number[]) => Promise<readonly number[]>,
): Promise<void> {
  const choices: number[] = Array.from({ length: depth }, () => 0);
  for (;;) {
    const widths = await run(choices);
    let at = Math.min(depth, widths.length) - 1;
    while (at >= 0 && (choices[at] ?? 0) + 1 >= (widths[at] ?? 0)) at -= 1;
    if (at < 0) return;
    choices[at] = (choices[at] ?? 0) + 1;
    choices.fill(0, at + 1);
  }
}
