// The events of tasks: topics and messages (docs/contract/wire.md 6).
import { containerd } from "../../proto/gen/task.js";
import { type Moment, now } from "../../sys/clock.ts";
import type { MessageType } from "../../ttrpc/method.ts";

const { events } = containerd;

interface EventTypes {
  "/tasks/create": containerd.events.TaskCreate.$Properties;
  "/tasks/start": containerd.events.TaskStart.$Properties;
  "/tasks/exit": containerd.events.TaskExit.$Properties;
  "/tasks/delete": containerd.events.TaskDelete.$Properties;
  "/tasks/exec-added": containerd.events.TaskExecAdded.$Properties;
  "/tasks/exec-started": containerd.events.TaskExecStarted.$Properties;
  "/tasks/paused": containerd.events.TaskPaused.$Properties;
  "/tasks/resumed": containerd.events.TaskResumed.$Properties;
  "/tasks/oom": containerd.events.TaskOOM.$Properties;
}

export type Topic = keyof EventTypes;

const messages: { readonly [T in Topic]: readonly [typeUrl: string, type: Pick<MessageType<never>, "encode">] } = {
  "/tasks/create": ["containerd.events.TaskCreate", events.TaskCreate],
  "/tasks/start": ["containerd.events.TaskStart", events.TaskStart],
  "/tasks/exit": ["containerd.events.TaskExit", events.TaskExit],
  "/tasks/delete": ["containerd.events.TaskDelete", events.TaskDelete],
  "/tasks/exec-added": ["containerd.events.TaskExecAdded", events.TaskExecAdded],
  "/tasks/exec-started": ["containerd.events.TaskExecStarted", events.TaskExecStarted],
  "/tasks/paused": ["containerd.events.TaskPaused", events.TaskPaused],
  "/tasks/resumed": ["containerd.events.TaskResumed", events.TaskResumed],
  "/tasks/oom": ["containerd.events.TaskOOM", events.TaskOOM],
};

/** An event, encoded at the moment it happened. */
export interface TaskEvent {
  readonly topic: Topic;
  /** When that was: an event may wait for a containerd that is away. */
  readonly at: Moment;
  readonly typeUrl: string;
  readonly value: Uint8Array;
}

/** Takes events in the order in which they happened. Never waits, never throws. */
export type Publish = <T extends Topic>(topic: T, event: EventTypes[T]) => void;

export function encodeEvent<T extends Topic>(topic: T, event: EventTypes[T]): TaskEvent {
  const [typeUrl, type] = messages[topic];
  return { topic, at: now(), typeUrl, value: type.encode(event as never).finish() };
}
