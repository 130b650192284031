// Whether a state that another program has written has what this one can't do without (docs/upgrade.md). Before anything of it is taken
// up: from there on there is no way back. What may be missing, or came later, is not asked for.

/** Throws Error with where in the state something is not as it is to be. */
type Check = (value: unknown, at: string) => unknown;

const wrong = (at: string, what: string): never => {
  throw new Error(`${at.slice(0, 200)} of the state is ${what}`);
};

const text: Check = (value, at) => typeof value === "string" || wrong(at, "no text");
const number: Check = (value, at) => typeof value === "number" || wrong(at, "no number");
const flag: Check = (value, at) => typeof value === "boolean" || wrong(at, "no boolean");

const descriptorNumber: Check = (value, at) => {
  if (!Number.isInteger(value) || (value as number) < 0 || (value as number) > 0x7fff_ffff) wrong(at, "no descriptor");
};

const pid: Check = (value, at) => {
  if (!Number.isInteger(value) || (value as number) < 1 || (value as number) > 0x7fff_ffff) wrong(at, "no pid");
};

const maybe =
  (check: Check): Check =>
  (value, at) => {
    if (value !== undefined && value !== null) check(value, at);
  };

const list =
  (check: Check): Check =>
  (value, at) => {
    if (!Array.isArray(value)) return wrong(at, "no list");
    for (const [index, each] of value.entries()) check(each, `${at}[${index}]`);
  };

const fields =
  (checks: Readonly<Record<string, Check>>): Check =>
  (value, at) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return wrong(at, "no object");
    for (const [name, check] of Object.entries(checks)) {
      const own = Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
      check(own, at === "" ? name : `${at}.${name}`);
    }
  };

const kinds =
  (checks: Readonly<Record<string, Check>>): Check =>
  (value, at) => {
    const kind: unknown = (value as { kind?: unknown } | null | undefined)?.kind;
    if (typeof kind !== "string" || !Object.hasOwn(checks, kind)) return wrong(`${at}.kind`, "unknown");
    checks[kind]?.(value, at);
  };

const descriptor = fields({ fd: descriptorNumber, purpose: text });
const optional = maybe(descriptor);
const exit = fields({ status: number, at: fields({ seconds: number, nanos: number }) });
const latch = maybe(fields({ exit: maybe(exit) }));
const paths = fields({ stdin: text, stdout: text, stderr: text, terminal: flag });

const copy = fields({ state: text, splices: flag, pending: maybe(text), isSinkLost: flag, handedOn: number });
const inputFifo = fields({ path: text, keepAlive: optional });
const input = fields({ fifo: maybe(inputFifo), source: optional, write: optional, copy });
const outputFifo = fields({ path: text, hold: optional, holdWrites: flag, writeEnd: optional, writers: number });
const file = { file: optional, droppedBytes: number };
const opened = kinds({
  fifo: fields({ fifo: outputFifo, sinks: list(optional) }),
  device: fields({ device: optional }),
  file: fields(file),
});
const targets = kinds({
  paths: fields({ opened: list(opened), stdout: maybe(number), stderr: maybe(number) }),
  file: fields(file),
  records: fields({ file: fields({ ...file, path: text, maxFiles: number, size: number, midLine: list(text) }) }),
});
const loggerOutput = fields({ readEnd: optional, writeEnd: optional, drain: maybe(copy) });
const logger = fields({ pid, exited: flag, closed: flag, outputs: list(loggerOutput) });
const io = kinds({
  null: fields({}),
  direct: fields({ stdin: maybe(input), outputs: list(outputFifo), isShared: flag, ended: flag }),
  pipes: fields({ stdin: maybe(input), targets, outputs: list(fields({ readEnd: optional, copy })) }),
  logger: fields({ stdin: maybe(input), logger }),
  terminal: fields({
    stdin: maybe(inputFifo),
    source: optional,
    master: optional,
    input: maybe(copy),
    output: kinds({ none: fields({}), targets: fields({ targets }), logger: fields({ logger }) }),
    outputCopy: copy,
  }),
});

const withPid = fields({ pid });
const stopped = fields({ pid, exit });
const ended = fields({ exit: maybe(exit) });
const initState = kinds({
  created: withPid,
  createdCheckpoint: fields({}),
  running: withPid,
  pausing: withPid,
  paused: withPid,
  stopped,
  deleted: ended,
});
const execState = kinds({ created: fields({}), running: withPid, stopped, deleted: ended });

const cgroup = kinds({
  v1: fields({ controllers: list(list(text)), mountPoints: list(list(text)) }),
  v2: fields({ root: text, path: text }),
});

const container = fields({
  id: text,
  bundle: text,
  hasRootfsMounts: flag,
  privatePidNamespace: flag,
  ioOwner: fields({ uid: number, gid: number }),
  runtime: fields({ binary: text, root: text, bundle: text, systemdCgroup: flag }),
  init: fields({
    ...{
      stdio: paths,
      io,
      options: fields({}),
      checkpoint: text,
      parentCheckpoint: text,
      newCgroups: list(text),
      latch,
    },
    life: fields({ state: initState, collected: maybe(exit) }),
    cgroup: fields({
      cgroup: maybe(fields({ cgroup, directory: text, isOwn: flag, watch: maybe(fields({ last: number })) })),
      complaint: text,
    }),
    freeze: fields({ killed: flag, endedFrozen: flag }),
  }),
  execs: list(
    fields({ id: text, stdio: paths, spec: maybe(text), state: execState, io: maybe(io), stdinClosed: flag, latch }),
  ),
  order: fields({ adopted: flag, initExit: maybe(exit), settled: flag }),
});

const state = fields({
  writer: text,
  reason: text,
  debug: flag,
  socketPath: text,
  listener: descriptor,
  openFiles: maybe(text),
  inotify: optional,
  oomEvent: optional,
  tasks: fields({ containers: list(container), shutdownAsked: maybe(text) }),
  sandbox: maybe(fields({ pod: maybe(fields({ state: fields({}) })) })),
  events: fields({
    events: list(fields({ topic: text, at: fields({ seconds: number, nanos: number }), typeUrl: text, value: text })),
  }),
  connections: list(
    fields({
      stream: descriptor,
      saved: fields({ lastStreamId: number, unread: text, calls: list(fields({ streamId: number })) }),
    }),
  ),
  sleep: fields({ patienceMs: number, since: number, count: number }),
  directory: descriptor,
  wakers: list(descriptor),
});

/** Throws Error for a value that is no state for this program. */
export function checkState(value: unknown): void {
  state(value, "");
}
