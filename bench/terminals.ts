// What a person at a terminal notices, and what small writes cost.
import { constants, openSync, readSync, writeSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { StdioTask } from "../test/driver/stdio-task.ts";
import { processorTimeMs } from "../test/helpers/processes.ts";
import type { Contender } from "./contender.ts";
import { type Effort, type Metric, type Results, takeTurns, timed } from "./measure.ts";
import { endSleeper, startSleeper } from "./sleeper.ts";

const milliseconds = { unit: "ms", better: "less", digits: 2 } as const;

export const terminals = {
  echo: { key: "echo", title: "terminal: a keystroke's echo", ...milliseconds, target: { ratio: 1 } },
  execs: {
    key: "terminal-execs",
    title: "20 execs with a terminal, one after the other",
    unit: "ms",
    better: "less",
    target: { ratio: 1 },
  },
  bytes: {
    key: "terminal-bytes",
    title: "terminal: CPU of the shim for 20,000 writes of 1 byte",
    unit: "ms",
    better: "less",
    target: { ratio: 1 },
  },
  lines: {
    key: "terminal-lines",
    title: "terminal: CPU of the shim for 20,000 lines of 80 bytes",
    unit: "ms",
    better: "less",
    target: { ratio: 1 },
  },
  together: {
    key: "terminals-together",
    title: "15 terminals that write 1,000 lines each, until all is read",
    unit: "ms",
    better: "less",
    target: { ratio: 1 },
  },
} as const satisfies Record<string, Metric>;

/** Of each kind; what the exec itself costs is not in it. */
const writeCount = 20_000;
const settleMs = 50;
const execs = 20;
const together = 15;

/** A FIFO that is read as fast as it goes; resolves when `count` bytes have come. */
class Drain {
  readonly path: string;
  readonly #fd: number;
  readonly #buffer = Buffer.alloc(65_536);
  bytes = 0;

  constructor(path: string) {
    this.path = path;
    this.#fd = openSync(path, constants.O_RDWR | constants.O_NONBLOCK);
  }

  /** Reads what is there. */
  read(): number {
    try {
      const count = readSync(this.#fd, this.#buffer);
      this.bytes += count;
      return count;
    } catch {
      return 0; // nothing yet
    }
  }

  async until(count: number): Promise<void> {
    while (this.bytes < count) if (this.read() === 0) await new Promise((resolve) => setImmediate(resolve));
  }
}

async function keystrokes({ name, driver }: Contender, effort: Effort, results: Results): Promise<void> {
  const task = await StdioTask.prepare(driver, "exec cat >/dev/null", { terminal: true });
  const stdin = task.fifo("in");
  const out = new Drain(task.fifo("out"));
  const keyboard = openSync(stdin, constants.O_RDWR | constants.O_NONBLOCK);
  await task.run({ terminal: true, stdin, stdout: out.path });
  for (let n = 0; n < effort.keystrokes; n += 1) {
    // As a person types: it has fallen asleep.
    await delay(5);
    const seen = out.bytes;
    results.add(
      terminals.echo,
      name,
      await timed(async () => {
        writeSync(keyboard, n % 40 === 39 ? "\n" : "x");
        await out.until(seen + 1);
      }),
    );
    await delay(1);
    out.read();
  }
  await endSleeper(task);
}

async function writes({ name, driver }: Contender, results: Results): Promise<void> {
  for (const [metric, text, count] of [
    [terminals.bytes, "x", writeCount],
    [terminals.lines, `${"x".repeat(79)}\n`, writeCount * 81],
  ] as const) {
    const task = await StdioTask.prepare(driver, ["sleep", "100000"]);
    await task.run({});
    const pid = task.bundle.shimPid() ?? 0;
    const out = new Drain(task.fifo("out"));
    const stdin = task.fifo("in");
    const keyboard = openSync(stdin, constants.O_RDWR | constants.O_NONBLOCK);
    const loop = `i=0; while [ $i -lt ${writeCount} ]; do printf '%s' '${text}'; i=$((i+1)); done`;
    const id = await task.exec(`read -r x; ${loop}; read -r x`, { terminal: true, stdin, stdout: out.path });
    await delay(settleMs);
    const before = processorTimeMs(pid);
    writeSync(keyboard, "\n");
    // The echo of the newline comes first.
    await out.until(count + 2);
    await delay(settleMs);
    results.add(metric, name, processorTimeMs(pid) - before);
    writeSync(keyboard, "\n");
    await task.wait(id);
    await task.delete(id);
    await endSleeper(task);
  }
}

async function manyExecs({ name, driver }: Contender, results: Results): Promise<void> {
  const task = await startSleeper(driver);
  const out = new Drain(task.fifo("out"));
  results.add(
    terminals.execs,
    name,
    await timed(async () => {
      for (let n = 0; n < execs; n += 1) {
        const seen = out.bytes;
        const id = await task.exec("echo hello", { terminal: true, stdout: out.path });
        await out.until(seen + 7);
        await task.wait(id);
        await task.delete(id);
      }
    }),
  );
  await endSleeper(task);
}

async function allTogether({ name, driver }: Contender, results: Results): Promise<void> {
  const task = await startSleeper(driver);
  const outs = Array.from({ length: together }, (_, n) => new Drain(task.fifo(`out-${n}`)));
  const program =
    "read -r x; i=0; while [ $i -lt 1000 ]; do echo 0123456789012345678901234567890123456789; i=$((i+1)); done";
  const inputs = outs.map((_, n) => task.fifo(`in-${n}`));
  const writers = inputs.map((path) => openSync(path, constants.O_RDWR | constants.O_NONBLOCK));
  const ids: string[] = [];
  for (const [n, out] of outs.entries())
    ids.push(await task.exec(program, { terminal: true, stdin: inputs[n] as string, stdout: out.path }));
  results.add(
    terminals.together,
    name,
    await timed(async () => {
      for (const writer of writers) writeSync(writer, "\n");
      // The echo of the newline, then the lines.
      await Promise.all(outs.map((out) => out.until(2 + 1000 * 42)));
    }),
  );
  for (const id of ids) {
    await task.wait(id);
    await task.delete(id);
  }
  await endSleeper(task);
}

export async function measureTerminals(
  contenders: readonly Contender[],
  effort: Effort,
  results: Results,
): Promise<void> {
  const rounds = Math.max(1, effort.flowRounds);
  await takeTurns(contenders, 1, (contender) => keystrokes(contender, effort, results));
  await takeTurns(contenders, rounds, async (contender) => {
    await writes(contender, results);
    await manyExecs(contender, results);
    await allTogether(contender, results);
  });
}
