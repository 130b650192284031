// What a shim does while one of its system calls fails.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { BundleOptions, ShimDriver } from "../../conformance/driver/shim-driver.ts";
import { ClosedError } from "../../ttrpc/status.ts";
import { fallsAsleep } from "../helpers/asleep.ts";
import { eventually } from "../helpers/eventually.ts";
import { killProcess } from "../helpers/processes.ts";
import type { Life } from "./life.ts";

export interface Scenario {
  readonly name: string;
  /** Whose calls fail: the serving shim's from `before` on, or those of an action from its beginning. */
  readonly target: "shim" | "start" | "delete";
  readonly environment?: Readonly<Record<string, string>>;
  /** False where the shim is not there all the time to answer others. */
  readonly isAwake?: boolean;
  readonly bundle?: (driver: ShimDriver) => BundleOptions;
  /** Nothing fails yet. */
  readonly before?: (life: Life) => Promise<unknown>;
  readonly during: (life: Life) => Promise<unknown>;
}

async function begun(life: Life): Promise<boolean> {
  return (await life.start()) && (await life.create()) && (await life.run());
}

function logUri(life: Life, name: string): string {
  return `file://${join(life.bundle.path, `${name}.log`)}`;
}

/** False while the one that the signal has begun is under way. */
async function upgraded({ client }: Life): Promise<boolean> {
  try {
    await client?.upgrade();
    return true;
  } catch (error) {
    if (/under way/.test((error as Error).message)) return false;
    // It has gone, which is told by others.
    if (error instanceof ClosedError) return true;
    throw error;
  }
}

export const scenarios: readonly Scenario[] = [
  {
    name: "life",
    target: "shim",
    before: (life) => life.start(),
    during: async (life) => {
      const stdio = { stdout: life.bundle.output().path, stderr: life.bundle.output("stderr").path };
      if (!(await life.create(stdio)) || !(await life.run())) return;
      await life.endInit();
      await life.delete();
    },
  },
  {
    name: "exec",
    target: "shim",
    before: begun,
    during: async (life) => {
      const stdio = {
        stdin: life.bundle.input("e-in").path,
        stdout: life.bundle.output("e-out").path,
        stderr: life.bundle.output("e-err").path,
      };
      await life.exec("e", { args: ["sh", "-c", "echo one; exec sleep 1000"], stdio });
      await life.endExec("e");
    },
  },
  {
    name: "terminal",
    target: "shim",
    before: begun,
    during: async (life) => {
      const [input, output] = [life.bundle.input("t-in"), life.bundle.output("t-out")];
      const stdio = { stdin: input.path, stdout: output.path };
      if ((await life.exec("t", { args: ["sh", "-c", "read x; exit 4"], terminal: true, stdio })) === 0) return;
      await life.attempt("ResizePty", async () =>
        life.client?.call("ResizePty", { id: life.id, execId: "t", width: 80, height: 24 }),
      );
      input.write("go\n");
      await life.awaitExec("t", 4);
    },
  },
  {
    name: "log",
    target: "shim",
    before: async (life) => {
      await begun(life);
      // The threads that write logs are there.
      const stdio = { stdout: logUri(life, "first"), stderr: logUri(life, "first") };
      await life.exec("first", { args: ["sh", "-c", "echo first; exit 5"], stdio });
      await life.awaitExec("first", 5);
    },
    during: async (life) => {
      const stdio = { stdout: logUri(life, "second"), stderr: logUri(life, "second") };
      await life.exec("l", { args: ["sh", "-c", "echo one; echo two >&2; exit 6"], stdio });
      await life.awaitExec("l", 6);
    },
  },
  {
    name: "oom",
    target: "shim",
    bundle: () => ({
      memoryLimit: 16 << 20,
      args: ["sh", "-c", "while [ ! -e /tmp/go ]; do sleep 0.02; done; s=xxxxxxxxxxxxxxxx; while :; do s=$s$s; done"],
    }),
    before: begun,
    during: async (life) => {
      writeFileSync(`/proc/${life.pid}/root/tmp/go`, "");
      await life.expectInitEnd(137);
      await life.delete();
    },
  },
  {
    name: "pause",
    target: "shim",
    before: begun,
    during: async (life) => {
      const { id } = life;
      await life.attempt("Pause", async () => life.client?.call("Pause", { id }));
      await life.attempt("Resume", async () => life.client?.call("Resume", { id }));
      const state = await life.attempt("State", async () => life.client?.call("State", { id }));
      // One that failed had its effect or not; both are told.
      if (state?.status === 4) await life.attempt("Resume again", async () => life.client?.call("Resume", { id }));
      await life.attempt("Pids", async () => life.client?.call("Pids", { id }));
      await life.attempt("Stats", async () => life.client?.call("Stats", { id }));
      await life.endInit();
      await life.delete();
    },
  },
  {
    name: "asleep",
    target: "shim",
    environment: { RUNTS_SLEEP_AFTER: "0.05" },
    isAwake: false,
    before: begun,
    during: async (life) => {
      await fallsAsleep(life.shimPid, 8000).catch(() => life.failures.push("it does not fall asleep"));
      await life.attempt("State", async () => life.client?.call("State", { id: life.id }));
      await fallsAsleep(life.shimPid, 8000).catch(() => life.failures.push("it does not fall asleep again"));
      await life.endInit();
      await life.delete();
    },
  },
  {
    name: "upgrade",
    target: "shim",
    isAwake: false,
    before: async (life) => {
      await begun(life);
      await life.exec("e");
    },
    during: async (life) => {
      killProcess(life.shimPid, "SIGUSR2");
      await life.endExec("e");
      await life.attempt("Upgrade", () => eventually("the one before has ended", () => upgraded(life)));
      await life.endInit();
      await life.delete();
    },
  },
  {
    name: "start",
    target: "start",
    during: (life) => life.start(),
  },
  {
    name: "delete",
    target: "delete",
    before: async (life) => {
      await begun(life);
      await life.killShim();
    },
    during: (life) => life.deleteByAction(),
  },
];
