// What the order of exits (exit-order.ts) asks of a container's processes.
import type { Exit } from "../../sys/reaper.ts";
import type { Caller } from "./environment.ts";

/** A process that starts and ends. */
export interface OrderedProcess {
  readonly id: string;
  /** 0 until known. */
  readonly pid: number;
  /** Subscribers learn that it runs. */
  tellStart(): void;
  /** State learns of the end. */
  applyExit(exit: Exit): void;
  /** Resolves when its logging binary has read what it wrote, or after `limitMs`; undefined when there is nothing to wait for. */
  outputRead(limitMs: number): Promise<void> | undefined;
  /** Waiters and subscribers learn of the end. */
  tellExit(exit: Exit): void;
  /** What follows, and may fail. */
  afterExit(): void;
}

export interface OrderedInit extends OrderedProcess {
  /** The kernel has reported the end: from now on the pid is nobody's. */
  noteCollected(exit: Exit): void;
  /** Called for each OOM kill that is seen in the container. */
  onOomKill: () => void;
  /** Subscribers learn of an OOM kill. */
  tellOomKill(): void;
  /** A last look. */
  findOomKills(): void;
  /** Ends everything that is left in the container. */
  killAll(): Promise<void>;
  /** Resolves when its end was told: of one that was never started by ending it. Throws for one that runs. */
  endForDelete(caller: Caller): Promise<void>;
}

export interface OrderedExec extends OrderedProcess {
  readonly exit: Exit | undefined;
  /** Sends SIGKILL to the process. */
  end(): void;
}
