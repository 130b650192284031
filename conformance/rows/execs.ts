// Every method in every state of an exec (docs/contract/task-service.md 1.2).

import { containerd } from "../../proto/gen/options.js";
import { ociProcess } from "../driver/oci-spec.ts";
import { notFound, type Refusal, refusal, refused, same } from "../expect.ts";
import { page, type Row } from "../row.ts";
import { type ExecStateName, execStates, type Subject } from "../shared-states.ts";

const { ProcessDetails } = containerd.runc.v1;

const spec = { typeUrl: "types.containerd.io/opencontainers/runtime-spec/1/Process", value: ociProcess(["true"]) };

const calls = {
  State: ({ client, id }: Subject, execId: string) => client.call("State", { id, execId }),
  Start: ({ client, id }: Subject, execId: string) => client.call("Start", { id, execId }),
  Delete: ({ client, id }: Subject, execId: string) => client.call("Delete", { id, execId }),
  Wait: ({ client, id }: Subject, execId: string) => client.call("Wait", { id, execId }),
  Kill: ({ client, id }: Subject, execId: string) => client.call("Kill", { id, execId, signal: 9 }),
  ResizePty: ({ client, id }: Subject, execId: string) =>
    client.call("ResizePty", { id, execId, width: 80, height: 24 }),
  CloseIO: ({ client, id }: Subject, execId: string) => client.call("CloseIO", { id, execId, stdin: true }),
  Exec: ({ client, id }: Subject, execId: string) => client.call("Exec", { id, execId, spec }),
} as const;
type Verb = keyof typeof calls;

const gone = (execId: string): Partial<Record<Verb, Refusal>> => {
  const unknown = notFound(`process does not exist ${execId}`);
  return { State: unknown, Start: unknown, Delete: unknown, Wait: unknown, Kill: unknown, ResizePty: unknown };
};
const taken = (execId: string): Refusal => refusal(`id ${execId}: already exists`, 6);

const refusals: Record<ExecStateName, Partial<Record<Verb, Refusal>>> = {
  unknown: { ...gone("unknown"), CloseIO: refusal("process does not exist unknown: not found") },
  added: { Kill: refusal("process not created: failed precondition", 9), Exec: taken("added") },
  running: { Delete: refusal("cannot delete a running process"), Exec: taken("running") },
  stopped: {
    Start: refusal("cannot start a stopped process"),
    Kill: notFound("process already finished"),
    ResizePty: refusal("cannot resize a stopped container"),
    Exec: taken("stopped"),
  },
  deleted: gone("deleted"),
};

const refusalRows = execStates.flatMap((state) =>
  (Object.entries(refusals[state]) as [Verb, Refusal][]).map(
    ([verb, want]): Row => ({
      name: `${verb} of an exec that is ${state}: ${want.message}`,
      contract: page.task("1.2"),
      async check({ shared }) {
        await refused(verb, calls[verb](await shared.exec(), state), want);
      },
    }),
  ),
);

const statuses: Partial<Record<ExecStateName, number>> = { added: 1, running: 2, stopped: 3 };

const stateRows = (Object.entries(statuses) as [ExecStateName, number][]).map(
  ([state, status]): Row => ({
    name: `State of an exec that is ${state}: status ${status}, and the exec's id as id`,
    contract: page.wire("3"),
    async check({ shared }) {
      const { client, id } = await shared.exec();
      const answer = await client.call("State", { id, execId: state });
      same(
        "status, id, whether it has a pid",
        [answer.status, answer.id, answer.pid > 0],
        [status, state, state !== "added"],
      );
    },
  }),
);

