// Whether a state that another program has written has what this one can't do without (docs/upgrade.md). Before anything of it is taken
// up: from there on there is no way back. What may be missing, or came later, is not asked for.
import {
  descriptor,
  fields,
  flag,
  list,
  maybe,
  moment,
  number,
  optional,
  text,
  unasked,
} from "../../sys/saved-check.ts";
import type { SavedCall, SavedConnection } from "../../ttrpc/saved-connection.ts";
import type { SavedOutbox } from "../events/outbox.ts";
import type { SavedSandbox } from "../sandbox/saved.ts";
import { pod } from "../sandbox/saved-check.ts";
import type { SavedTasks } from "../task/saved.ts";
import { container } from "../task/saved-check.ts";
import type { SavedSleep, ShimState } from "./shim-state.ts";

const event = fields<SavedOutbox["events"][number]>({ topic: text, at: moment, typeUrl: text, value: text });
const call = fields<SavedCall>({
  ...{ streamId: number, service: text, method: text, payload: text },
  ...{ timeoutNano: unasked, metadata: unasked },
});
const connection = fields<SavedConnection>({ lastStreamId: number, unread: text, calls: list(call) });

const state = fields<ShimState>({
  ...{ version: unasked, failure: unasked, isOrphan: unasked, lostSpans: unasked, former: optional },
  ...{ writer: text, reason: text, debug: flag, socketPath: text, listener: descriptor, openFiles: maybe(text) },
  ...{ inotify: optional, oomEvent: optional, directory: descriptor, wakers: list(descriptor) },
  tasks: fields<SavedTasks>({ containers: list(container), shutdownAsked: maybe(text) }),
  sandbox: maybe(fields<SavedSandbox>({ pod: maybe(pod) })),
  events: fields<SavedOutbox>({ events: list(event) }),
  connections: list(fields<ShimState["connections"][number]>({ stream: descriptor, saved: connection })),
  sleep: fields<SavedSleep>({ optionMs: maybe(number), patienceMs: number, since: number }),
});

/** Throws Error for a value that is no state for this program. */
export function checkState(value: unknown): void {
  state(value, "");
}
