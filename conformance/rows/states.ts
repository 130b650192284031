// Every method in every state of init in which it is refused, and those that are answered in each (docs/contract/task-service.md 1.1).

import { ociProcess } from "../driver/oci-spec.ts";
import { notFound, type Refusal, refusal, refused, same } from "../expect.ts";
import { page, type Row } from "../row.ts";
import { type InitStateName, initStates, type Subject } from "../shared-states.ts";

const spec = { typeUrl: "types.containerd.io/opencontainers/runtime-spec/1/Process", value: ociProcess(["true"]) };
const resources = {
  typeUrl: "types.containerd.io/opencontainers/runtime-spec/1/LinuxResources",
  value: Buffer.from("{}"),
};

/** Each method's call, as one that changes nothing when it is refused. */
const calls = {
  State: ({ client, id }: Subject) => client.call("State", { id }),
  Start: ({ client, id }: Subject) => client.call("Start", { id }),
  Delete: ({ client, id }: Subject) => client.call("Delete", { id }),
  Wait: ({ client, id }: Subject) => client.call("Wait", { id }),
  Kill: ({ client, id }: Subject) => client.call("Kill", { id, signal: 9 }),
  "Kill of all": ({ client, id }: Subject) => client.call("Kill", { id, signal: 9, all: true }),
  Exec: ({ client, id }: Subject) => client.call("Exec", { id, execId: "refused", spec }),
  Pids: ({ client, id }: Subject) => client.call("Pids", { id }),
  Pause: ({ client, id }: Subject) => client.call("Pause", { id }),
  Resume: ({ client, id }: Subject) => client.call("Resume", { id }),
  ResizePty: ({ client, id }: Subject) => client.call("ResizePty", { id, width: 80, height: 24 }),
  CloseIO: ({ client, id }: Subject) => client.call("CloseIO", { id, stdin: true }),
  Update: ({ client, id }: Subject) => client.call("Update", { id, resources }),
  Stats: ({ client, id }: Subject) => client.call("Stats", { id }),
  Checkpoint: ({ client, id }: Subject) => client.call("Checkpoint", { id, path: "/nonexistent" }),
} as const;
type Verb = keyof typeof calls;

const unknown = notFound("container not created");
const everyVerb = Object.fromEntries(Object.keys(calls).map((verb) => [verb, unknown])) as Record<Verb, Refusal>;

const refusals: Record<InitStateName, Partial<Record<Verb, Refusal>>> = {
  none: everyVerb,
  created: {
    Pause: refusal("cannot pause task in created state"),
    Resume: refusal("cannot resume task in created state"),
    Checkpoint: refusal("cannot checkpoint a task in created state"),
  },
  running: {
    Start: refusal("cannot start a running process"),
    Delete: refusal("cannot delete a running process"),
    Resume: refusal("cannot resume a running process"),
  },
  paused: {
    Start: refusal("cannot start a paused process"),
    Delete: refusal("cannot delete a paused process"),
    Pause: refusal("cannot pause a paused container"),
    Exec: refusal("cannot exec in a paused state"),
  },
  stopped: {
    Start: refusal("cannot start a stopped process"),
    Kill: notFound("process already finished"),
    Pause: refusal("cannot pause a stopped container"),
    Resume: refusal("cannot resume a stopped container"),
    Exec: refusal("cannot exec in a stopped state"),
    Update: refusal("cannot update a stopped container"),
    Checkpoint: refusal("cannot checkpoint a stopped container"),
  },
  deleted: everyVerb,
};

const named: Record<InitStateName, string> = {
  none: "no task",
  created: "a created task",
  running: "a running task",
  paused: "a paused task",
  stopped: "a stopped task",
  deleted: "a deleted task",
};

const refusalRows = initStates.flatMap((state) =>
  (Object.entries(refusals[state]) as [Verb, Refusal][]).map(
    ([verb, want]): Row => ({
      name: `${verb} of ${named[state]}: ${want.message}`,
      contract: page.task("1.1"),
      async check({ shared }) {
        await refused(verb, calls[verb](await shared.init(state)), want);
      },
    }),
  ),
);

/** What State has to say, but for the bundle's paths. */
const states: Partial<Record<InitStateName, { status: number; exitStatus: number }>> = {
  created: { status: 1, exitStatus: 0 },
  running: { status: 2, exitStatus: 0 },
  paused: { status: 4, exitStatus: 0 },
  stopped: { status: 3, exitStatus: 137 },
};

