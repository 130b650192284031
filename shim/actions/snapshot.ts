// All that the shim knows, taken while it is quiet; and what may become of it.
import { saveOomV1 } from "../../cgroups/oom-v1.ts";
import { buildRevision, buildVersion } from "../../sys/build.ts";
import { sleep } from "../../sys/clock.ts";
import { saveInotify } from "../../sys/inotify.ts";
import { saveOpenFiles } from "../../sys/limits.ts";
import type { Reaper } from "../../sys/reaper.ts";
import { NotQuiet, type SavedFd } from "../../sys/saved.ts";
import { ownChildren } from "../../sys/spawn.ts";
import type { StreamSocket } from "../../sys/stream-socket.ts";
import type { Server } from "../../ttrpc/server.ts";
import type { Publisher } from "../events/outbox.ts";
import { holdStdio, releaseStdio, stdioTrouble } from "../task/hold-stdio.ts";
import type { TaskService } from "../task/task-service.ts";
import type { Tracing } from "../tracing/tracing.ts";
import type { Abandonment } from "./abandoned.ts";
import { Sleepiness } from "./asleep.ts";
import type { Places } from "./replace-self.ts";
import type { ServedSandbox } from "./serve-sandbox.ts";
import { type SavedSleep, type ShimState, stateVersion } from "./shim-state.ts";

export interface SnapshotParts {
  readonly debug: boolean;
  readonly socketPath: string;
  /** Undefined where it listens on a socket that it has made itself. */
  readonly listener: SavedFd | undefined;
  readonly publisher: Publisher;
  readonly reaper: Reaper;
  readonly rpc: Server;
  readonly service: TaskService;
  /** Of a pod's shim. */
  readonly sandbox: ServedSandbox | undefined;
  readonly abandonment: Abandonment;
  /** Undefined where nobody asks for traces. */
  readonly tracing: Tracing | undefined;
}

const againMs = 2;
/** A collector that is away keeps nobody from an upgrade. */
const traceLimitMs = 500;

export class Snapshot {
  readonly #parts: SnapshotParts;
  #sleepiness: Sleepiness | undefined;
  /** An upgrade is wanted, and who wants it would not be heard of in a sleep. */
  #isBecoming = false;
  #fallingAsleep: Promise<unknown> = Promise.resolve();

  constructor(parts: SnapshotParts) {
    this.#parts = parts;
  }

  /** Which decides when this sleeps. */
  sleepiness(saved: SavedSleep | undefined): Sleepiness {
    const fallAsleep = () => {
      const attempt = this.#fallAsleep();
      this.#fallingAsleep = attempt.catch(() => {});
      return attempt;
    };
    this.#sleepiness = new Sleepiness(fallAsleep, saved);
    return this.#sleepiness;
  }

  async #fallAsleep(): Promise<void> {
    const { publisher, service, sandbox, abandonment } = this.#parts;
    if (this.#isBecoming) throw new NotQuiet("an upgrade is under way");
    // Who has none leaves soon, or is about to get one.
    if (service.size === 0 && sandbox?.isHeld !== true) throw new NotQuiet("there is no container");
    if (publisher.backlog > 0) throw new NotQuiet("an event waits");
    if (abandonment.isLooking) throw new NotQuiet("nobody may come any more");
    const { fallAsleep } = await import("./replace-self.ts");
    holdStdio();
    try {
      await fallAsleep(this);
    } finally {
      releaseStdio();
    }
  }

  /**
   * Becomes the program that `choose` names, which reads this version of the state, when what is in hand has come to its end. Does not
   * return. Throws NotQuiet where that takes longer than `limitMs`, SysError, or what `choose` does; everything is as before then.
   */
  async become(choose: () => Promise<string>, limitMs: number): Promise<never> {
    this.#isBecoming = true;
    try {
      const file = await choose();
      // What it holds it would release under our hands.
      await this.#fallingAsleep;
      await this.#parts.tracing?.flush(traceLimitMs);
      return await this.#becomeFile(file, limitMs);
    } finally {
      this.#isBecoming = false;
    }
  }

  async #becomeFile(file: string, limitMs: number): Promise<never> {
    const { become } = await import("./replace-self.ts");
    const until = performance.now() + limitMs;
    this.#parts.rpc.hold();
    this.#parts.publisher.hold();
    holdStdio();
    try {
      for (;;) {
        try {
          return await become(file, this);
        } catch (error) {
          if (!(error instanceof NotQuiet) || performance.now() > until) throw error;
        }
        await sleep(againMs);
      }
    } finally {
      releaseStdio();
      this.#parts.publisher.release();
      this.#parts.rpc.release();
    }
  }

  collect(): void {
    this.#parts.reaper.collect();
  }

  /** Throws NotQuiet where nobody would wake the sleeping program for what is to be copied. */
  checkStdio(): void {
    const trouble = stdioTrouble();
    if (trouble !== undefined) throw new NotQuiet(trouble);
  }

  save(reason: ShimState["reason"], places: Places): ShimState {
    const { debug, socketPath, listener, publisher, reaper, rpc, service, sandbox, abandonment, tracing } = this.#parts;
    if (reason === "sleep") {
      if (this.#isBecoming) throw new NotQuiet("an upgrade is under way");
      if (tracing?.isIdle === false) throw new NotQuiet("spans wait");
    }
    if (listener === undefined) throw new NotQuiet("the listening socket is the engine's");
    if (!reaper.isFree) throw new NotQuiet("a process is being made");
    const tasks = service.save();
    const connections = rpc.save();
    if (connections === undefined) throw new NotQuiet("a call is under way");
    const loggers = loggersIn(tasks);
    const foreign = ownChildren().filter((pid) => !loggers.includes(pid));
    if (foreign.length > 0) throw new NotQuiet(`a command runs: ${foreign}`);
    return {
      version: stateVersion,
      writer: `${buildVersion ?? "source"} ${buildRevision}`,
      failure: undefined,
      ...{ reason, debug, socketPath, listener, tasks, ...places },
      sandbox: sandbox?.save(),
      openFiles: saveOpenFiles(),
      inotify: saveInotify(),
      oomEvent: saveOomV1(),
      events: publisher.save(),
      connections: connections.map(({ stream, saved }) => ({ stream: streamOf(stream), saved })),
      isOrphan: abandonment.isOrphan,
      lostSpans: tracing?.lost ?? 0,
      sleep: this.#sleepiness?.save(reason === "sleep") ?? { optionMs: undefined, patienceMs: 0, since: 0 },
    };
  }
}

function streamOf(stream: unknown): SavedFd {
  const saved = (stream as StreamSocket).save?.();
  if (saved === undefined) throw new NotQuiet("a connection is the engine's");
  return saved;
}

/** The pids of the logging binaries in a saved value. */
function loggersIn(value: unknown): number[] {
  if (typeof value !== "object" || value === null) return [];
  const { pid, exited } = value as { pid?: unknown; exited?: unknown };
  const own = typeof pid === "number" && typeof exited === "boolean" ? [pid] : [];
  return [...own, ...Object.values(value).flatMap(loggersIn)];
}
