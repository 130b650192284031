// What a shim leaves for the program that it becomes (docs/upgrade.md), as another version or a broken one might have left it.

import type { ShimState } from "../../shim/actions/shim-state.ts";
import { checkState } from "../../shim/actions/state-check.ts";
import { checkReadable } from "../../shim/actions/take-state.ts";
import type { SavedSandbox } from "../../shim/sandbox/saved.ts";
import type { SavedCopy, SavedIo } from "../../shim/stdio/saved.ts";
import type { SavedContainer } from "../../shim/task/saved.ts";
import { descriptorsIn } from "../../sys/saved.ts";
import { check, type Target } from "./fuzz.ts";
import { Random } from "./mutate.ts";

const at = { seconds: 1_795_697_426, nanos: 780_000_000 };
const paths = { stdin: "", stdout: "/fifo/out", stderr: "/fifo/err", terminal: false };
const fd = (number: number) => ({ fd: number, purpose: "a file" });
const copy: SavedCopy = {
  ...{ state: "copying", splices: true, pending: "YWJj", isSinkLost: false },
  ...{ handedOn: 3, ownersEnd: 0, isCounted: true },
};
const input = { fifo: { path: "/fifo/in", keepAlive: fd(20) }, source: fd(21), write: fd(22), copy };
const output = { path: "/fifo/out", hold: fd(8), holdWrites: true, writeEnd: undefined, writers: 1 };
const loggerOutput = { readEnd: fd(23), writeEnd: fd(24), drain: copy };
const logger = { pid: 4711, exited: false, closed: false, outputs: [loggerOutput, loggerOutput] as const };
const fifo = { kind: "fifo", fifo: output, sinks: [fd(25), null] } as const;
const targets = { kind: "paths", opened: [fifo, { kind: "device", device: fd(26) }], stdout: 0, stderr: 1 } as const;

const stdios: readonly SavedIo[] = [
  { kind: "null" },
  { kind: "direct", stdin: input, outputs: [output, output], isShared: false, ended: false },
  { kind: "pipes", stdin: input, targets, outputs: [{ readEnd: fd(27), copy }] },
  { kind: "logger", stdin: undefined, logger },
  {
    ...{ kind: "terminal", stdin: input.fifo, source: fd(28), master: fd(29), input: copy },
    ...{ output: { kind: "targets", targets }, outputCopy: copy },
  },
];

const cgroupOf = (version: number): SavedContainer["init"]["cgroup"] => ({
  cgroup: {
    cgroup:
      version === 1
        ? {
            kind: "v1",
            controllers: [["pids", "/sys/fs/cgroup/pids/c"]],
            mountPoints: [["pids", "/sys/fs/cgroup/pids"]],
          }
        : { kind: "v2", root: "/sys/fs/cgroup", path: "/c" },
    ...{ directory: "/sys/fs/cgroup/pids/c", isOwn: true, watch: { last: 0 } },
  },
  complaint: "",
});

function container(id: string, io: SavedIo): SavedContainer {
  return {
    ...{ id, bundle: `/run/${id}`, hasRootfsMounts: true, privatePidNamespace: true, ioOwner: { uid: 0, gid: 0 } },
    runtime: { binary: "runc", root: "/run/runc", bundle: `/run/${id}`, systemdCgroup: false },
    init: {
      ...{ stdio: paths, io, options: {} as SavedContainer["init"]["options"], checkpoint: "", parentCheckpoint: "" },
      newCgroups: ["/sys/fs/cgroup/pids/c"],
      life: { state: { kind: "running", pid: 4712 }, collected: undefined },
      latch: undefined,
      cgroup: cgroupOf(id === "a" ? 1 : 2),
      freeze: { killed: false, endedFrozen: false },
    },
    execs: [
      {
        ...{ id: "e", stdio: paths, spec: "e30=", io, stdinClosed: false, size: { rows: 24, columns: 80 } },
        ...{ state: { kind: "stopped", pid: 4713, exit: { status: 3, at } }, failed: false },
        latch: { exit: { status: 3, at } },
      },
    ],
    order: { adopted: true, initExit: undefined, settled: false },
  };
}

