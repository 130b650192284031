// `runts inspect ID`: all that is known of one container and its shim.
import type { Inspection } from "./ask.ts";
import { CommandError, ExitCode } from "./exit-codes.ts";
import { renderInspection } from "./inspect-text.ts";
import { listDescriptors } from "./proc.ts";
import { type ContainerView, type Look, lookAtShims, type ShimView } from "./snapshot.ts";
import { amounts, clientEnd, OpenFiles, type StreamView, streamsOf } from "./stdio.ts";
import { printJson, printLine, screenOf } from "./terminal.ts";

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

export async function inspect(id: string, options: { json?: boolean; namespace?: string }): Promise<number> {
  const looks = chooseLooks(await lookAtShims({ asks: true }), id, options.namespace);
  const files = new OpenFiles();
  const reports = looks.map((look) => reportOf(look, files));
  if (options.json === true) printJson(reports);
  else printLine(reports.map((report) => renderInspection(report, screenOf())).join("\n\n"));
  return ExitCode.done;
}

/** The shims meant by `id`: a container's id, the beginning of one, its name, or a pid. Throws CommandError. */
export function chooseLooks(looks: readonly Look[], id: string, namespace?: string): Look[] {
  const candidates = looks.filter(({ view }) => namespace === undefined || view.namespace === namespace);
  const where = (test: (container: ContainerView, shim: ShimView) => boolean) =>
    candidates.filter(({ view }) => view.containers.some((container) => test(container, view)));
  const ways = [
    () => where((container) => container.id === id),
    () => candidates.filter(({ view }) => view.id === id),
    () => candidates.filter(({ view }) => String(view.pid) === id),
    () => where(({ pid, execs }) => [pid, ...execs.map((exec) => exec.pid)].some((one) => String(one) === id)),
    () => where(({ name }) => name === id),
    () => where((container) => id !== "" && container.id.startsWith(id)),
  ];
  for (const way of ways) {
    const found = way();
    if (found.length > 0) return found;
  }
  const inNamespace = namespace === undefined ? "" : ` in namespace ${namespace}`;
  throw new CommandError(ExitCode.notFound, `no container or shim ${id}${inNamespace}; runts ps lists them`);
}

function reportOf({ found, answer, view }: Look, files: OpenFiles): ShimReport {
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
        const path = (paths?.[stream.stream] ?? "").replace(/^fifo:\/\//, "");
        const side = stream.stream === "stdin" ? "writes" : "reads";
        const isCopied = path !== "" && path !== stream.target;
        const end = isCopied ? clientEnd(shim, path, side, files) : undefined;
        return { ...stream, client: end === undefined ? null : { path, ...end } };
      }),
    };
  });
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