const lives: Row[] = [
  {
    name: "Wait of an exec that has ended: its status, again and again",
    contract: page.task("1.2"),
    async check({ shared }) {
      const { client, id } = await shared.exec();
      for (const _ of [1, 2]) same("exit status", (await client.call("Wait", { id, execId: "stopped" })).exitStatus, 0);
    },
  },
  {
    name: "Delete of an exec that was added: pid 0, status 0, and it is gone",
    contract: page.task("1.2"),
    async check(stage) {
      const container = await stage.run();
      const { client, id } = container;
      await client.call("Exec", { id, execId: "e", spec });
      const { pid, exitStatus } = await client.call("Delete", { id, execId: "e" });
      same("pid and status", [pid, exitStatus], [0, 0]);
      await refused("State", client.call("State", { id, execId: "e" }), notFound("process does not exist e"));
      await container.end();
    },
  },
  {
    name: "An exec that ends with 7: Wait, State and Delete say 7",
    contract: page.task("1.2"),
    async check(stage) {
      const container = await stage.run();
      const { client, id } = container;
      const pid = await container.exec("e", ["sh", "-c", "exit 7"]);
      same("Wait", await container.wait("e"), 7);
      same("State", (await container.state("e")).exitStatus, 7);
      const deleted = await client.call("Delete", { id, execId: "e" });
      same("Delete", [deleted.pid, deleted.exitStatus], [pid, 7]);
      await container.end();
    },
  },
  {
    name: "Kill of an exec: 128 and the signal's number, and init goes on",
    mayDiffer: "the second signal may come too late",
    contract: page.task("4.7"),
    async check(stage) {
      const container = await stage.run();
      await container.exec("e");
      await container.kill(15, { execId: "e" });
      await container.kill(9, { execId: "e" }).catch(() => {});
      const status = await container.wait("e");
      same("exit status is 143 or 137", status === 143 || status === 137, true);
      same("init's status", (await container.state()).status, 2);
      await container.end();
    },
  },
  {
    name: "A second Start of a running exec: refused, and the shim lives on",
    contract: page.task("1.2"),
    async check(stage) {
      const container = await stage.run();
      const { client, id } = container;
      await container.exec("e");
      const again = client.call("Start", { id, execId: "e" });
      await refused("Start", again, refusal("cannot start a running process"));
      await container.exec("f", ["true"]);
      same("exit status of another exec", await container.wait("f"), 0);
      await container.end();
    },
  },
  {
    name: "An exec's Start that the runtime fails: its words, and the exec can be deleted",
    contract: page.task("2.2"),
    async check(stage) {
      const container = await stage.run();
      const { client, id } = container;
      await refused(
        "Start",
        container.exec("e", ["/nonexistent"]),
        refusal(/^OCI runtime exec failed: .*\/nonexistent/s),
      );
      await client.call("Delete", { id, execId: "e" });
      same("init's status", (await container.state()).status, 2);
      await container.end();
    },
  },
  {
    name: "Execs in a container that is paused: paused with it, and after Resume as before",
    contract: page.task("1.2"),
    async check(stage) {
      const container = await stage.run();
      const { client, id } = container;
      await container.exec("e");
      await client.call("Pause", { id });
      same("its status", (await container.state("e")).status, 4);
      await client.call("Resume", { id });
      same("its status", (await container.state("e")).status, 2);
      await container.end();
    },
  },
  {
    name: "Pids: an exec's with its id, init's without",
    contract: page.wire("4"),
    async check(stage) {
      const container = await stage.run();
      const { client, id } = container;
      const pid = await container.exec("e");
      const { processes } = await client.call("Pids", { id });
      const seen = processes
        .map(({ pid, info }) => [
          pid,
          info?.typeUrl ?? "",
          ProcessDetails.decode(info?.value ?? new Uint8Array()).execId,
        ])
        .sort(([a], [b]) => Number(a) - Number(b));
      const want = [
        [container.pid, "", ""],
        [pid, "containerd.runc.v1.ProcessDetails", "e"],
      ].sort(([a], [b]) => Number(a) - Number(b));
      same("pids and their details", seen, want);
      await container.end();
    },
  },
];

export const rows: readonly Row[] = [...refusalRows, ...stateRows, ...lives];
