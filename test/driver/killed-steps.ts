// The steps of a container's life, each from where it begins, for those who kill somebody in the middle of it.

import { writeFileSync } from "node:fs";
import { ociProcess } from "../../conformance/driver/oci-spec.ts";
import type { Bundle, RuncOptions, ShimDriver } from "../../conformance/driver/shim-driver.ts";
import type { TaskClient } from "../../conformance/driver/task-client.ts";
import { fallsAsleep, isAsleep } from "../helpers/asleep.ts";
import { eventually } from "../helpers/eventually.ts";
import { isAlive } from "../helpers/processes.ts";

export interface Life {
  readonly bundle: Bundle;
  readonly client: TaskClient;
  readonly options: RuncOptions;
  /** Of init; 0 before Create was answered. */
  pid: number;
}

export interface Step {
  readonly name: string;
  /** Its shim sleeps after a moment: `wantsSleep`. */
  readonly sleepsFirst?: boolean;
  readonly wantsSleep?: boolean;
  /** What was done before. */
  readonly from: "shim" | "created" | "running" | "stopped";
  /** Rejects when somebody has died of it. */
  act(life: Life): Promise<unknown>;
}

/** A container that ends with 3 when it is told to. */
const program = "echo up; while [ ! -e /tmp/go ]; do sleep 0.01; done; exit 3";

export async function beginLife(driver: ShimDriver, step: Step, options: RuncOptions = {}): Promise<Life> {
  const bundle = driver.bundle({ args: ["sh", "-c", program] });
  const client = await driver.shim(bundle);
  const life: Life = { bundle, client, options, pid: 0 };
  if (step.from === "shim") return life;
  await create(life);
  if (step.from === "created") return life;
  await client.call("Start", { id: bundle.id });
  if (step.from === "stopped") {
    await end(life);
    await driver.events.waitFor(bundle.id, 3);
  }
  if (step.sleepsFirst) await fallsAsleep(bundle.shimPid() ?? 0);
  return life;
}

async function create(life: Life): Promise<void> {
  const { bundle, client, options } = life;
  const [stdout, stderr] = [bundle.output(), bundle.output("stderr")];
  const request = { ...bundle.createRequest(options), stdout: stdout.path, stderr: stderr.path };
  life.pid = (await client.call("Create", request)).pid ?? 0;
}

/** Init ends by itself, with 3. */
async function end({ bundle, client, pid }: Life): Promise<void> {
  writeFileSync(`/proc/${pid}/root/tmp/go`, "");
  await client.call("Wait", { id: bundle.id });
}

async function exec({ bundle, client }: Life): Promise<void> {
  const { id } = bundle;
  const spec = { typeUrl: "", value: ociProcess(["sleep", "1000"]) };
  const [stdout, stderr] = [bundle.output("e-out").path, bundle.output("e-err").path];
  await client.call("Exec", { id, execId: "e", spec, stdout, stderr });
  await client.call("Start", { id, execId: "e" });
}

export const steps: readonly Step[] = [
  { name: "create", from: "shim", act: create },
  { name: "start", from: "created", act: ({ bundle, client }) => client.call("Start", { id: bundle.id }) },
  { name: "exec", from: "running", act: exec },
  { name: "exit", from: "running", act: end },
  {
    name: "kill",
    from: "running",
    act: async ({ bundle, client }) => {
      await client.call("Kill", { id: bundle.id, signal: 9, all: true });
      await client.call("Wait", { id: bundle.id });
    },
  },
  { name: "delete", from: "stopped", act: ({ bundle, client }) => client.call("Delete", { id: bundle.id }) },
  {
    name: "shutdown",
    from: "stopped",
    act: async ({ bundle, client }) => {
      await client.call("Delete", { id: bundle.id });
      await client.call("Shutdown", { id: bundle.id });
      await client.closed;
    },
  },
  { name: "sleep", from: "running", wantsSleep: true, act: ({ bundle }) => asleepOrDead(bundle) },
  {
    name: "wake",
    from: "running",
    wantsSleep: true,
    sleepsFirst: true,
    act: ({ bundle, client }) => client.call("State", { id: bundle.id }),
  },
  { name: "upgrade", from: "running", act: ({ client }) => client.upgrade() },
];

async function asleepOrDead(bundle: Bundle): Promise<void> {
  const pid = bundle.shimPid() ?? 0;
  await eventually("the shim sleeps, or is gone", () => !isAlive(pid) || isAsleep(pid));
}
