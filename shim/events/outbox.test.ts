// The outbox against an event server of our own, over a real socket.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { EventServer } from "../../conformance/driver/event-server.ts";
import { sleep } from "../../sys/clock.ts";
import { eventually } from "../../test/helpers/eventually.ts";
import { sized, soakTimeout } from "../../test/helpers/soak.ts";
import { Publisher } from "./outbox.ts";

let directory = "";
let server: EventServer;

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), "runts-publisher-"));
  server = new EventServer(join(directory, "events.sock"));
  await server.listen();
});
afterEach(async () => {
  await server.leave();
  rmSync(directory, { recursive: true });
});

const open = () => new Publisher({ address: server.path, namespace: "test" });
const exitOf = (pid: number) => ["/tasks/exit", { containerId: "c", id: "c", pid, exitStatus: 0 }] as const;
const pids = () => server.events.map(({ fields }) => fields.pid);

describe("Publisher", () => {
  test(
    `sends what came before its end, whatever comes meanwhile, ${sized(100, 1000)} times (KF-014)`,
    soakTimeout,
    async () => {
      for (let round = 0; round < sized(100, 1000); round += 1) {
        const publisher = open();
        server.events.length = 0;
        let count = 0;
        const publish = () => publisher.publish(...exitOf(++count));
        for (let n = 0; n < 50; n += 1) publish();
        // The end begins at another moment each time, and exits go on after it.
        for (let turn = round % 5; turn > 0; turn -= 1) await new Promise((resolve) => setImmediate(resolve));
        const before = count;
        const flushed = publisher.flush(20_000);
        for (let n = 0; n < 50; n += 1) publish();
        await flushed;
        publish();
        expect(pids().slice(0, before)).toEqual(Array.from({ length: before }, (_, n) => n + 1));
        expect(new Set(pids()).size).toBe(server.events.length);
      }
    },
  );

  test("gives each attempt a time of its own: an event server that hangs and comes back gets it (KF-011)", {
    timeout: 30_000,
  }, async () => {
    const publisher = open();
    let attempts = 0;
    server.treatment = () => (++attempts === 1 ? new Promise(() => {}) : undefined);
    publisher.publish(...exitOf(1));
    publisher.publish(...exitOf(2));
    await eventually("both have arrived", () => server.events.length === 2, { timeoutMs: 20_000 });
    expect(pids()).toEqual([1, 2]);
    expect(attempts).toBe(3);
    await publisher.flush(1000);
  });

  test("dates an event by when it happened, not by when containerd took it", async () => {
    const publisher = open();
    await server.leave();
    const before = Date.now();
    publisher.publish(...exitOf(1));
    const after = Date.now();
    await sleep(150);
    await server.listen();
    await eventually("it has arrived", () => server.events.length === 1);
    expect(server.events[0]?.atMs).toBeGreaterThanOrEqual(before);
    expect(server.events[0]?.atMs).toBeLessThanOrEqual(after);
    await publisher.flush(1000);
  });

  test("goes on when it was to send and everything had been sent", async () => {
    vi.useFakeTimers({ toFake: ["setImmediate", "clearImmediate"] });
    try {
      const publisher = open();
      publisher.publish(...exitOf(1));
      // Waits for the end of the turn, and is sent with the one before by then.
      publisher.publish("/tasks/start", { containerId: "c", pid: 2 });
      await eventually("both have arrived", () => server.events.length === 2);
      await eventually("both are acknowledged", () => publisher.backlog === 0);
      vi.runAllTimers();
      publisher.publish(...exitOf(3));
      await eventually("the next one has arrived", () => server.events.length === 3);
      await publisher.flush(1000);
    } finally {
      vi.useRealTimers();
    }
  });
});
