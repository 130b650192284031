// What a process can see, under our shim and under Go's: whatever is not the same is in docs/differences.md.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { ShimDriver } from "../../conformance/driver/shim-driver.ts";
import {
  type Findings,
  Probe,
  type ProbeCase,
  type StdioKind,
  stdioKinds,
  type UserKind,
  userKinds,
} from "../driver/probe.ts";
import { complaints, knownDifferences, type ProbeContext } from "../driver/probe-differences.ts";
import { useDriver } from "../driver/use-driver.ts";
import { daemonOf, daemonUnderTest, type Generation } from "../helpers/daemon-under-test.ts";
import { giveBackNullDevice } from "../helpers/null-device.ts";
import { isOurs, shimUnderTest } from "../helpers/shim-under-test.ts";
import { isSoak } from "../helpers/soak.ts";

const isUnified = existsSync("/sys/fs/cgroup/cgroup.controllers");
/** In the short form the one of the daemon under test. */
const oracles: readonly Generation[] = isSoak ? ["1.6", "2.1"] : [daemonUnderTest.generation];

/** For init and for exec; with all of them only in the long form. */
const sample: Readonly<Record<UserKind, readonly StdioKind[]>> = {
  root: ["null", "fifo"],
  other: ["terminal", "file"],
  groups: ["fifo"],
  namespace: ["binary", "terminal"],
};

/** What containerd may have been started with, and nobody expects. */
const oddDaemon = [
  // Not SIGHUP: whether it stays ignored under Go's shim is a matter of chance with newer runtimes.
  "umask 027; trap '' USR1 USR2; ulimit -Sn 800; ulimit -Ss 4096; ulimit -Sc 0",
  "echo 0x3f >/proc/self/coredump_filter",
  'exec nice -n 3 ionice -c 2 -n 6 setarch -R "$@"',
].join("; ");

type Looked = readonly { readonly case: ProbeCase; readonly findings: Findings; readonly afterTerminal: boolean }[];

/** Inits, then execs in a container of the same kind; a terminal is followed by one more without. */
async function look(driver: ShimDriver, runtime: string, user: UserKind, kinds: readonly StdioKind[]): Promise<Looked> {
  const probe = new Probe(driver, { binaryName: runtime });
  const looked: Looked[number][] = [];
  for (const stdio of kinds) {
    const findings = await probe.ofInit(stdio, user);
    looked.push({ case: { process: "init", stdio, user }, findings, afterTerminal: false });
  }
  const container = await probe.host(user);
  let afterTerminal = false;
  const terminalLast = kinds.toSorted((a, b) => Number(a === "terminal") - Number(b === "terminal"));
  const execs: readonly StdioKind[] = kinds.includes("terminal") ? [...terminalLast, "null"] : kinds;
  for (const stdio of execs) {
    const findings = await probe.ofExec(container, stdio, user);
    looked.push({ case: { process: "exec", stdio, user }, findings, afterTerminal });
    afterTerminal ||= stdio === "terminal";
  }
  await container.end();
  return looked;
}

function compare(ours: Looked, go: Looked, context: Omit<ProbeContext, keyof ProbeCase | "afterTerminal">): string[] {
  return ours.flatMap(({ case: one, findings, afterTerminal }, index) =>
    complaints(findings, go[index]?.findings ?? new Map(), { ...context, ...one, afterTerminal }),
  );
}

giveBackNullDevice();

for (const oracle of isOurs ? oracles : []) {
  for (const isOddDaemon of [false, true]) {
    const name = `a process sees the same as under Go's shim ${oracle}${isOddDaemon ? ", of an odd containerd" : ""}`;
    describe(name, () => {
      const wrapper = isOddDaemon ? { wrapper: ["sh", "-c", oddDaemon, "sh"] } : {};
      const withHugetlb = !isUnified;
      const ours = useDriver({ withHugetlb, ...wrapper });
      const go = useDriver({ withHugetlb, ...wrapper, executable: daemonOf(oracle).goShim, path: [] });
      for (const runtime of ["runc", "crun"] as const) {
        for (const user of isOddDaemon ? (["root"] as const) : userKinds) {
          const kinds = isSoak ? stdioKinds : sample[user];
          test(`${runtime}, ${user}: ${kinds.join(", ")}`, async () => {
            const context = { runtime, oracle, isOddDaemon, ours: shimUnderTest.kind };
            const [a, b] = await Promise.all([ours(), go()].map((driver) => look(driver, runtime, user, kinds)));
            if (a === undefined || b === undefined) throw new Error("two were looked at");
            expect(a.every(({ findings }) => findings.size > 200)).toBe(true);
            expect(compare(a, b, context)).toEqual([]);
          });
        }
      }
    });
  }
}

describe("the comparison", () => {
  const context: ProbeContext = {
    ...{ process: "exec", stdio: "null", user: "root", runtime: "runc", oracle: "1.6", ours: "bun" },
    ...{ isOddDaemon: false, afterTerminal: false },
  };
  const known = [{ line: "x", where: () => true, aspects: [[/^a$/, /^1$/, /^2$/]] as const }];

  test("tells of what is unexpected, and of what is expected and does not show", () => {
    const findings = (text: string) => new Map(Object.entries(JSON.parse(text) as Record<string, string>));
    const tell = (ours: string, go: string) => complaints(findings(ours), findings(go), context, known);
    expect(tell('{"a":"1","b":"3"}', '{"a":"2","b":"3"}')).toEqual([]);
    expect(tell('{"a":"1","b":"3"}', '{"a":"2"}').join()).toMatch(/: b is "3", Go's "nothing"$/);
    expect(tell('{"a":"2"}', '{"a":"2"}').join()).toMatch(/"x" does not show/);
    expect(tell('{"a":"2"}', '{"a":"1"}')).toHaveLength(2);
  });

  test("names lines that are there", () => {
    const text = readFileSync(join(import.meta.dirname, "../../docs/differences.md"), "utf8");
    for (const { line } of knownDifferences) expect(text).toContain(`\n| ${line} |`);
  });
});
