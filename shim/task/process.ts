// A process of a container as those see it who ask for it by an exec id: init for an empty one.
import type { containerd } from "../../proto/gen/task.js";
import { zeroTime } from "../../sys/clock.ts";
import type { Exit } from "../../sys/reaper.ts";
import type { StdioPaths } from "../stdio/process-io.ts";
import type { Caller } from "./environment.ts";
import type { Status } from "./state.ts";

export interface TaskProcess {
  /** Container id, or exec id. */
  readonly id: string;
  readonly stdio: StdioPaths;
  /** 0 until known. */
  readonly pid: number;
  readonly status: Status;
  /** How it ended, once State may say so. */
  readonly exit: Exit | undefined;
  /** Resolves when its end is told, with undefined if it never was a process; rejects when the caller gives up. */
  wait(caller: Caller): Promise<Exit | undefined>;
  /** Sends `signal`; does not wait for its effect. `all`: to the whole container, where it is init. */
  kill(signal: number, options: { all: boolean }, caller: Caller): Promise<void>;
  resize(size: { rows: number; columns: number }): void;
  /** The client will write no more. */
  closeStdin(): void;
}

/** The end of a process as replies and events carry it. */
export interface ExitFields {
  readonly exitStatus: number;
  readonly exitedAt: { readonly seconds: number; readonly nanos: number };
}

export function exitFields(exit: Exit | undefined): ExitFields {
  return { exitStatus: exit?.status ?? 0, exitedAt: exit?.at ?? zeroTime };
}

export function stdioPaths(
  request: containerd.task.v2.CreateTaskRequest | containerd.task.v2.ExecProcessRequest,
): StdioPaths {
  const { stdin, stdout, stderr, terminal } = request;
  return { stdin, stdout, stderr, terminal };
}
