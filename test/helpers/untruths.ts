// All that a falsifying shim can say, from the .proto files: each field of each answer and event, left out and made another.

import { join } from "node:path";
import protobuf from "protobufjs";
import type { Untruth } from "../fixtures/falsifying-shim.ts";

const directory = join(import.meta.dirname, "../../proto");

function load(file: string): protobuf.Root {
  const root = new protobuf.Root();
  root.resolvePath = (_origin, target) => join(directory, target.replace(`${directory}/`, ""));
  return root.loadSync(file);
}

/** By method: its answer. */
const answers: Readonly<Record<string, string>> = Object.fromEntries(
  ["Create:CreateTask", "Start", "State", "Wait", "Delete", "Pids", "Connect", "Stats"].map((text) => {
    const [method = "", type = method] = text.split(":");
    return [method, `containerd.task.v2.${type}Response`];
  }),
);

/** Methods whose answer is empty: it says that something was done. */
const deeds = ["Kill", "Exec", "Pause", "Resume", "ResizePty", "CloseIO", "Update", "Checkpoint", "Shutdown"];

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

type Named = Untruth & { readonly name: string };

function ofMessage(of: string, type: protobuf.Type, before: readonly number[], name: string): Named[] {
  return type.fieldsArray.flatMap((field) => {
    field.resolve();
    const path = [...before, field.id];
    const called = `${name}.${field.name}`;
    const dropped: Named = { of, path, how: "dropped", name: `${called} left out` };
    const { resolvedType } = field;
    if (resolvedType instanceof protobuf.Type && !field.repeated) {
      return [dropped, ...ofMessage(of, resolvedType, path, called)];
    }
    if (resolvedType instanceof protobuf.Type) return [dropped];
    const how = field.type === "string" || field.type === "bytes" ? "text" : field.type === "bool" ? "bool" : "number";
    // Seconds more or fewer are nobody's business; a time that is not there is.
    if (/seconds|nanos/.test(field.name)) return [];
    return [dropped, { of, path, how, name: `${called} false` }];
  });
}

export function allUntruths(): Named[] {
  const tasks = load(join(directory, "task.proto"));
  const events = load(join(directory, "events.proto"));
  const forward = load(join(directory, "forward.proto"));
  const envelope = forward.lookupType("containerd.services.events.ttrpc.v1.Envelope");
  return [
    ...Object.entries(answers).flatMap(([of, type]) => ofMessage(of, tasks.lookupType(type), [], of)),
    ...ofMessage("delete", tasks.lookupType("containerd.task.v2.DeleteResponse"), [], "delete"),
    ...deeds.map((of): Named => ({ of, path: [], how: "not done", name: `${of} answered and not done` })),
    ...Object.entries(topics).flatMap(([topic, type]) => {
      const of = `/tasks/${topic}`;
      const message = events.lookupType(`containerd.events.${type}`);
      return [
        ...(["not told", "told twice"] as const).map((how): Named => ({ of, path: [], how, name: `${of} ${how}` })),
        ...ofMessage(of, message, [1, 4, 2], of),
      ];
    }),
    // Of one event: they are made alike.
    ...ofMessage("/tasks/start", envelope, [1], "envelope").filter(({ path }) => path[1] !== 4 || path.length > 2),
  ];
}