const stateRows = (Object.entries(states) as [InitStateName, { status: number; exitStatus: number }][]).map(
  ([state, want]): Row => ({
    name: `State of ${named[state]}: status ${want.status}`,
    contract: page.task("1.1"),
    async check({ shared }) {
      const { client, id } = await shared.init(state);
      const answer = await client.call("State", { id });
      same("status and exit status", { status: answer.status, exitStatus: answer.exitStatus }, want);
      same("id and exec id", [answer.id, answer.execId], [id, ""]);
      const seconds = Number(answer.exitedAt?.seconds);
      if (state === "stopped")
        same("whether the time of the end is now", Math.abs(Date.now() / 1000 - seconds) < 600, true);
      else same("seconds of the time of the end, which is Go's zero time", seconds, -62_135_596_800);
    },
  }),
);

/** Connect fails never, and has 0 for a task that is unknown. */
const connectRows = initStates.map(
  (state): Row => ({
    name: `Connect of ${named[state]}: the shim's pid, and the task's`,
    contract: page.task("1.1"),
    async check({ shared }) {
      const { client, id } = await shared.init(state);
      const { shimPid, taskPid, version } = await client.call("Connect", { id });
      same("the shim's pid is one", shimPid > 0, true);
      same("the version", typeof version, "string");
      const isKnown = state !== "none" && state !== "deleted";
      same("the task's pid", taskPid, isKnown ? (await client.call("State", { id })).pid : 0);
    },
  }),
);

const harmless: Row[] = (["created", "running", "paused", "stopped"] as const).flatMap((state): Row[] => [
  {
    name: `Shutdown with ${named[state]}: nothing happens`,
    contract: page.task("1.1"),
    async check({ shared }) {
      const { client, id } = await shared.init(state);
      await client.call("Shutdown", { id });
      same("status", (await client.call("State", { id })).status, states[state]?.status);
    },
  },
  {
    name: `CloseIO of ${named[state]} without stdin: a success`,
    contract: page.task("5.1"),
    check: async ({ shared }) => void (await calls.CloseIO(await shared.init(state))),
  },
  {
    name: `ResizePty of ${named[state]} without a terminal: a success`,
    contract: page.task("5.4"),
    check: async ({ shared }) => void (await calls.ResizePty(await shared.init(state))),
  },
  {
    name: `Pids of ${named[state]}: ${state === "stopped" ? "none" : "init"}`,
    contract: page.task("1.1"),
    async check({ shared }) {
      const { client, id } = await shared.init(state);
      const { processes } = await client.call("Pids", { id });
      const { pid } = await client.call("State", { id });
      same(
        "pids",
        processes.map((each) => each.pid),
        state === "stopped" ? [] : [pid],
      );
    },
  },
  {
    name: `Create of ${named[state]} again: already exists`,
    contract: page.wire("1.10"),
    async check({ shared, runc }) {
      const { client, bundle } = await shared.init(state);
      await refused("Create", client.call("Create", bundle.createRequest(runc)), refusal(/already exists$/, 6));
    },
  },
]);

/** What is allowed in a state and leaves the task in it. */
const allowed: readonly (readonly [Verb, readonly InitStateName[]])[] = [
  ["Update", ["created", "running", "paused"]],
  ["Stats", ["created", "running", "paused"]],
  ["Wait", ["stopped"]],
];

const allowedRows = allowed.flatMap(([verb, among]) =>
  among.map(
    (state): Row => ({
      name: `${verb} of ${named[state]}: a success, and its status stays`,
      contract: page.task("1.1"),
      async check({ shared }) {
        const subject = await shared.init(state);
        await calls[verb](subject);
        same("status", (await calls.State(subject)).status, states[state]?.status);
      },
    }),
  ),
);

const execRow: Row = {
  name: "Exec of a created task: added, not started, deleted",
  contract: page.task("1.1"),
  async check({ shared }) {
    const { client, id } = await shared.init("created");
    await client.call("Exec", { id, execId: "early", spec });
    same("status", (await client.call("State", { id, execId: "early" })).status, 1);
    await client.call("Delete", { id, execId: "early" });
  },
};

export const rows: readonly Row[] = [
  ...allowedRows,
  execRow,
  ...refusalRows,
  ...stateRows,
  ...connectRows,
  ...harmless,
];
