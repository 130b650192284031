// Bytes as Go's ttrpc wrote them: containerd-shim-runc-v2 1.6.20 (Debian 12) answering these very requests.

import { describe, expect, test } from "vitest";
import { containerd } from "../proto/gen/task.js";
import { ttrpc } from "../proto/gen/ttrpc.js";
import { bytePipe } from "../test/fixtures/byte-pipe.ts";
import { rawFrame, settled } from "../test/fixtures/raw-ttrpc.ts";
import { Client } from "./client.ts";
import { encodeRequest } from "./frame.ts";
import { method } from "./method.ts";
import { Server } from "./server.ts";
import { Code, TtrpcError } from "./status.ts";

const { ConnectRequest, ConnectResponse, StateRequest, StateResponse } = containerd.task.v2;
const service = "containerd.task.v2.Task";

const exchanges: { name: string; request: Buffer | string; answer: string }[] = [
  {
    name: "Connect with a deadline and metadata",
    request:
      "0000004e0000000101000a17636f6e7461696e6572642e7461736b2e76322e5461736b1207436f6e6e6563741a030a01792080e497d0" +
      "122a1f0a1a636f6e7461696e6572642d6e616d6573706163652d7474727063120178",
    answer: "00000006000000010200120408b9f201",
  },
  {
    name: "State of no container",
    request: "000000280000000301000a17636f6e7461696e6572642e7461736b2e76322e5461736b120553746174651a060a046e6f7065",
    answer: "000000260000000302000a2408051220636f6e7461696e6572206e6f7420637265617465643a206e6f7420666f756e64",
  },
  {
    name: "an unknown service",
    request: "0000000d0000000501000a046e6f706512055374617465",
    answer: "000000120000000502000a10080c120c73657276696365206e6f7065",
  },
  {
    name: "an unknown method",
    request: "0000001f0000000701000a17636f6e7461696e6572642e7461736b2e76322e5461736b12044e6f7065",
    answer: "000000110000000702000a0f080c120b6d6574686f64204e6f7065",
  },
  {
    name: "a message over the limit",
    request: rawFrame(11, 1, 0, Buffer.alloc(4194305)),
    answer:
      "000000430000000b02000a410808123d6d657373616765206c656e677468203431393433303520657863656564206d6178696d756d20" +
      "6d6573736167652073697a65206f662034313934333034",
  },
  {
    name: "an even stream id",
    request: "0000000d0000000c01000a046e6f706512055374617465",
    answer:
      "000000370000000c02000a350803123153747265616d4944206d757374206265206f646420666f7220636c69656e7420696e69746961" +
      "7465642073747265616d73",
  },
  { name: "an unknown type", request: "000000010000000f090000", answer: "" },
  {
    name: "a request without data",
    request: "00000000000000130100",
    answer: "0000000e0000001302000a0c080c12087365727669636520",
  },
];

function startTask() {
  const server = new Server({ toStatus: (error) => ({ code: Code.unknown, message: String(error) }) });
  server.register(service, {
    Connect: method(ConnectRequest, ConnectResponse, () => ({ shimPid: 31033 })),
    State: method(StateRequest, StateResponse, () => {
      throw new TtrpcError(Code.notFound, "container not created: not found");
    }),
  });
  const [near, far] = bytePipe();
  server.serve(near);
  return far;
}

describe("Server answers with the bytes of the Go server to", () => {
  test.each(exchanges)("$name", async ({ request, answer }) => {
    const far = startTask();
    const received: Buffer[] = [];
    far.on("data", (chunk) => received.push(chunk));
    far.write(typeof request === "string" ? Buffer.from(request, "hex") : request);
    await settled();
    expect(Buffer.concat(received).toString("hex")).toBe(answer);
  });
});

describe("Client", () => {
  test("writes the bytes that the Go server understood, and reads its answer", async () => {
    const [near, far] = bytePipe();
    const client = new Client(near);
    const call = client.call(
      service,
      "Connect",
      ConnectRequest,
      ConnectResponse,
      { id: "y" },
      {
        timeoutMs: 5000,
        metadata: [["containerd-namespace-ttrpc", "x"]],
      },
    );
    const [chunk] = await new Promise<Buffer[]>((resolve) => far.on("data", (data) => resolve([data])));
    expect(chunk?.toString("hex")).toBe(exchanges[0]?.request);
    far.write(Buffer.from(exchanges[0]?.answer as string, "hex"));
    expect(await call).toMatchObject({ shimPid: 31033 });
  });

  test("reads the Go server's failures", async () => {
    const [near, far] = bytePipe();
    const client = new Client(near);
    const call = client.call(service, "State", StateRequest, StateResponse, { id: "nope" });
    const bytes = Buffer.from(exchanges[1]?.answer as string, "hex");
    bytes.writeUInt32BE(1, 4);
    far.write(bytes);
    await expect(call).rejects.toMatchObject({ code: Code.notFound, message: "container not created: not found" });
  });
});

test("encodeRequest leaves an empty payload, timeout and metadata out, as Go does", () => {
  const frame = encodeRequest(7, { service, method: "Nope", payload: ttrpc.KeyValue.encode({}).finish() });
  expect(Buffer.from(frame).toString("hex")).toBe(exchanges[3]?.request);
});
