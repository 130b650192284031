// What `runts inspect` shows to people.

import { printableAll } from "./printable.ts";
import { colorState, emphasised, longMs } from "./ps.ts";
import type { ContainerReport, ProcessReport, ShimReport, StreamReport } from "./report.ts";
import { isWaiting } from "./snapshot.ts";
import { type Column, formatBytes, formatDuration, renderTable, type Screen } from "./terminal.ts";

export function renderInspection(report: ShimReport, screen: Screen): string {
  const shim = printableAll(report);
  const sections = [
    [head(shim, screen), pairs(shimFacts(shim), screen)],
    ...shim.containers.map((container) => containerSection(container, screen)),
    callSection(shim, screen),
    commandSection(shim, screen),
    ...advice(shim).map((text) => [screen.colors.yellow(text)]),
  ];
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n");
}

function head(shim: ShimReport, { colors }: Screen): string {
  const version = shim.version === null ? "" : ` ${shim.version === "" ? "from source" : shim.version}`;
  const engine = shim.engine === null ? "" : `, ${shim.engine}`;
  return colors.bold(`shim ${shim.pid}  ${shim.kind}${version}${engine}, up ${formatDuration(shim.uptimeMs)}`);
}

function shimFacts(shim: ShimReport): [string, string][] {
  const amount = (kib: number | null) => (kib === null ? "unknown" : formatBytes(kib * 1024));
  const events =
    shim.queuedEvents === null
      ? "unknown"
      : `${shim.queuedEvents} queued${shim.oldestEventAgeMs ? `, the oldest for ${formatDuration(shim.oldestEventAgeMs)}` : ""}`;
  return [
    ["called", shim.program],
    ["executable", `${shim.executable}${shim.isReplaced ? " (replaced or removed since)" : ""}`],
    ["namespace", shim.namespace],
    ["started for", shim.id],
    ["socket", shim.socket ?? "unknown"],
    ["containerd", shim.containerd === "" ? "unknown" : shim.containerd],
    ["memory", `${amount(shim.privateKiB)} private, ${amount(shim.pssKiB)} PSS`],
    ["CPU", `${(shim.cpuMs / 1000).toFixed(1)} s`],
    ["descriptors", String(shim.descriptors.length)],
    ["events", events],
    ...(shim.connections === null ? [] : [["connections", String(shim.connections)] as [string, string]]),
    ...(shim.silence === null ? [] : [["answer", `none: ${shim.silence}`] as [string, string]]),
  ];
}

function pairs(facts: readonly (readonly [string, string])[], { colors }: Screen): string {
  const width = Math.max(...facts.map(([name]) => name.length));
  return facts.map(([name, text]) => `  ${colors.dim(name.padEnd(width))}  ${text}`).join("\n");
}

const streamColumns: readonly Column[] = [
  { title: "  PROCESS" },
  { title: "PID", align: "right" },
  { title: "STATE" },
  { title: "STREAM" },
  { title: "IS", mayShrink: true },
  { title: "WAITING", align: "right" },
  { title: "OTHER END", mayShrink: true },
];

function containerSection(container: ContainerReport, screen: Screen): string[] {
  const { colors } = screen;
  const up = container.uptimeMs === null ? "" : `, up ${formatDuration(container.uptimeMs)}`;
  const state = colorState(container.state, container.exitStatus, screen);
  const facts: [string, string][] = [
    ...(container.name === null ? [] : [["name", container.name] as [string, string]]),
    ...(container.group === container.id ? [] : [["group", container.group] as [string, string]]),
    ["runtime", container.runtime],
    ["bundle", container.bundle],
  ];
  const rows = container.processes.flatMap((process) => streamRows(process, screen));
  return [
    `${colors.bold(`container ${container.id}`)}  ${state}${up}`,
    pairs(facts, screen),
    renderTable(streamColumns, rows, screen),
  ];
}

function streamRows(process: ProcessReport, screen: Screen): string[][] {
  const common = [`  ${process.process}`, process.pid === 0 ? "-" : String(process.pid), process.state];
  if (process.streams.length === 0) return [[...common, "-", "", "", ""]];
  return process.streams.map((stream, at) => [...(at === 0 ? common : ["", "", ""]), ...streamCells(stream, screen)]);
}

