// Clients that break every rule, on a real shim's socket: another one is served all the while, nothing of the container is
// touched, and the memory comes back.

import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { TestContainer } from "../../conformance/driver/container.ts";
import { ociProcess } from "../../conformance/driver/oci-spec.ts";
import { containerd } from "../../proto/gen/task.js";
import { RawConnection } from "../driver/raw-connection.ts";
import { useDriver } from "../driver/use-driver.ts";
import { rawFrame, requestFrame } from "../fixtures/raw-ttrpc.ts";
import { mutate, Random } from "../fuzz/mutate.ts";
import { eventually } from "../helpers/eventually.ts";
import { readMemory } from "../helpers/processes.ts";
import { isOurs, shimUnderTest } from "../helpers/shim-under-test.ts";
import { isSoak, sized } from "../helpers/soak.ts";

const seed = Number(process.env.RUNTS_FUZZ_SEED ?? Date.now() % 1_000_000);
const service = "containerd.task.v2.Task";
const t = containerd.task.v2;

/** Of the container that is not there; none that ends a shim or what is in it, however it is changed. */
const request = (streamId: number, method: string, payload: Uint8Array, timeoutNano = 0) =>
  requestFrame(streamId, { service, method, payload, timeoutNano });
const spec = { typeUrl: "types.containerd.io/opencontainers/runtime-spec/1/Process", value: ociProcess(["true"]) };
const requests = [
  request(1, "State", t.StateRequest.encode({ id: "nobody" }).finish()),
  request(3, "Wait", t.WaitRequest.encode({ id: "nobody" }).finish(), 50e6),
  request(5, "Pids", t.PidsRequest.encode({ id: "nobody" }).finish()),
  request(7, "Connect", t.ConnectRequest.encode({ id: "nobody" }).finish()),
  request(9, "Exec", t.ExecProcessRequest.encode({ id: "nobody", execId: "e", spec }).finish()),
  request(11, "Stats", t.StatsRequest.encode({ id: "nobody" }).finish()),
  request(13, "Create", t.CreateTaskRequest.encode({ id: "", bundle: "nowhere", stdout: "binary:///x" }).finish()),
  requestFrame(15, { service: "runts.shim.v1.Shim", method: "Inspect" }),
  requestFrame(17, {
    service: "runts.shim.v1.Upgrade",
    method: "Upgrade",
    payload: Buffer.from("0a056e6f70652f", "hex"),
  }),
];

// Go's shim of 1.6 crashes at data for a call in progress (KF-120), which is one of these.
describe.runIf(isOurs)(`with the seed ${seed}`, () => {
  const driver = useDriver();
  let container: TestContainer;
  let address: string;
  let before: number;

  const privateKiB = () => readMemory(container.bundle.shimPid() ?? 0).privateDirtyKiB;

  beforeEach(async () => {
    container = await TestContainer.run(driver());
    address = container.bundle.socket;
    before = privateKiB();
  });

  afterEach(() => container.end());

  /** Asks for the state again and again while `work` is done; every answer has to be there, and right. */
  async function whileServed(work: () => Promise<void>): Promise<number> {
    let isOver = false;
    let answers = 0;
    const serving = (async () => {
      while (!isOver) {
        // Far above what a busy machine makes of it, and far below for ever.
        const { pid, status } = await container.client.call("State", { id: container.id }, { timeoutMs: 5000 });
        expect([pid, status]).toEqual([container.pid, 2]);
        answers += 1;
      }
    })();
    // A rejection is looked at below.
    serving.catch(() => {});
    try {
      await work();
    } finally {
      isOver = true;
    }
    await serving;
    return answers;
  }

  async function memoryIsBack(): Promise<void> {
    if (shimUnderTest.kind !== "bun") return;
    await eventually("the memory has come back", () => privateKiB() < before + 6 * 1024, {
      timeoutMs: isSoak ? 90_000 : 15_000,
    });
  }

  test("noise and frames that are nearly right", async () => {
    const random = new Random(seed);
    await whileServed(async () => {
      for (let round = 0; round < sized(150, 5000); round += 1) {
        const connection = await RawConnection.open(address);
        connection.write(mutate(random, requests));
        for (let n = random.below(4); n > 0; n -= 1) connection.write(mutate(random, requests));
        if (random.below(2) === 0) await new Promise((resolve) => setImmediate(resolve));
        connection.close();
      }
    });
  });

  test("lengths that are lies, and stream ids that are none", async () => {
    const state = requests[0] as Buffer;
    await whileServed(async () => {
      const connection = await RawConnection.open(address);
      for (const streamId of [0, 2, 0xffff_fffe]) connection.write(rawFrame(streamId, 1, 0, state.subarray(10)));
      connection.write(state);
      connection.write(state);
      connection.write(rawFrame(0xffff_ffff, 1, 0, Buffer.alloc(0)));
      connection.write(request(1, "State", Buffer.alloc(0)));
      connection.write(rawFrame(77, 9, 255, Buffer.from("no such type")));
      await eventually("all but the unknown type are answered", () => connection.answers === 7);
      // Read to its end, which never comes.
      connection.write(rawFrame(5, 1, 0, Buffer.alloc(1 << 20), 0xffff_ffff));
      await eventually("it is taken", () => connection.waiting === 0);
      expect(connection.answers).toBe(7);
      connection.close();
    });
  });

  test("half frames of 500 connections", async () => {
    await whileServed(async () => {
      const connections = await Promise.all(Array.from({ length: 500 }, () => RawConnection.open(address)));
      for (const [n, connection] of connections.entries()) {
        connection.write(
          rawFrame(1, 1, 0, Buffer.alloc(n % 3 === 0 ? 0 : 2000), 4 << 20).subarray(0, n % 7 === 0 ? 5 : 2010),
        );
      }
      await eventually("all is taken", () => connections.every(({ waiting }) => waiting === 0));
      await container.client.call("Connect", { id: container.id });
      for (const connection of connections) connection.close();
    });
    await memoryIsBack();
  });

  test("a flood whose answers nobody reads", async () => {
    const stream = Buffer.concat(
      Array.from({ length: 2000 }, (_, n) => requestFrame(2 * n + 1, { service: "x".repeat(1000), method: "y" })),
    );
    await whileServed(async () => {
      const connection = await RawConnection.open(address);
      connection.stopReading();
      // 2000 refusals of a kilobyte each and again, until the shim takes no more.
      let written = 0;
      while (connection.waiting < 8 << 20 && written < 64) {
        connection.write(stream);
        written += 1;
      }
      await eventually("the shim reads no more", async () => {
        const left = connection.waiting;
        await container.client.call("State", { id: container.id });
        return left > 0 && connection.waiting === left;
      });
      expect(privateKiB()).toBeLessThan(before + 96 * 1024);
      connection.close();
    });
    await memoryIsBack();
  });

  test("thousands of calls that wait, given up at once", { timeout: 180_000 }, async () => {
    await whileServed(async () => {
      for (let round = 0; round < sized(2, 4); round += 1) {
        const connection = await RawConnection.open(address);
        const payload = t.WaitRequest.encode({ id: container.id }).finish();
        connection.write(Buffer.concat(Array.from({ length: 5000 }, (_, n) => request(2 * n + 1, "Wait", payload))));
        await eventually("all are taken", () => connection.waiting === 0);
        connection.close();
      }
    });
    await memoryIsBack();
  });
});
