// `runts ps`: every shim on the machine and its containers.
import { printableAll } from "./printable.ts";
import { type CallView, isWaiting, lookAtShims, type ShimView } from "./snapshot.ts";
import {
  type Column,
  formatBytes,
  formatDuration,
  printJson,
  printLine,
  renderTable,
  type Screen,
  screenOf,
} from "./terminal.ts";

export interface PsOptions {
  readonly json?: boolean;
  readonly namespace?: string;
  /** `--no-ask`. */
  readonly ask?: boolean;
}

export async function ps(options: PsOptions): Promise<number> {
  const shims = await takeViews(options);
  if (options.json === true) printJson(shims);
  else printLine(shims.length === 0 ? "no shims" : renderShims(shims, screenOf()));
  return 0;
}

export async function takeViews({ namespace, ask = true }: Pick<PsOptions, "namespace" | "ask">): Promise<ShimView[]> {
  const looks = await lookAtShims({ asks: ask });
  return looks
    .map(({ view }) => view)
    .filter((view) => namespace === undefined || view.namespace === namespace)
    .sort((a, b) => a.namespace.localeCompare(b.namespace) || b.uptimeMs - a.uptimeMs || a.pid - b.pid);
}

/** A call or command that runs longer than this is worth a look. */
export const longMs = 10_000;

const columns: readonly Column[] = [
  { title: "SHIM", align: "right" },
  { title: "KIND" },
  { title: "DAEMON", mayShrink: true },
  { title: "NAMESPACE", mayShrink: true },
  { title: "CONTAINER", mayShrink: true },
  { title: "NAME", mayShrink: true },
  { title: "PID", align: "right" },
  { title: "STATE" },
  { title: "UP", align: "right" },
  { title: "EXECS", align: "right" },
  { title: "PRIVATE", align: "right" },
  { title: "PSS", align: "right" },
  { title: "CPU", align: "right" },
  { title: "EVENTS", align: "right" },
  { title: "UNDER WAY", mayShrink: true },
];

/** A row for each container; what is the shim's is in the first of its rows. */
export function renderShims(found: readonly ShimView[], screen: Screen, cpu?: (shim: ShimView) => string): string {
  const shims = printableAll(found);
  const hasSeveral = new Set(shims.map(({ containerd }) => containerd)).size > 1;
  const rows = shims.flatMap((shim) => {
    const kind = `${shim.kind}${shim.isReplaced ? "*" : ""}`;
    const common = [String(shim.pid), kind, hasSeveral ? shim.containerd : "", shim.namespace];
    const figures = [
      shim.privateKiB === null ? "-" : formatBytes(shim.privateKiB * 1024),
      shim.pssKiB === null ? "-" : formatBytes(shim.pssKiB * 1024),
      cpu?.(shim) ?? `${(shim.cpuMs / 1000).toFixed(1)}s`,
      shim.queuedEvents === null ? "-" : String(shim.queuedEvents),
      underWay(shim, screen),
    ];
    if (shim.containers.length === 0)
      return [[...common, "-", "", "", "", formatDuration(shim.uptimeMs), "", ...figures]];
    return shim.containers.map((container, at) => [
      ...(at === 0 ? common : common.map(() => "")),
      container.id,
      container.name ?? "",
      container.pid === 0 ? "-" : String(container.pid),
      colorState(container.state, container.exitStatus, screen),
      container.uptimeMs === null ? "-" : formatDuration(container.uptimeMs),
      String(container.execs.length),
      ...(at === 0 ? figures : []),
    ]);
  });
  const table = renderTable(columns, rows, screen);
  const hasReplaced = shims.some(({ isReplaced }) => isReplaced);
  return hasReplaced ? `${table}\n${screen.colors.dim("* its executable was replaced or removed since")}` : table;
}

export function colorState(state: string, exitStatus: number | null, { colors }: Screen): string {
  if (state === "running") return colors.green(state);
  if (state === "stopped") return exitStatus === null ? state : `stopped (${exitStatus})`;
  return colors.yellow(state);
}

/** The oldest call that is no Wait, or why nothing is known of calls; a command of the runtime. */
function underWay(shim: ShimView, screen: Screen): string {
  const calls = (shim.calls ?? []).filter((call) => !isWaiting(call)).sort((a, b) => b.ageMs - a.ageMs);
  const parts = [
    ...calls.slice(0, 1).map((call) => emphasised(callText(call), call.ageMs, screen)),
    ...(calls.length > 1 ? [`+${calls.length - 1}`] : []),
  ];
  if (shim.isAsleep) parts.push(screen.colors.dim("asleep"));
  const isSilent =
    (shim.kind === "runts" || shim.isStopped) && shim.silence !== null && !shim.silence.startsWith("not asked");
  if (isSilent) parts.push(screen.colors.red(`no answer: ${shim.silence}`));
  if (shim.calls === null && shim.commands.length > 0) {
    const [oldest] = [...shim.commands].sort((a, b) => b.ageMs - a.ageMs);
    if (oldest !== undefined)
      parts.push(emphasised(`${programOf(oldest.command)} ${formatDuration(oldest.ageMs)}`, oldest.ageMs, screen));
  }
  return parts.join(" ");
}

export function callText({ method, execId, ageMs }: CallView): string {
  return `${method}${execId === "" ? "" : ` ${execId}`} ${formatDuration(ageMs)}`;
}

export function emphasised(text: string, ageMs: number, { colors }: Screen): string {
  return ageMs >= longMs ? colors.red(text) : text;
}

function programOf(command: string): string {
  const [first = ""] = command.split(" ");
  return first.slice(first.lastIndexOf("/") + 1);
}