function streamCells(stream: StreamReport, screen: Screen): string[] {
  const { client } = stream;
  const is = client === null ? `${stream.kind}${targetText(stream)}` : `${stream.kind}, copied: ${client.path}`;
  const others = client === null ? stream.others : client.others;
  const amounts = [stream, ...(client === null ? [] : [client])].filter(({ waiting }) => waiting !== null);
  const waiting = amounts.map(({ waiting, capacity }) => amountText(waiting ?? 0, capacity)).join(" + ");
  const isQueue = stream.kind === "pipe" || stream.kind === "fifo";
  const nobody = stream.stream === "stdin" ? "closed" : "nobody reads";
  return [
    stream.stream,
    is,
    waiting,
    others.length > 0 ? others.join(", ") : isQueue ? screen.colors.yellow(nobody) : "",
  ];
}

function targetText({ kind, target }: StreamReport): string {
  return kind === "nothing" || kind === "pipe" || kind === "socket" ? "" : ` ${target}`;
}

function amountText(waiting: number, capacity: number | null): string {
  return waiting === 0 || capacity === null
    ? formatBytes(waiting)
    : `${formatBytes(waiting)} of ${formatBytes(capacity)}`;
}

function callSection(shim: ShimReport, screen: Screen): string[] {
  if (shim.calls === null || shim.calls.length === 0) return [];
  const rows = [...shim.calls]
    .sort((a, b) => b.ageMs - a.ageMs)
    .map((call) => [
      `  ${call.method}`,
      call.id,
      call.execId,
      isWaiting(call) ? formatDuration(call.ageMs) : emphasised(formatDuration(call.ageMs), call.ageMs, screen),
    ]);
  const columns = [{ title: "  CALL" }, { title: "CONTAINER", mayShrink: true }, { title: "EXEC" }, { title: "SINCE" }];
  return [screen.colors.bold("calls under way"), renderTable(columns, rows, screen)];
}

function commandSection(shim: ShimReport, screen: Screen): string[] {
  if (shim.commands.length === 0) return [];
  const rows = shim.commands.map(({ pid, command, ageMs }) => [
    String(pid),
    emphasised(formatDuration(ageMs), ageMs, screen),
    command,
  ]);
  const columns: Column[] = [
    { title: "  PID", align: "right" },
    { title: "SINCE" },
    { title: "COMMAND", mayShrink: true },
  ];
  return [screen.colors.bold("programs that the shim runs"), renderTable(columns, rows, screen)];
}

/** What to do about what takes long. */
export function advice(
  shim: Pick<ShimReport, "calls" | "commands" | "containers" | "queuedEvents" | "oldestEventAgeMs">,
): string[] {
  const stuck = shim.commands.filter(({ command, ageMs }) => ageMs >= longMs && isRuntimeCommand(command));
  const full = shim.containers.flatMap(({ processes }) =>
    processes.flatMap(({ process, streams }) => streams.filter(isFull).map(({ stream }) => `${stream} of ${process}`)),
  );
  return [
    ...stuck.map(
      ({ pid, ageMs }) =>
        `The runtime's command ${pid} runs for ${formatDuration(ageMs)}. Ending it ends the call that waits for it: kill ${pid}`,
    ),
    ...full.map((what) => `The ${what} is full and nobody reads it: the process stands still in its next write.`),
    ...((shim.oldestEventAgeMs ?? 0) >= longMs
      ? ["containerd takes no events: is it down, or busy? They wait, in order, and nothing is lost."]
      : []),
  ];
}

export function isRuntimeCommand(command: string): boolean {
  return / --log /.test(command);
}

/** An output without any room left. */
function isFull({ stream, waiting, capacity, others, client }: StreamReport): boolean {
  const [amount, size, readers] =
    client === null ? [waiting, capacity, others] : [client.waiting, client.capacity, client.others];
  return stream !== "stdin" && amount !== null && size !== null && size - amount < 4096 && readers.length === 0;
}
