// `runts upgrade --running`: shims of ours become what is installed now, under their containers (docs/upgrade.md).
import { upgradeRequest, upgradeResponse } from "../proto/upgrade.ts";
import { connectStream } from "../sys/stream.ts";
import { Client } from "../ttrpc/client.ts";
import { Code, TtrpcError } from "../ttrpc/status.ts";
import { CommandError, ExitCode } from "./exit-codes.ts";
import { refuseEmpty } from "./inspect.ts";
import { printableAll } from "./printable.ts";
import { type FoundShim, findShims } from "./shims.ts";
import { isStopped, stoppedText } from "./snapshot.ts";
import { type Column, printJson, printLine, renderTable, screenOf } from "./terminal.ts";

export interface RunningOptions {
  /** Containers' ids or the beginnings of them, or pids of shims; all shims of ours when there is none. */
  readonly ids: readonly string[];
  readonly json: boolean;
}

export interface UpgradedShim {
  readonly pid: number;
  readonly namespace: string;
  readonly containers: readonly string[];
  /** Versions; null where it stays what it is, for the reason in `failure`. */
  readonly before: string | null;
  readonly after: string | null;
  readonly failure: string | null;
}

/** The shim asks the other program first (5 s), and finishes what it has in hand (1 s). */
const answerMs = 15_000;

/** The exit code is that of a failure when one shim was not upgraded. Throws CommandError for an id that no shim has. */
export async function upgradeRunning({ ids, json }: RunningOptions): Promise<number> {
  for (const id of ids) refuseEmpty(id);
  const shims = findShims().filter(({ kind }) => kind === "runts");
  const unknown = ids.find((id) => meantBy(id, shims).length === 0);
  if (unknown !== undefined) throw new CommandError(ExitCode.notFound, `no shim of ours has ${unknown}`);
  const meant = new Set(ids.flatMap((id) => meantBy(id, shims)));
  const wanted = ids.length === 0 ? shims : shims.filter((shim) => meant.has(shim));
  const upgraded: UpgradedShim[] = [];
  // One after the other: what goes wrong with the first is not done to all.
  for (const shim of wanted) upgraded.push(await upgradeOne(shim));
  if (json) printJson(upgraded);
  else printLine(upgraded.length === 0 ? "no shim of ours runs" : render(upgraded));
  return upgraded.every(({ failure }) => failure === null) ? ExitCode.done : ExitCode.failed;
}

/** Those of whole ids and pids go before those whose ids only begin so: `web` is not `web-2` as well. */
function meantBy(wanted: string, shims: readonly FoundShim[]): FoundShim[] {
  const idsOf = ({ id, containers }: FoundShim) => [id, ...containers.map((container) => container.id)];
  const whole = shims.filter((shim) => String(shim.process.pid) === wanted || idsOf(shim).includes(wanted));
  return whole.length > 0 ? whole : shims.filter((shim) => idsOf(shim).some((id) => id.startsWith(wanted)));
}

async function upgradeOne(shim: FoundShim): Promise<UpgradedShim> {
  const about = {
    pid: shim.process.pid,
    namespace: shim.namespace,
    containers: shim.containers.map(({ id }) => id),
  };
  try {
    const { before, version } = await call(shim);
    return { ...about, before, after: version, failure: null };
  } catch (error) {
    return { ...about, before: null, after: null, failure: reasonOf(error) };
  }
}

async function call(shim: FoundShim): Promise<ReturnType<typeof upgradeResponse.decode>> {
  const { socket } = shim;
  if (isStopped(shim)) throw new Error(stoppedText);
  if (socket === undefined) throw new Error("its socket can't be told");
  const client = new Client(await connectStream(socket, { timeoutMs: answerMs }));
  try {
    const service = "runts.shim.v1.Upgrade";
    // Each becomes what is found under its own name.
    const request = { path: "" };
    return await client.call(service, "Upgrade", upgradeRequest, upgradeResponse, request, { timeoutMs: answerMs });
  } finally {
    client.close();
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof TtrpcError && error.code === Code.unimplemented) return "it is of a version that can't";
  // What it was told waits in its socket.
  if (error instanceof TtrpcError && error.code === Code.deadlineExceeded) {
    return `no answer within ${answerMs / 1000} s; it may do it yet, when it goes on`;
  }
  return error instanceof Error ? error.message : String(error);
}

const columns: readonly Column[] = [
  { title: "SHIM", align: "right" },
  { title: "NAMESPACE", mayShrink: true },
  { title: "CONTAINERS", mayShrink: true },
  { title: "BEFORE" },
  { title: "NOW", mayShrink: true },
];

function render(shims: readonly UpgradedShim[]): string {
  const screen = screenOf();
  const rows = printableAll(shims).map(({ pid, namespace, containers, before, after, failure }) => [
    String(pid),
    namespace,
    containers.join(" "),
    before ?? "",
    failure === null ? screen.colors.green(after ?? "") : screen.colors.red(`not upgraded: ${failure}`),
  ]);
  return renderTable(columns, rows, screen);
}
