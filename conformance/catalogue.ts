// All rows, in the order in which they are played: what everything else depends on first.

import type { Row } from "./row.ts";
import { rows as asleepUpgrade } from "./rows/asleep-upgrade.ts";
import { rows as checkpoints } from "./rows/checkpoints.ts";
import { rows as commandLine } from "./rows/command-line.ts";
import { rows as deleteAction } from "./rows/delete-action.ts";
import { rows as eventOrder } from "./rows/event-order.ts";
import { rows as events } from "./rows/events.ts";
import { rows as execs } from "./rows/execs.ts";
import { rows as groups } from "./rows/groups.ts";
import { rows as kills } from "./rows/kills.ts";
import { rows as lives } from "./rows/lives.ts";
import { rows as pods } from "./rows/pods.ts";
import { rows as requests } from "./rows/requests.ts";
import { rows as rootfs } from "./rows/rootfs.ts";
import { rows as runtimeLines } from "./rows/runtime-lines.ts";
import { rows as runtimeWords } from "./rows/runtime-words.ts";
import { rows as serverProcess } from "./rows/server-process.ts";
import { rows as states } from "./rows/states.ts";
import { rows as stdio } from "./rows/stdio.ts";
import { rows as stdioInput } from "./rows/stdio-input.ts";
import { rows as terminals } from "./rows/terminals.ts";
import { rows as wire } from "./rows/wire.ts";

/** By subject, as the report has them. */
export const catalogue: Readonly<Record<string, readonly Row[]>> = {
  "command line": commandLine,
  "the serving process": serverProcess,
  wire,
  "states of a task": states,
  "states of an exec": execs,
  "lives and ends": [...lives, ...kills],
  events: [...events, ...eventOrder],
  "standard streams": [...stdio, ...stdioInput],
  terminals,
  rootfs,
  requests: [...requests, ...checkpoints],
  "the runtime's words": [...runtimeLines, ...runtimeWords],
  "groups of containers": groups,
  "the delete action": deleteAction,
  sandboxes: pods,
  "asleep, upgrade": asleepUpgrade,
};

/** Of these, what is not marked as slow, in `--quick`: what most is said about in the least time. */
const quickSubjects = new Set([
  ...["command line", "wire", "states of a task", "states of an exec", "events", "terminals", "the delete action"],
]);

export interface Choice {
  /** Part of a subject's or row's name, in whatever case. */
  readonly filter?: string | undefined;
  readonly quick?: boolean | undefined;
}

export function chooseRows({ filter = "", quick = false }: Choice): Row[] {
  const wanted = filter.toLowerCase();
  return Object.entries(catalogue).flatMap(([subject, rows]) =>
    rows.filter(({ name, slow }) => {
      const isNamed = `${subject}: ${name}`.toLowerCase().includes(wanted);
      return isNamed && !(quick && (slow === true || !quickSubjects.has(subject)));
    }),
  );
}

export function subjectOf(row: Row): string {
  return Object.entries(catalogue).find(([, rows]) => rows.includes(row))?.[0] ?? "";
}
