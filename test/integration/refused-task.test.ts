// A task that containerd refuses when its shim is there already.

import grpc from "@grpc/grpc-js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ociSpec } from "../../conformance/driver/oci-spec.ts";
import { writeFields } from "../../proto/wire.ts";
import { isContainerd2 } from "../helpers/daemon-under-test.ts";
import { eventually } from "../helpers/eventually.ts";
import { isAlive, listProcesses } from "../helpers/processes.ts";
import { isOurs } from "../helpers/shim-under-test.ts";
import { useContainerd } from "../helpers/use-containerd.ts";

const noTest = () => undefined;

describe("a specification that containerd can't read", () => {
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

  // With the Go shim the id is not free before the daemon is started anew. containerd 1.x does not look into the specification: not
  // even skipped there.
  (isContainerd2 && isOurs ? test : noTest)(
    "for anything else, leaves no shim, and the id is free",
    { timeout: 40_000 },
    async () => {
      const id = await make(JSON.stringify({ ...spec, process: { args: [1] } }));
      expect(await createTask(id)).toContain("cannot unmarshal number");
      const pid = shimOf(id);
      expect(await createTask(id)).toContain("already exists");
      await eventually("its shim is gone", () => pid !== undefined && !isAlive(pid), { timeoutMs: 25_000 });
      await eventually("the id is free", async () => (await createTask(id)).includes("cannot unmarshal number"));
      const second = shimOf(id);
      await eventually("the second one is gone", () => second === undefined || !isAlive(second), { timeoutMs: 25_000 });
      await call("containers.v1.Containers/Delete", writeFields([[1, id]]));
    },
  );
});
