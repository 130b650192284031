// A look at all shims at one moment: what /proc says, and what those of ours say of themselves. The form of `--json`.
import { type Answer, ask } from "./ask.ts";
import { type Memory, readMemory } from "./proc.ts";
import { type FoundShim, findShims } from "./shims.ts";

export interface CallView {
  readonly method: string;
  readonly id: string;
  readonly execId: string;
  readonly ageMs: number;
}

export interface CommandView {
  readonly pid: number;
  readonly command: string;
  readonly ageMs: number;
}

export interface ExecView {
  readonly id: string;
  readonly pid: number;
  readonly state: string;
}

export interface ContainerView {
  readonly id: string;
  readonly name: string | null;
  readonly bundle: string;
  readonly group: string;
  readonly runtime: string;
  readonly pid: number;
  readonly state: string;
  readonly exitStatus: number | null;
  readonly uptimeMs: number | null;
  readonly execs: readonly ExecView[];
}

export interface ShimView {
  readonly pid: number;
  readonly kind: FoundShim["kind"];
  readonly program: string;
  readonly executable: string;
  readonly isReplaced: boolean;
  /** Nothing happens in it, and it has given its memory back: a question would wake it. */
  readonly isAsleep: boolean;
  /** By a signal or a debugger. */
  readonly isStopped: boolean;
  readonly version: string | null;
  readonly engine: string | null;
  readonly namespace: string;
  readonly id: string;
  readonly containerd: string;
  readonly socket: string | null;
  readonly uptimeMs: number;
  readonly cpuMs: number;
  readonly privateKiB: number | null;
  readonly pssKiB: number | null;
  /** Null where the shim was not asked or has not answered: `silence` says why. */
  readonly queuedEvents: number | null;
  readonly oldestEventAgeMs: number | null;
  readonly connections: number | null;
  readonly calls: readonly CallView[] | null;
  readonly silence: string | null;
  readonly commands: readonly CommandView[];
  readonly containers: readonly ContainerView[];
}

/** Long enough for a busy machine; one that hangs in the kernel must not hold up the others. */
const timeoutMs = 1500;

export interface Look {
  readonly found: FoundShim;
  readonly answer: Answer;
  readonly view: ShimView;
}

/** The engine has megabytes of it; a shim that sleeps has a stack. */
const asleepKiB = 200;

/** `asks`: those of ours that are awake are asked. None is woken. */
export async function lookAtShims({ asks }: { readonly asks: boolean }): Promise<Look[]> {
  return Promise.all(findShims().map((found) => lookAt(found, { asks, wakes: false })));
}

/** The shim is asked, also one that sleeps. */
export function lookCloser({ found }: Look): Promise<Look> {
  return lookAt(found, { asks: true, wakes: true });
}

async function lookAt(found: FoundShim, { asks, wakes }: { asks: boolean; wakes: boolean }): Promise<Look> {
  const memory = readMemory(found.process.pid);
  const isAsleep = found.kind === "runts" && memory !== undefined && memory.anonymousKiB < asleepKiB;
  const reason = isStopped(found)
    ? stoppedText
    : !asks
      ? "not asked"
      : isAsleep && !wakes
        ? "not asked: it sleeps"
        : undefined;
  const answer: Answer = reason === undefined ? await ask(found, { timeoutMs }) : { silence: reason };
  return { found, answer, view: viewOf(found, answer, { memory, isAsleep }) };
}

/** By a signal or a debugger: it answers nobody, asleep or not. */
export function isStopped({ process }: FoundShim): boolean {
  return process.state === "T" || process.state === "t";
}

export const stoppedText = "it is stopped, by a signal or a debugger";

function viewOf(
  shim: FoundShim,
  answer: Answer,
  { memory, isAsleep }: { memory: Memory | undefined; isAsleep: boolean },
): ShimView {
  const nowMs = Date.now();
  const inspection = "inspection" in answer ? answer.inspection : undefined;
  const { process: shimProcess } = shim;
  return {
    pid: shimProcess.pid,
    kind: shim.kind,
    program: shim.program,
    executable: shim.executable,
    isReplaced: shim.isReplaced,
    isAsleep,
    isStopped: isStopped(shim),
    version: inspection?.version ?? null,
    engine: inspection?.engine ?? null,
    namespace: shim.namespace,
    id: shim.id,
    containerd: shim.containerdAddress,
    socket: shim.socket ?? null,
    uptimeMs: Math.max(0, nowMs - shimProcess.startedMs),
    cpuMs: shimProcess.cpuMs,
    privateKiB: memory?.privateKiB ?? null,
    pssKiB: memory?.pssKiB ?? null,
    queuedEvents: inspection?.queuedEvents ?? null,
    oldestEventAgeMs: inspection?.oldestEventAgeMs ?? null,
    connections: inspection?.connections ?? null,
    calls:
      inspection?.calls
        // Our own question is one, too.
        .filter(({ method }) => method !== "Inspect")
        .map(({ method, id, execId, ageMs }) => ({
          method: method ?? "",
          id: id ?? "",
          execId: execId ?? "",
          ageMs: ageMs ?? 0,
        })) ?? null,
    silence: "silence" in answer ? answer.silence : null,
    commands: shim.commands.map(({ pid, words, name, startedMs }) => ({
      pid,
      command: words.length > 0 ? words.join(" ") : name,
      ageMs: Math.max(0, nowMs - startedMs),
    })),
    containers: containersOf(shim, answer, nowMs),
  };
}

/** What the shim says of a container's state goes before what can be seen from outside. */
function containersOf(shim: FoundShim, answer: Answer, nowMs: number): ContainerView[] {
  const told = new Map(
    ("inspection" in answer ? answer.inspection.containers : []).map((container) => [container.id ?? "", container]),
  );
  return shim.containers.map((container) => {
    const known = told.get(container.id);
    const exitStatus = known?.init?.exitedAtMs ? (known.init.exitStatus ?? 0) : container.exitStatus;
    return {
      id: container.id,
      name: container.name ?? null,
      bundle: container.bundle,
      group: container.group,
      runtime: container.runtime,
      pid: known?.init?.pid || container.pid,
      state: known?.init?.state || container.state,
      exitStatus: exitStatus ?? null,
      uptimeMs: container.startedMs === undefined ? null : Math.max(0, nowMs - container.startedMs),
      execs:
        known?.execs?.map(({ id, pid, state }) => ({ id: id ?? "", pid: pid ?? 0, state: state ?? "" })) ??
        container.execs.map(({ id, pid }) => ({ id, pid, state: "running" })),
    };
  });
}

/** Calls that are under way because somebody waits for an end, not because something takes long. */
export function isWaiting({ method }: CallView): boolean {
  return method === "Wait";
}
