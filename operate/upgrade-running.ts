// `runts upgrade --running`: shims of ours become what is installed now, under their containers (docs/upgrade.md).
import { upgradeRequest, upgradeResponse } from "../proto/upgrade.ts";
import { connectStream } from "../sys/stream.ts";
import { Client } from "../ttrpc/client.ts";
import { Code, TtrpcError } from "../ttrpc/status.ts";
import { CommandError, ExitCode } from "./exit-codes.ts";
import { refuseEmpty } from "./inspect.ts";
import { printable, printableAll } from "./printable.ts";
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

/**
 * The exit code is that of a failure when one shim was not upgraded, 130 or 143 when it was interrupted. On a terminal stderr says which
 * one is asked. Throws CommandError for an id that no shim has.
 */
export async function upgradeRunning({ ids, json }: RunningOptions): Promise<number> {
  for (const id of ids) refuseEmpty(id);
  const shims = findShims().filter(({ kind }) => kind === "runts");
  const unknown = ids.find((id) => meantBy(id, shims).length === 0);
  if (unknown !== undefined) throw new CommandError(ExitCode.notFound, `no shim of ours has ${unknown}`);
  const meant = new Set(ids.flatMap((id) => meantBy(id, shims)));
  const wanted = ids.length === 0 ? shims : shims.filter((shim) => meant.has(shim));
  const ending = new Ending();
  const upgraded = await upgradeAll(wanted, ending);
  if (json) printJson(upgraded);
  else printLine(upgraded.length === 0 ? "no shim of ours runs" : render(upgraded));
  return ending.status ?? exitCode(upgraded);
}

function exitCode(upgraded: readonly UpgradedShim[]): number {
  return upgraded.every(({ failure }) => failure === null) ? ExitCode.done : ExitCode.failed;
}

/** One after the other: what goes wrong with the first is not done to all. */
async function upgradeAll(shims: readonly FoundShim[], ending: Ending): Promise<UpgradedShim[]> {
  const upgraded: UpgradedShim[] = [];
  const isWatched = process.stderr.isTTY === true;
  const clear = () => isWatched && process.stderr.write("\r\x1b[K");
  for (const shim of shims) {
    if (ending.status !== undefined) {
      upgraded.push({ ...about(shim), before: null, after: null, failure: "interrupted before it was asked" });
      continue;
    }
    const line = printable(
      `${upgraded.length + 1}/${shims.length} shim ${shim.process.pid} (${shim.namespace}/${shim.id})`,
    );
    if (isWatched) process.stderr.write(line.slice(0, (process.stderr.columns || 80) - 1));
    upgraded.push(await upgradeOne(shim));
    clear();
  }
  return upgraded;
}

/** Hears the first Ctrl-C or SIGTERM: the shim that was asked may become the new one whoever waits for it, and the others are not asked. */
class Ending {
  /** The exit status, once there was one. */
  status: number | undefined;

  constructor() {
    const signals = { SIGINT: 130, SIGTERM: 143 } as const;
    for (const [signal, status] of Object.entries(signals)) {
      process.once(signal, () => {
        this.status = status;
      });
    }
  }
}

/** Those of whole ids and pids go before those whose ids only begin so: `web` is not `web-2` as well. */
function meantBy(wanted: string, shims: readonly FoundShim[]): FoundShim[] {
  const idsOf = ({ id, containers }: FoundShim) => [id, ...containers.map((container) => container.id)];
  const whole = shims.filter((shim) => String(shim.process.pid) === wanted || idsOf(shim).includes(wanted));
  return whole.length > 0 ? whole : shims.filter((shim) => idsOf(shim).some((id) => id.startsWith(wanted)));
}

function about({ process: { pid }, namespace, containers }: FoundShim) {
  return { pid, namespace, containers: containers.map(({ id }) => id) };
}

async function upgradeOne(shim: FoundShim): Promise<UpgradedShim> {
  try {
    const { before, version } = await call(shim);
    return { ...about(shim), before, after: version, failure: null };
  } catch (error) {
    return { ...about(shim), before: null, after: null, failure: reasonOf(error) };
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
