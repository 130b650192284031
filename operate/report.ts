// All that is known of one shim: what `ps` knows, its processes' streams, and its descriptors. The form of `inspect --json`.
import type { Inspection } from "./ask.ts";
import { listDescriptors } from "./proc.ts";
import type { ContainerView, Look, ShimView } from "./snapshot.ts";
import { amounts, clientEnd, type OpenFiles, type StreamView, streamsOf } from "./stdio.ts";

export interface StreamReport extends StreamView {
  /** Of a stream that the shim copies: where to or from, and what waits there. */
  readonly client: { path: string; waiting: number | null; capacity: number | null; others: readonly string[] } | null;
}

export interface ProcessReport {
  /** `init`, or an exec id. */
  readonly process: string;
  readonly pid: number;
  readonly state: string;
  readonly streams: readonly StreamReport[];
}

export interface ContainerReport extends ContainerView {
  readonly processes: readonly ProcessReport[];
}

export interface DescriptorReport {
  readonly number: number;
  /** What the shim calls it; null where it was not asked. */
  readonly purpose: string | null;
  readonly target: string;
  readonly waiting: number | null;
}

export interface ShimReport extends Omit<ShimView, "containers"> {
  readonly containers: readonly ContainerReport[];
  readonly descriptors: readonly DescriptorReport[];
}

export function reportOf({ found, answer, view }: Look, files: OpenFiles): ShimReport {
  const inspection = "inspection" in answer ? answer.inspection : undefined;
  return {
    ...view,
    containers: view.containers.map((container) => ({
      ...container,
      processes: processesOf(container, view.pid, inspection, files),
    })),
    descriptors: descriptorsOf(found.process.pid, inspection),
  };
}

function processesOf(
  container: ContainerView,
  shim: number,
  inspection: Inspection | undefined,
  files: OpenFiles,
): ProcessReport[] {
  const told = inspection?.containers.find(({ id }) => id === container.id);
  const all = [{ id: "", pid: container.pid, state: container.state }, ...container.execs];
  const own = new Set(all.map(({ pid }) => pid));
  return all.map(({ id, pid, state }) => {
    const paths = id === "" ? told?.init : told?.execs?.find((exec) => exec.id === id);
    const streams = pid === 0 || state === "stopped" ? [] : streamsOf(pid, files, { own, shim });
    return {
      process: id === "" ? "init" : id,
      pid,
      state,
      streams: streams.map((stream) => {
        const path =
          paths?.[stream.stream]?.replace(/^fifo:\/\//, "") ?? guessedPath(shim, container.id, id, stream.stream);
        const side = stream.stream === "stdin" ? "writes" : "reads";
        const isCopied = path !== "" && path !== stream.target;
        const end = isCopied ? clientEnd(shim, path, side, files) : undefined;
        return { ...stream, client: end === undefined ? null : { path, ...end } };
      }),
    };
  });
}

/** Of a shim that can't be asked: a FIFO that it has open and that is called as containerd's clients and Docker call theirs. */
function guessedPath(shim: number, container: string, execId: string, stream: string): string {
  const names = [
    `/${execId === "" ? container : execId}-${stream}`,
    `/${container}/${execId === "" ? "init" : execId}-${stream}`,
  ];
  return listDescriptors(shim).find(({ target }) => names.some((name) => target.endsWith(name)))?.target ?? "";
}

function descriptorsOf(shim: number, inspection: Inspection | undefined): DescriptorReport[] {
  const purposes = new Map(inspection?.descriptors.map(({ number, purpose }) => [number, purpose ?? ""]));
  return listDescriptors(shim).map(({ number, target }) => ({
    number,
    purpose: purposes.get(number) ?? null,
    target,
    waiting: /^pipe:|^\//.test(target) ? amounts(shim, number).waiting : null,
  }));
}
