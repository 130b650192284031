// A life around each verb of the runtime, in which a process of the runtime may die at any moment: the call fails or
// succeeds, what the shim says of it is true, the container can be ended, and the end is told once.

import { readdirSync } from "node:fs";
import { expect } from "vitest";
import { failure, TestContainer } from "../../conformance/driver/container.ts";
import type { RuncOptions, ShimDriver } from "../../conformance/driver/shim-driver.ts";
import type { Verb } from "../../oci/errors.ts";
import { eventually } from "../helpers/eventually.ts";

export interface RuntimeVerb {
  readonly name: string;
  /** The runtime's word for it. */
  readonly verb: Verb;
  /** Without `mayFail` each call succeeds. */
  live(driver: ShimDriver, options: { runc: RuncOptions; mayFail: boolean }): Promise<void>;
}

type Outcome = "done" | "failed";

async function outcomeOf(call: Promise<unknown>, mayFail: boolean): Promise<Outcome> {
  try {
    await call;
    return "done";
  } catch (error) {
    if (!mayFail) throw error;
    return "failed";
  }
}

const running = 2;
const stopped = 3;
const notFound = 5;

/** Kills it, unless it has ended meanwhile; Delete, Shutdown. Its end was told once, with one of `statuses`. */
async function end(driver: ShimDriver, container: TestContainer, statuses: readonly number[] = [137]): Promise<void> {
  const { bundle, client, id } = container;
  if ((await container.state()).status !== stopped) {
    await container.kill(9, { all: true }).catch((error: unknown) => {
      expect(error).toMatchObject({ code: notFound });
    });
  }
  expect(statuses).toContain(await container.wait());
  expect(statuses).toContain((await client.call("Delete", { id })).exitStatus);
  await driver.shutdown(client, bundle);
  expect(driver.events.topics(id).filter((topic) => topic === "exit")).toEqual(["exit"]);
}

const args = ["sh", "-c", "sleep 1000 & wait"];

/** Its processes: what is left of a failed exec would be one more. */
async function expectProcesses(container: TestContainer, count: number): Promise<void> {
  await eventually(`the container has ${count} processes`, async () => (await container.pids()).length === count);
}

/** Its init is the runtime's until it becomes the container's program, in Start. */
const create = (terminal: boolean): RuntimeVerb => ({
  name: terminal ? "create, with a terminal" : "create",
  verb: "create",
  live: async (driver, { runc, mayFail }) => {
    const container = await TestContainer.prepare(driver, { args, terminal });
    const { client, id } = container;
    if ((await outcomeOf(container.create(runc), mayFail)) === "failed") {
      expect((await failure(container.state())).code).toBe(notFound);
      expect(driver.events.of(id)).toEqual([]);
      // Its id can be used again at once.
      await container.create(runc);
    }
    const outcome = await outcomeOf(client.call("Start", { id }), mayFail);
    const { status } = await container.state();
    if (outcome === "done") expect(mayFail ? [running, stopped] : [running]).toContain(status);
    await end(driver, container);
  },
});

const exec = (terminal: boolean): RuntimeVerb => ({
  name: terminal ? "exec, with a terminal" : "exec",
  verb: "exec",
  live: async (driver, { runc, mayFail }) => {
    const container = await TestContainer.run(driver, { runc, args });
    const { client, id, bundle } = container;
    const outcome = await outcomeOf(container.exec("e", undefined, terminal), mayFail);
    // The runtime's part of the process may end after the call has succeeded.
    const { status } = await container.state("e");
    if (!mayFail) expect(status).toBe(running);
    await expectProcesses(container, status === running ? 3 : 2);
    if (outcome === "done" && status === stopped) expect(await container.wait("e")).toBe(137);
    if (status === running) await container.kill(9, { execId: "e" });
    await container.wait("e");
    await client.call("Delete", { id, execId: "e" });
    // Its id can be used again at once.
    await container.exec("e", undefined, terminal);
    await expectProcesses(container, 3);
    expect(readdirSync(bundle.path).filter((name) => name.startsWith("."))).toEqual([]);
    await driver.end(client, bundle);
  },
});

export const verbs: readonly RuntimeVerb[] = [
  create(false),
  create(true),
  {
    name: "start",
    verb: "start",
    live: async (driver, { runc, mayFail }) => {
      const container = await TestContainer.create(driver, { runc, args });
      const outcome = await outcomeOf(container.client.call("Start", { id: container.id }), mayFail);
      const { status } = await container.state();
      if (outcome === "done") expect(status).toBe(running);
      await end(driver, container);
    },
  },
  exec(false),
  exec(true),
  {
    name: "kill",
    verb: "kill",
    live: async (driver, { runc, mayFail }) => {
      const container = await TestContainer.run(driver, { runc, args });
      // Its first process, with no handler, does not take it; the other one does.
      await outcomeOf(container.kill(10, { all: true }), mayFail);
      await end(driver, container, [0, 137]);
    },
  },
  {
    name: "pause",
    verb: "pause",
    live: async (driver, { runc, mayFail }) => {
      const container = await TestContainer.run(driver, { runc, args });
      await outcomeOf(container.client.call("Pause", { id: container.id }), mayFail);
      // Frozen or not, it can be killed.
      await end(driver, container);
    },
  },
  {
    name: "resume",
    verb: "resume",
    live: async (driver, { runc, mayFail }) => {
      const container = await TestContainer.run(driver, { runc, args });
      await container.client.call("Pause", { id: container.id });
      await outcomeOf(container.client.call("Resume", { id: container.id }), mayFail);
      await end(driver, container);
    },
  },
  {
    name: "update",
    verb: "update",
    live: async (driver, { runc, mayFail }) => {
      const container = await TestContainer.run(driver, { runc, args });
      const resources = { typeUrl: "x", value: Buffer.from(JSON.stringify({ pids: { limit: 100 } })) };
      await outcomeOf(container.client.call("Update", { id: container.id, resources }), mayFail);
      await end(driver, container);
    },
  },
  {
    name: "delete",
    verb: "delete",
    live: async (driver, { runc, mayFail }) => {
      const container = await TestContainer.run(driver, { runc, args });
      const { client, id, bundle } = container;
      await container.kill(9);
      await container.wait();
      const remove = () => client.call("Delete", { id });
      if ((await outcomeOf(remove(), mayFail)) === "failed") expect((await remove()).exitStatus).toBe(137);
      await driver.shutdown(client, bundle);
    },
  },
];
