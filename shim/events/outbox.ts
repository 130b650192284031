// The outbox: one queue per shim, sent in order to containerd's event service, surviving containerd's absence.
//
// One event is under way at a time and is sent again until it is acknowledged, so a retried event neither overtakes
// nor falls behind its successors (KF-010) and none is sent twice once it was acknowledged (KF-012).
import { containerd } from "../../proto/gen/task.js";
import type { Moment } from "../../sys/clock.ts";
import { returnMemoryWhenQuiet } from "../../sys/memory.ts";
import { NotQuiet, restoreBytes, saveBytes } from "../../sys/saved.ts";
import { connectStream } from "../../sys/stream.ts";
import { Client } from "../../ttrpc/client.ts";
import { empty } from "../../ttrpc/method.ts";
import { Code, TtrpcError } from "../../ttrpc/status.ts";
import { errorFields, log } from "../base/log.ts";
import { encodeEvent, type Publish, type TaskEvent, type Topic } from "./events.ts";

const { ForwardRequest } = containerd.services.events.ttrpc.v1;
const service = "containerd.services.events.ttrpc.v1.Events";

const callTimeoutMs = 5000;
const dialTimeoutMs = 5000;
const firstPauseMs = 50;
const longestPauseMs = 5000;
/** Once the shim is about to exit: a restarted containerd shuts shims down before it takes events. */
const longestPauseInFlushMs = 100;
/** A containerd that refuses an event for a reason of its own refuses it again: this often, then the event is dropped. */
const maxRefusals = 5;
/** Bound of memory while containerd is away (invariant 9); the oldest events go first. */
const maxQueued = 16_384;

export interface PublisherOptions {
  /** containerd's ttrpc socket; a `unix://` prefix is tolerated. Empty: events are dropped. */
  readonly address: string;
  readonly namespace: string;
}

/** An event that is not acknowledged. */
interface SavedEvent {
  readonly topic: Topic;
  readonly at: Moment;
  readonly typeUrl: string;
  /** Base64. */
  readonly value: string;
}

export interface SavedOutbox {
  readonly events: readonly SavedEvent[];
}

export class Publisher {
  readonly #path: string;
  readonly #namespace: string;
  readonly #queue: TaskEvent[] = [];
  #client: Client | undefined;
  #sending: Promise<void> | undefined;
  #soon: NodeJS.Immediate | undefined;
  #wake: (() => void) | undefined;
  #flushing = false;
  #stopped = false;
  /** Until `release`. */
  #held: Promise<void> | undefined;
  #release: () => void = () => {};
  /** An event is on its way: containerd may have it. */
  #inFlight = false;

  constructor(options: PublisherOptions, saved: SavedOutbox = { events: [] }) {
    this.#path = options.address.replace(/^unix:\/\//, "");
    this.#namespace = options.namespace;
    this.#queue.push(...saved.events.map((event) => ({ ...event, value: restoreBytes(event.value) })));
    if (this.#queue.length > 0) this.#soon = setImmediate(() => this.#send());
  }

  /** No event begins its way until `release`; one that is on it comes to its end. */
  hold(): void {
    this.#held ??= new Promise((resolve) => {
      this.#release = resolve;
    });
  }

  release(): void {
    this.#release();
    this.#held = undefined;
  }

  /** The queue; the connection is not taken along. Throws NotQuiet while an event is on its way. */
  save(): SavedOutbox {
    if (this.#inFlight || this.#flushing) throw new NotQuiet("an event is on its way");
    return { events: this.#queue.map((event) => ({ ...event, value: saveBytes(event.value) })) };
  }

  /** Number of events not acknowledged yet. */
  get backlog(): number {
    return this.#queue.length;
  }

  /** When the oldest of them happened. */
  get oldest(): Moment | undefined {
    return this.#queue[0]?.at;
  }

  readonly publish: Publish = (topic, event) => {
    if (this.#path === "") return;
    this.#queue.push(encodeEvent(topic, event));
    if (this.#queue.length > maxQueued) {
      const [dropped] = this.#queue.splice(this.#sending === undefined ? 0 : 1, 1);
      if (dropped !== undefined) log("error", `evicting ${dropped.topic} from queue because it is full`);
    }
    // What somebody waits for goes at once; the rest after the reply to the call that it belongs to.
    if (topic === "/tasks/exit" || topic === "/tasks/oom") this.#send();
    else this.#soon ??= setImmediate(() => this.#send());
  };

  #send(): void {
    clearImmediate(this.#soon);
    this.#soon = undefined;
    // Without an event #drain ends within this call, before it could be assigned, and nothing would be sent any more.
    if (this.#queue.length > 0) this.#sending ??= this.#drain();
  }

  /** Waits until everything was acknowledged, `limitMs` at most, then lets go of the connection. */
  async flush(limitMs: number): Promise<void> {
    this.#send();
    if (this.#sending !== undefined) {
      this.#flushing = true;
      this.#wake?.();
      let timer: NodeJS.Timeout | undefined;
      const limit = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, limitMs);
      });
      await Promise.race([this.#sending, limit]);
      clearTimeout(timer);
    }
    this.#stopped = true;
    this.#wake?.();
    this.#client?.close();
  }

  async #drain(): Promise<void> {
    let failures = 0;
    let refusals = 0;
    for (let event = this.#queue[0]; event !== undefined && !this.#stopped; event = this.#queue[0]) {
      if (this.#held !== undefined) await this.#held;
      try {
        await this.#forward(event);
        this.#queue.shift();
        failures = 0;
        refusals = 0;
      } catch (error) {
        // The first failure is usually an idle connection that a restarted containerd has closed: dial again at once.
        failures += 1;
        if (error instanceof TtrpcError && error.code !== Code.deadlineExceeded) {
          refusals += 1;
          if (refusals > maxRefusals) {
            log("error", `evicting ${event.topic} from queue because of retry count`, errorFields(error));
            this.#queue.shift();
            refusals = 0;
          }
        } else {
          this.#client?.close();
          this.#client = undefined;
        }
        if (failures === 2) log("warning", `failed to publish ${event.topic}, will retry`, errorFields(error));
        if (failures > 1) await this.#pause(this.#pauseMs(failures));
      }
    }
    this.#sending = undefined;
    returnMemoryWhenQuiet();
  }

  #pauseMs(failures: number): number {
    return Math.min(this.#flushing ? longestPauseInFlushMs : longestPauseMs, firstPauseMs * 2 ** (failures - 2));
  }

  async #forward(event: TaskEvent): Promise<void> {
    this.#inFlight = true;
    try {
      await this.#call(event);
    } finally {
      this.#inFlight = false;
    }
  }

  async #call(event: TaskEvent): Promise<void> {
    this.#client ??= await this.#dial();
    await this.#client.call(
      service,
      "Forward",
      ForwardRequest,
      empty,
      {
        envelope: {
          timestamp: event.at,
          namespace: this.#namespace,
          topic: event.topic,
          event: { typeUrl: event.typeUrl, value: event.value },
        },
      },
      { timeoutMs: callTimeoutMs, metadata: [["containerd-namespace-ttrpc", this.#namespace]] },
    );
  }

  async #dial(): Promise<Client> {
    return new Client(await connectStream(this.#path, { timeoutMs: dialTimeoutMs }));
  }

  #pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
