import { describe, expect, test } from "vitest";
import { openDescriptors } from "../sys/fd.ts";
import { libc } from "../sys/ffi.ts";
import { ignoreSignal } from "../sys/ignore-signal.ts";
import { runCommand } from "./command.ts";

const shell = (script: string) => ({ file: "/bin/sh", args: ["-c", script], cwd: "/" });

/** `work` for 0, 1, … at most ten at a time. */
async function inParallel<T>(count: number, work: (n: number) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  let next = 0;
  const worker = async () => {
    for (let n = next++; n < count; n = next++) results[n] = await work(n);
  };
  await Promise.all(Array.from({ length: 10 }, worker));
  return results;
}

describe("runCommand", () => {
  test("gives each of 100 commands its own variables, and leaves none behind (KF-098)", async () => {
    const outputs = await inParallel(100, async (n) => {
      const environment = n % 4 === 3 ? {} : { RUN_NUMBER: String(n), [`RUN_${n}`]: "own" };
      const { output } = await runCommand({ ...shell("env | grep ^RUN_ | sort"), environment });
      return output;
    });
    const own = (n: number) => [`RUN_${n}=own`, `RUN_NUMBER=${n}`].join("\n");
    expect(outputs).toEqual(outputs.map((_, n) => (n % 4 === 3 ? "" : `${own(n)}\n`)));
    expect(Object.keys(process.env).filter((name) => name.startsWith("RUN_"))).toEqual([]);
  });

  test("gives each of 200 callers its own command's output and input (KF-100)", async () => {
    const text = (n: number) => `${n}:${"x".repeat(n * 50)}`;
    const results = await inParallel(200, async (n) => {
      const { output, exit } = await runCommand({ ...shell(`cat; exit ${n % 7}`), input: Buffer.from(text(n)) });
      return { output, exit };
    });
    expect(results).toEqual(results.map((_, n) => ({ output: text(n), exit: { code: n % 7 } })));
  });

  test("keeps the end of what is more than a pipe holds (KF-082)", async () => {
    const { output } = await runCommand(shell("yes x | head -c 1048576; echo the end"));
    expect(output.length).toBe(64 * 1024);
    expect(output.endsWith("the end\n")).toBe(true);
  });

  for (const limit of [0, 50]) {
    test(`that can't be given its input, since a file may have ${limit} bytes, leaves no descriptor`, async () => {
      const before = openDescriptors();
      const outcome = underFileSize(limit, () => runCommand({ ...shell("cat"), input: Buffer.alloc(100) }));
      await expect(outcome).rejects.toMatchObject({ call: "pwrite", errno: "EFBIG" });
      expect(openDescriptors()).toEqual(before);
    });
  }
});

const RLIMIT_FSIZE = 1;
const SIGXFSZ = 25;

/** Calls `begin` while files of this process may have `limit` bytes. */
function underFileSize<T>(limit: number, begin: () => T): T {
  ignoreSignal(SIGXFSZ);
  const usual = Buffer.alloc(16);
  libc("getrlimit", RLIMIT_FSIZE, usual);
  const small = Buffer.from(usual);
  small.writeBigUInt64LE(BigInt(limit), 0);
  libc("setrlimit", RLIMIT_FSIZE, small);
  try {
    return begin();
  } finally {
    libc("setrlimit", RLIMIT_FSIZE, usual);
  }
}
