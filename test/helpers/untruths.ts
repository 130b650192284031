// All that a falsifying shim can say, from the .proto files: each field of each answer and event, left out and made another, each
// answer that does not come, or as another, each event that comes not, twice or late; and what `start` and `delete` say.

import { join } from "node:path";
import protobuf from "protobufjs";
import type { Untruth } from "../fixtures/untruth.ts";

const directory = join(import.meta.dirname, "../../proto");

function load(file: string): protobuf.Root {
  const root = new protobuf.Root();
  root.resolvePath = (_origin, target) => join(directory, target.replace(`${directory}/`, ""));
  return root.loadSync(file);
}

/** Methods of the task service; those in front say something, by a message of their own. */
const spoken = ["Create", "Start", "State", "Wait", "Delete", "Pids", "Connect", "Stats"] as const;
/** Their answer is empty: it says that something was done. */
const deeds = ["Kill", "Exec", "Pause", "Resume", "ResizePty", "CloseIO", "Update", "Checkpoint", "Shutdown"] as const;
const messageOf = (method: string) => `containerd.task.v2.${method === "Create" ? "CreateTask" : method}Response`;

/** Those of the sandbox service. */
const spokenOfPods = ["StartSandbox", "Platform", "WaitSandbox", "SandboxStatus", "SandboxMetrics"] as const;
const deedsOfPods = ["CreateSandbox", "StopSandbox", "PingSandbox", "ShutdownSandbox"] as const;

const topics: Readonly<Record<string, string>> = {
  create: "TaskCreate",
  start: "TaskStart",
  exit: "TaskExit",
  delete: "TaskDelete",
  "exec-added": "TaskExecAdded",
  "exec-started": "TaskExecStarted",
  paused: "TaskPaused",
  resumed: "TaskResumed",
  oom: "TaskOOM",
};

/** After which none comes, at least for long. */
const lastTopics = ["delete", "oom"];

export type Named = Untruth & { readonly name: string };

/** What is no field: `of` and each way. */
const ways = (of: string, ...hows: readonly Untruth["how"][]): Named[] =>
  hows.map((how) => ({ of, path: [], how, name: `${of}: ${how}` }));

function ofMessage(of: string, type: protobuf.Type, before: readonly number[], name: string): Named[] {
  return type.fieldsArray.flatMap((field) => {
    field.resolve();
    const path = [...before, field.id];
    const called = `${name}.${field.name}`;
    const dropped: Named = { of, path, how: "dropped", name: `${called} left out` };
    const { resolvedType } = field;
    if (resolvedType instanceof protobuf.Type) {
      return [dropped, ...ofMessage(of, resolvedType, path, called)];
    }
    if (field.map) return [dropped];
    const how = field.type === "string" || field.type === "bytes" ? "text" : field.type === "bool" ? "bool" : "number";
    if (field.name === "nanos") return [];
    if (field.name === "seconds") return [{ of, path, how: "hours", name: `${called} hours late` }];
    return [dropped, { of, path, how, name: `${called} false` }];
  });
}

const ofEachCall = ["fails", "not answered", "answered twice", "answered elsewhere"] as const;
const ofEachRefusal = ["another code", "other words", "succeeds"] as const;
const ofService = (root: protobuf.Root, methods: readonly string[], name: (method: string) => string): Named[] =>
  methods.flatMap((of) => [
    ...(spoken.includes(of as never) || spokenOfPods.includes(of as never)
      ? ofMessage(of, root.lookupType(name(of)), [], of)
      : ways(of, "not done")),
    ...ways(of, ...ofEachCall, ...ofEachRefusal),
  ]);

function ofEvents(): Named[] {
  const events = load(join(directory, "events.proto"));
  const envelope = load(join(directory, "forward.proto")).lookupType("containerd.services.events.ttrpc.v1.Envelope");
  return [
    ...Object.entries(topics).flatMap(([topic, type]) => {
      const of = `/tasks/${topic}`;
      const late = lastTopics.includes(topic) ? [] : (["told late"] as const);
      return [
        ...ways(of, "not told", "told twice", ...late),
        ...ofMessage(of, events.lookupType(`containerd.events.${type}`), [1, 4, 2], of),
      ];
    }),
    // Of one event: they are made alike.
    ...ofMessage("/tasks/start", envelope, [1], "envelope").filter(({ path }) => path[1] !== 4 || path.length > 2),
  ];
}

export function allUntruths(): Named[] {
  const tasks = load(join(directory, "task.proto"));
  const pods = load(join(directory, "sandbox.proto"));
  return [
    ...ofService(tasks, [...spoken, ...deeds], messageOf),
    ...ofService(
      pods,
      [...spokenOfPods, ...deedsOfPods],
      (method) => `containerd.runtime.sandbox.v1.${method}Response`,
    ),
    ...ways(
      "start",
      "another address",
      "another protocol",
      "another version",
      "junk",
      "exits with 1",
      "a process left",
    ),
    ...ways("delete", "junk", "exits with 1"),
    ...ofMessage("delete", tasks.lookupType("containerd.task.v2.DeleteResponse"), [], "delete"),
    ...ofEvents(),
    ...ways("address", "missing", "false"),
    ...ways("socket", "left"),
  ];
}
