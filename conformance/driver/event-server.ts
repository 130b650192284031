// The daemon's side of events: records what is forwarded, and misbehaves on demand.

import { createServer, type Server as NetServer, type Socket } from "node:net";
import { containerd, google } from "../../proto/gen/task.js";
import { empty, method } from "../../ttrpc/method.ts";
import { Server } from "../../ttrpc/server.ts";
import { eventually } from "./eventually.ts";
import type { PublishBinary } from "./publish-binary.ts";

const { ForwardRequest } = containerd.services.events.ttrpc.v1;
const { events } = containerd;

const decoders = {
  "containerd.events.TaskCreate": events.TaskCreate,
  "containerd.events.TaskStart": events.TaskStart,
  "containerd.events.TaskExit": events.TaskExit,
  "containerd.events.TaskDelete": events.TaskDelete,
  "containerd.events.TaskExecAdded": events.TaskExecAdded,
  "containerd.events.TaskExecStarted": events.TaskExecStarted,
  "containerd.events.TaskPaused": events.TaskPaused,
  "containerd.events.TaskResumed": events.TaskResumed,
  "containerd.events.TaskOOM": events.TaskOOM,
} as const;

export interface ForwardedEvent {
  readonly namespace: string;
  readonly topic: string;
  readonly containerId: string;
  /** The envelope's timestamp, in milliseconds since 1970. */
  readonly atMs: number;
  /** The message's fields, 64-bit numbers as they come. */
  readonly fields: Readonly<Record<string, unknown>>;
}

/** What the server does with an event before it is recorded. A rejection is answered as the call's failure. */
export type Treatment = (event: ForwardedEvent) => void | Promise<void>;

export class EventServer {
  readonly path: string;
  readonly events: ForwardedEvent[] = [];
  treatment: Treatment = () => {};
  readonly #sockets = new Set<Socket>();
  #listener: NetServer | undefined;

  readonly #publish: PublishBinary | undefined;

  /** `publish`: where shims leave events that know no ttrpc address. */
  constructor(path: string, publish?: PublishBinary) {
    this.path = path;
    this.#publish = publish;
  }

  /** For `-publish-binary`. */
  get publishBinary(): string {
    return this.#publish?.path ?? "/bin/true";
  }

  /** Begins to listen, for the first time or after `leave`. */
  async listen(): Promise<void> {
    const rpc = new Server({ toStatus: (error) => ({ code: 2, message: String(error) }) });
    rpc.register("containerd.services.events.ttrpc.v1.Events", {
      Forward: method(ForwardRequest, empty, async ({ envelope }) => {
        const event = parse(envelope);
        await this.treatment(event);
        this.events.push(event);
      }),
    });
    this.#listener = createServer((socket) => {
      this.#sockets.add(socket);
      socket.once("close", () => this.#sockets.delete(socket));
      rpc.serve(socket);
    });
    await new Promise<void>((resolve) => this.#listener?.listen(this.path, resolve));
  }

  /** What a crash of the daemon looks like: nobody listens, connections are gone. */
  async leave(): Promise<void> {
    const listener = this.#listener;
    this.#listener = undefined;
    if (listener === undefined) return;
    const closed = new Promise<void>((resolve) => listener.close(() => resolve()));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  /** Topics of one container's events without `/tasks/`, in the order of their arrival. */
  topics(containerId: string): string[] {
    return this.of(containerId).map(({ topic }) => topic.replace("/tasks/", ""));
  }

  of(containerId: string): ForwardedEvent[] {
    for (const { topic, namespace, atMs, event } of this.#publish?.take() ?? []) {
      const timestamp = { seconds: Math.floor(atMs / 1000), nanos: Math.round((atMs % 1000) * 1e6) };
      this.events.push(parse({ namespace, topic, timestamp, event: google.protobuf.Any.decode(event) }));
    }
    return this.events.filter((event) => event.containerId === containerId);
  }

  /** Waits until the container has as many events as `topics` and returns their topics. */
  async waitFor(containerId: string, count: number, timeoutMs = 10_000): Promise<string[]> {
    await eventually(
      `${count} events of ${containerId}`,
      () => {
        const topics = this.topics(containerId);
        if (topics.length < count) throw new Error(`so far: ${topics.join()}`);
        return true;
      },
      { timeoutMs },
    );
    return this.topics(containerId);
  }
}

function parse(envelope: containerd.services.events.ttrpc.v1.ForwardRequest.$Properties["envelope"]): ForwardedEvent {
  const { namespace, topic, event, timestamp } = envelope ?? {};
  const decoder = decoders[(event?.typeUrl ?? "") as keyof typeof decoders];
  if (decoder === undefined) throw new Error(`event of type ${event?.typeUrl}`);
  const fields = { ...decoder.decode(event?.value ?? new Uint8Array(0)) } as Record<string, unknown>;
  const atMs = Number(timestamp?.seconds ?? 0) * 1000 + (timestamp?.nanos ?? 0) / 1e6;
  return {
    namespace: namespace ?? "",
    topic: topic ?? "",
    containerId: String(fields.containerId ?? ""),
    atMs,
    fields,
  };
}
