// A task that containerd refuses when its shim is there already.

import { existsSync, rmSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import grpc from "@grpc/grpc-js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ociSpec } from "../../conformance/driver/oci-spec.ts";
import { ask } from "../../operate/ask.ts";
import { writeFields } from "../../proto/wire.ts";
import { useDriver } from "../driver/use-driver.ts";
import { fallsAsleep } from "../helpers/asleep.ts";
import { isContainerd2 } from "../helpers/daemon-under-test.ts";
import { describeShims } from "../helpers/describe-shims.ts";
import { eventually } from "../helpers/eventually.ts";
import { isAlive, killProcess, listProcesses } from "../helpers/processes.ts";
import { isOurs } from "../helpers/shim-under-test.ts";
import { isSoak } from "../helpers/soak.ts";
import { useContainerd } from "../helpers/use-containerd.ts";

// containerd 1.x does not look into the specification: not even skipped there.
const describeWhereRead = isContainerd2 ? describe : () => undefined;

describeWhereRead("a specification that containerd can't read", () => {
  const containerd = useContainerd();
  let client: grpc.Client | undefined;
  beforeAll(() => {
    client = new grpc.Client(`unix://${containerd().address}`, grpc.credentials.createInsecure());
  });
  afterAll(() => client?.close());

  const same = (bytes: Buffer) => bytes;
  /** The error's text; empty when there is none. */
  const call = (method: string, request: Uint8Array) => {
    const metadata = new grpc.Metadata();
    metadata.set("containerd-namespace", containerd().namespace);
    return new Promise<string>((resolve) => {
      client?.makeUnaryRequest(`/containerd.services.${method}`, same, same, Buffer.from(request), metadata, (error) =>
        resolve(error?.message ?? ""),
      );
    });
  };

  const make = async (spec: string): Promise<string> => {
    const id = containerd().newId();
    const packed = writeFields([
      [1, "types.containerd.io/opencontainers/runtime-spec/1/Spec"],
      [2, Buffer.from(spec)],
    ]);
    const container = writeFields([
      [1, id],
      [4, writeFields([[1, containerd().shim.runtime]])],
      [5, packed],
    ]);
    expect(await call("containers.v1.Containers/Create", writeFields([[1, container]]))).toBe("");
    return id;
  };
  const createTask = (id: string) => call("tasks.v1.Tasks/Create", writeFields([[1, id]]));
  const shimOf = (id: string) =>
    listProcesses().find(({ commandLine }) => commandLine.join(" ").includes(`-id ${id}`))?.pid;

  const spec = { ...ociSpec({ args: ["sleep", "1000"], rootfs: "/nowhere", cgroupsPath: "" }) };

  test("for what `start` reads of it, is refused there, and the id is free", async () => {
    const id = await make(JSON.stringify({ ...spec, Annotations: [] }));
    for (let attempt = 0; attempt < 2; attempt += 1) expect(await createTask(id)).toContain("start failed");
    expect(shimOf(id)).toBeUndefined();
    await call("containers.v1.Containers/Delete", writeFields([[1, id]]));
  });

  // With the Go shim the id is not free before the daemon is started anew.
  test.runIf(isOurs)("for anything else, leaves no shim, and the id is free", { timeout: 40_000 }, async () => {
    const id = await make(JSON.stringify({ ...spec, process: { args: [1] } }));
    expect(await createTask(id)).toContain("cannot unmarshal number");
    const pid = shimOf(id);
    expect(await createTask(id)).toContain("already exists");
    await eventually("its shim is gone", () => pid !== undefined && !isAlive(pid), { timeoutMs: 25_000 });
    await eventually("the id is free", async () => (await createTask(id)).includes("cannot unmarshal number"));
    const second = shimOf(id);
    await eventually("the second one is gone", () => second === undefined || !isAlive(second), { timeoutMs: 25_000 });
    await call("containers.v1.Containers/Delete", writeFields([[1, id]]));
  });
});

describe.runIf(isOurs)("a shim that was asked for nothing", () => {
  const driver = useDriver();

  /** As `runts top` does, in the middle of which containerd may be away. */
  const lookOn = async (socket: string, signal: AbortSignal) => {
    while (!signal.aborted) {
      await ask({ kind: "runts", socket }, { timeoutMs: 5000 });
      await delay(500);
    }
  };

  /** Says what those that stay are doing, as their logs have it. */
  const hasLeft = async (pids: readonly number[]) => {
    try {
      await eventually("they have left", () => !pids.some(isAlive), { timeoutMs: 35_000 });
    } catch (error) {
      const left = pids.filter(isAlive);
      throw new Error(`${(error as Error).message}\n${await describeShims(left)}`, { cause: error });
    }
  };

  test("stays while its bundle is there, or while another `start` may have joined it", {
    timeout: 60_000,
  }, async () => {
    const annotations = { "io.containerd.runc.v2.group": driver().newId("group") };
    const [waiting, first, second] = [
      driver().bundle(),
      driver().bundle({ annotations }),
      driver().bundle({ annotations }),
    ];
    const waitingClient = await driver().shim(waiting);
    await driver().shim(first);
    const client = await driver().shim(second);
    rmSync(first.path, { recursive: true });
    await new Promise((resolve) => setTimeout(resolve, 22_000));
    for (const [bundle, answers] of [
      [second, client],
      [waiting, waitingClient],
    ] as const) {
      await answers.call("Create", bundle.createRequest());
      await answers.call("Delete", { id: bundle.id });
      await driver().shutdown(answers, bundle);
    }
  });

  test("leaves when the daemon that started it is gone, whether or not another one has found it", {
    timeout: 60_000,
  }, async () => {
    const [closed, found, missed] = [driver().bundle(), driver().bundle(), driver().bundle()];
    const pids: number[] = [];
    for (const bundle of [closed, found]) {
      const first = await driver().shim(bundle);
      // It has taken the connection.
      await expect(first.call("State", { id: bundle.id })).rejects.toThrow("not found");
      pids.push(bundle.shimPid() ?? 0);
      first.close();
    }
    // No daemon is back sooner.
    await delay(1000);
    // As containerd 1.6 looks whether a shim is alive.
    for (const bundle of [found, missed]) {
      const next =
        bundle === missed ? await driver().shim(bundle) : await driver().connect(await bundle.waitForFile("address"));
      expect((await next.call("Connect", { id: bundle.id })).taskPid).toBe(0);
    }
    pids.push(missed.shimPid() ?? 0);
    expect(pids.every(isAlive)).toBe(true);
    // Who only looks on keeps nobody.
    const end = new AbortController();
    const looking = [closed, found, missed].map(({ socket }) => lookOn(socket, end.signal));
    await hasLeft(pids).finally(() => end.abort());
    await Promise.all(looking);
  });

  test("leaves when the daemon is killed between the last Delete and Shutdown", { timeout: 60_000 }, async () => {
    const bundle = driver().bundle();
    const client = await driver().shim(bundle);
    const { id } = bundle;
    await client.call("Create", bundle.createRequest());
    await client.call("Delete", { id });
    const pid = bundle.shimPid() ?? 0;
    client.close();
    await hasLeft([pid]);
    expect(existsSync(bundle.socket)).toBe(false);
  });

  test("and one that was taken for dead: its containers were ended by `delete`, their bundles are removed", {
    timeout: 60_000,
  }, async () => {
    const annotations = { "io.containerd.runc.v2.group": driver().newId("group") };
    const [first, second, kept, drowsy] = [
      driver().bundle({ annotations }),
      driver().bundle({ annotations }),
      driver().bundle(),
      driver().bundle(),
    ];
    for (const bundle of [first, second, kept, drowsy]) {
      // Nothing would wake it to look.
      const words = bundle === drowsy ? { environment: { RUNTS_SLEEP_AFTER: "0.3" } } : {};
      const client = await driver().shim(bundle, words);
      await client.call("Create", bundle.createRequest());
      await client.call("Start", { id: bundle.id });
      client.close();
    }
    const [pid = 0, pidOfKept = 0, pidOfDrowsy = 0] = [first.shimPid(), kept.shimPid(), drowsy.shimPid()];
    for (const bundle of [first, kept, drowsy]) await bundle.delete();
    for (const { path } of [first, drowsy]) rmSync(path, { recursive: true });
    await delay(15_000);
    expect(isAlive(pid)).toBe(true);
    await second.delete();
    rmSync(second.path, { recursive: true });
    await hasLeft([pid, pidOfDrowsy]);
    expect([first, drowsy].filter(({ socket }) => existsSync(socket))).toEqual([]);
    // What has ended can be asked for as long as its bundle is there.
    const client = await driver().connect(kept.socket);
    expect(isAlive(pidOfKept)).toBe(true);
    expect(await client.call("Delete", { id: kept.id })).toMatchObject({ exitStatus: 137 });
    await driver().shutdown(client, kept);
  });

  test.runIf(isSoak)(
    "and one whose containers have ended long before their bundles are removed",
    {
      timeout: 120_000,
    },
    async () => {
      const bundles = [driver().bundle(), driver().bundle()];
      const pids: number[] = [];
      for (const bundle of bundles) {
        const environment = { RUNTS_SLEEP_AFTER: bundle === bundles[0] ? "0.3" : "0" };
        const client = await driver().shim(bundle, { environment });
        const { pid } = await client.call("Create", bundle.createRequest());
        pids.push(bundle.shimPid() ?? 0);
        killProcess(pid, "SIGKILL");
        await client.call("Wait", { id: bundle.id });
        client.close();
      }
      await fallsAsleep(pids[0] ?? 0, 45_000);
      await delay(35_000);
      expect(pids.every(isAlive)).toBe(true);
      // The daemon is back, and can't reach them.
      for (const bundle of bundles) {
        await bundle.delete();
        rmSync(bundle.path, { recursive: true });
      }
      await hasLeft(pids);
    },
  );
});
