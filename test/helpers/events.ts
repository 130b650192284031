// What `ctr events` sees, recorded and parsed.

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { eventually } from "./eventually.ts";
import type { PrivateContainerd } from "./private-containerd.ts";

export interface RecordedEvent {
  namespace: string;
  topic: string;
  fields: Record<string, unknown>;
}

// 2026-01-31 12:00:00.123 +0000 UTC default /tasks/start {"container_id":"x","pid":1}
const line = /^\S+ \S+ \S+ \S+ (?<namespace>\S+) (?<topic>\/\S+) (?<json>\{.*\})$/;

export function parseEvent(text: string): RecordedEvent | undefined {
  const groups = line.exec(text)?.groups;
  if (!groups) return undefined;
  return {
    namespace: groups.namespace as string,
    topic: groups.topic as string,
    fields: JSON.parse(groups.json as string) as Record<string, unknown>,
  };
}

export class EventRecorder {
  readonly events: RecordedEvent[] = [];
  readonly #process: ChildProcess;
  readonly #forget: () => void;

  private constructor(containerd: PrivateContainerd) {
    const [file, ...args] = containerd.ctr.argv("events");
    this.#process = spawn(file as string, args, { stdio: ["ignore", "pipe", "ignore"] });
    this.#forget = keepCompanion(containerd, this.#process);
    const stdout = this.#process.stdout;
    if (!stdout) throw new Error("ctr events: no stdout");
    createInterface(stdout).on("line", (text) => {
      const event = parseEvent(text);
      if (event?.namespace === containerd.namespace) this.events.push(event);
    });
  }

  /** Starts to record; returns when the subscription is in effect. */
  static async start(containerd: PrivateContainerd): Promise<EventRecorder> {
    const recorder = new EventRecorder(containerd);
    let count = 0;
    await eventually("ctr events is subscribed", async () => {
      await containerd.ctr.run("namespaces", "label", containerd.namespace, `probe=${++count}`);
      return recorder.events.length > 0;
    });
    return recorder;
  }

  /** The task events of one container, in the order of their arrival. */
  of(id: string): RecordedEvent[] {
    return this.events.filter(({ topic, fields }) => topic.startsWith("/tasks/") && fields.container_id === id);
  }

  /** Waits until the topics of this container's task events are exactly these, in any order; then returns the events. */
  async waitFor(
    id: string,
    topics: readonly string[],
    { timeoutMs = 10_000 }: { timeoutMs?: number | undefined } = {},
  ): Promise<RecordedEvent[]> {
    const want = topics.toSorted().join();
    const seen = () => this.of(id).map(({ topic }) => topic);
    const isComplete = () => {
      if (seen().toSorted().join() !== want) throw new Error(`so far: ${seen().join()}`);
      return true;
    };
    await eventually(`the events ${want} of ${id}`, isComplete, { timeoutMs });
    return this.of(id);
  }

  async stop(): Promise<void> {
    const { exitCode, signalCode } = this.#process;
    if (exitCode === null && signalCode === null) {
      const exited = once(this.#process, "exit");
      this.#process.kill("SIGKILL");
      await exited;
    }
    this.#forget();
  }
}

/**
 * The events with everything that differs from run to run replaced: pids by names in order of their
 * appearance, times by whether they are set, ids and directories of the container by fixed words.
 */
export function normalise(events: readonly RecordedEvent[], id: string): unknown {
  const pids = new Map<number, string>();
  const replace = (key: string, value: unknown): unknown => {
    if (key === "pid" && typeof value === "number") {
      if (!pids.has(value)) pids.set(value, `pid ${pids.size + 1}`);
      return pids.get(value);
    }
    if (key === "exited_at") return value === "0001-01-01T00:00:00Z" ? "zero" : "set";
    if (typeof value !== "string") return value;
    return value
      .replaceAll(id, "ID")
      .replace(/\/snapshots\/\d+\//g, "/snapshots/N/")
      .replace(/\/fifo\/\d+\//g, "/fifo/N/");
  };
  return events.map(({ topic, fields }) => ({ topic, fields: JSON.parse(JSON.stringify(fields, replace)) as unknown }));
}

/** Keeps the leftovers check from taking `process` for one; returns what ends that. */
function keepCompanion(containerd: PrivateContainerd, { pid }: ChildProcess): () => void {
  if (pid === undefined) throw new Error("ctr events did not start");
  containerd.companions.add(pid);
  return () => containerd.companions.delete(pid);
}
