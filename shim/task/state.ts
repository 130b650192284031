// All states of a process and which verbs they allow, with upstream's texts (docs/contract/task-service.md 1.1, 1.2).
import type { Exit } from "../../sys/reaper.ts";
import { ShimError } from "../base/errdefs.ts";

export type InitState =
  | { readonly kind: "created"; readonly pid: number }
  /** Create was asked to restore a checkpoint: the runtime has not run yet. */
  | { readonly kind: "createdCheckpoint" }
  | { readonly kind: "running"; readonly pid: number }
  | { readonly kind: "pausing" | "paused"; readonly pid: number }
  | { readonly kind: "stopped"; readonly pid: number; readonly exit: Exit }
  | { readonly kind: "deleted"; readonly pid: number; readonly exit: Exit | undefined };

export type ExecState =
  | { readonly kind: "created" }
  | { readonly kind: "running"; readonly pid: number }
  | { readonly kind: "stopped"; readonly pid: number; readonly exit: Exit }
  | { readonly kind: "deleted"; readonly pid: number; readonly exit: Exit | undefined };

/** containerd.v1.types.Status. */
export const Status = { unknown: 0, created: 1, running: 2, stopped: 3, paused: 4, pausing: 5 } as const;
export type Status = (typeof Status)[keyof typeof Status];

export function statusOf(kind: InitState["kind"] | ExecState["kind"]): Status {
  switch (kind) {
    case "created":
    case "createdCheckpoint":
      return Status.created;
    case "running":
      return Status.running;
    case "pausing":
      return Status.pausing;
    case "paused":
      return Status.paused;
    case "stopped":
    case "deleted":
      return Status.stopped;
  }
}

export type InitVerb = "start" | "delete" | "pause" | "resume" | "update" | "checkpoint" | "exec";

/** Reason why `verb` is refused in a state; a missing entry means that it is allowed. */
const refusals: Record<InitVerb, Partial<Record<InitState["kind"], string>>> = {
  start: {
    running: "cannot start a running process",
    pausing: "cannot start a paused process",
    paused: "cannot start a paused process",
    stopped: "cannot start a stopped process",
    deleted: "cannot start a deleted process",
  },
  delete: {
    running: "cannot delete a running process",
    pausing: "cannot delete a paused process",
    paused: "cannot delete a paused process",
  },
  pause: {
    created: "cannot pause task in created state",
    createdCheckpoint: "cannot pause task in created state",
    pausing: "cannot pause a paused container",
    paused: "cannot pause a paused container",
    stopped: "cannot pause a stopped container",
    deleted: "cannot pause a deleted process",
  },
  resume: {
    created: "cannot resume task in created state",
    createdCheckpoint: "cannot resume task in created state",
    running: "cannot resume a running process",
    pausing: "cannot resume a running process",
    stopped: "cannot resume a stopped container",
    deleted: "cannot resume a deleted process",
  },
  update: {
    stopped: "cannot update a stopped container",
    deleted: "cannot update a deleted process",
  },
  checkpoint: {
    created: "cannot checkpoint a task in created state",
    createdCheckpoint: "cannot checkpoint a task in created state",
    stopped: "cannot checkpoint a stopped container",
    deleted: "cannot checkpoint a deleted process",
  },
  exec: {
    createdCheckpoint: "cannot exec in a created state",
    pausing: "cannot exec in a paused state",
    paused: "cannot exec in a paused state",
    stopped: "cannot exec in a stopped state",
    deleted: "cannot exec in a deleted state",
  },
};

/** Throws when `verb` is not allowed for an init process in `state`. */
export function allowInit(verb: InitVerb, state: InitState): void {
  if (verb === "delete" && state.kind === "deleted") {
    throw new ShimError("not-found", "cannot delete a deleted process");
  }
  const refusal = refusals[verb][state.kind];
  if (refusal !== undefined) throw new Error(refusal);
}

/** Throws when `verb` is not allowed for an exec process in `state`. */
export function allowExec(verb: "start" | "delete" | "resize", id: string, state: ExecState): void {
  const { kind } = state;
  if (kind === "deleted") throw new ShimError("not-found", `process does not exist ${id}`);
  switch (verb) {
    case "start":
      if (kind === "running" || kind === "stopped") throw new Error(`cannot start a ${kind} process`);
      return;
    case "delete":
      if (kind === "running") throw new Error("cannot delete a running process");
      return;
    case "resize":
      if (kind === "stopped") throw new Error("cannot resize a stopped container");
      return;
  }
}