const process = { pid: 4710, startTime: "17" };
const podSpec = {
  ...{ hostname: "pod", netns: "/run/netns/a", hostIpc: false, sharesPids: true, sysctls: {}, cgroupParent: "/pods" },
  dns: { servers: ["10.0.0.1"], searches: [], options: [] },
  userNamespace: { uids: [], gids: [] },
};
const pods: readonly SavedSandbox[] = [
  { pod: undefined },
  {
    pod: {
      state: {
        ...{ id: "p", bundle: "/run/p", pod: podSpec, createdAt: at, shim: process },
        life: { kind: "ready", pid: 4710, holder: process },
      },
      home: [{ kind: "net", place: fd(31) }],
    },
  },
];

const states = stdios.map(
  (io, index): ShimState => ({
    ...{ version: 1, writer: "0.1.0 07f8f08c01c4", reason: "upgrade", debug: false, socketPath: "/run/containerd/s/1" },
    ...{ listener: fd(7), openFiles: undefined, inotify: fd(30), oomEvent: fd(13), sandbox: pods[index % 2] },
    tasks: { containers: [container("a", io), container("b", { kind: "null" })], shutdownAsked: "a" },
    events: { events: [{ topic: "/tasks/exit", at, typeUrl: "containerd.events.TaskExit", value: "CgFh" }] },
    connections: [{ stream: fd(14), saved: { lastStreamId: 7, unread: "AAAA", calls: [] } }],
    sleep: { optionMs: undefined, patienceMs: 300, since: 0 },
    ...{ directory: fd(12), former: fd(5), failure: undefined, wakers: [] },
  }),
);

const oddValues = [null, true, -1, 0, 1.5, 1e308, "", "x", [], {}, [[]], { fd: -1, purpose: "" }, { kind: "none" }];

/** Something in the state becomes something else, or is missing. All of it follows from `random`. */
function distort(value: unknown, random: Random): unknown {
  if (typeof value !== "object" || value === null || random.below(6) === 0)
    return structuredClone(random.pick(oddValues));
  const names = Object.keys(value);
  const name = random.pick(names);
  if (name === undefined) return structuredClone(random.pick(oddValues));
  const fields = value as Record<string, unknown>;
  if (random.below(8) === 0) delete fields[name];
  else fields[name] = distort(fields[name], random);
  return value;
}

/** Undefined for what is refused, as it should be. */
function taken(text: string): ShimState | undefined {
  try {
    const state = JSON.parse(text) as ShimState;
    checkState(state);
    checkReadable(state);
    return state;
  } catch (error) {
    check(error instanceof SyntaxError || (error as Error).constructor === Error, `refused by ${error}`);
    check((error as Error).message.length < 1000, "a reason of any length");
    return undefined;
  }
}

function use(text: string): void {
  const state = taken(text);
  if (state === undefined) return;
  const { containers } = state.tasks;
  for (const { init, execs } of containers) {
    const running = [init.life.state, ...execs.map((exec) => exec.state)].filter(({ kind }) => kind === "running");
    check(
      running.every((each) => "pid" in each && each.pid > 0),
      "a process without a pid",
    );
  }
  for (const { fd: number } of [state.listener, state.directory, ...state.wakers]) {
    check(descriptorsIn(state).includes(number), "a descriptor that would be closed");
    check(Number.isInteger(number) && number >= 0, "no descriptor");
  }
}

const savedState: Target = {
  name: "saved-state",
  seeds: states.map((state) => Buffer.from(JSON.stringify(state))),
  run(input) {
    const text = Buffer.from(input).toString();
    use(text);
    // The same bytes decide what is changed in a real one: most others are no JSON any more.
    const random = new Random(input.reduce((sum, byte) => (Math.imul(sum, 31) + byte) >>> 0, 7));
    const copyOf = JSON.parse(JSON.stringify(random.pick(states))) as ShimState;
    for (let count = random.below(3); count >= 0; count -= 1) distort(copyOf, random);
    use(JSON.stringify(copyOf));
  },
};

/** As it is, each of them is one. */
for (const state of states) checkState(JSON.parse(JSON.stringify(state)));

export const stateTargets: readonly Target[] = [savedState];
