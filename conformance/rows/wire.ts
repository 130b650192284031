// The connection itself: services, payloads, many calls at once, and bytes that no client sends (docs/contract/wire.md 1.6).

import { containerd } from "../../proto/gen/task.js";
import { eventually } from "../driver/eventually.ts";
import { holds, matches, same } from "../expect.ts";
import { RawConnection } from "../raw-connection.ts";
import { page, type Row } from "../row.ts";
import type { Stage } from "../stage.ts";

const { ConnectRequest } = containerd.task.v2;

/** A shim without a task, a connection on which all is allowed, and afterwards a call that shows that the shim lives. */
async function withPeer(
  stage: Stage,
  body: (peer: RawConnection, service: string, id: string) => Promise<void>,
): Promise<void> {
  const { bundle, client } = await stage.empty();
  const peer = await RawConnection.open(bundle);
  try {
    await body(peer, client.service, bundle.id);
    holds("the shim has a pid to tell afterwards", (await client.call("Connect", { id: bundle.id })).shimPid > 0);
  } finally {
    peer.close();
  }
  await stage.driver.shutdown(client, bundle);
}

const connectPayload = (id: string) => ConnectRequest.encode({ id }).finish();

export const rows: readonly Row[] = [
  {
    name: "A service that nobody has: code 12, with its name",
    contract: page.wire("1.6"),
    check: (stage) =>
      withPeer(stage, async (peer) => {
        const { code, message } = await peer.call({ service: "no.such.Service", method: "State" });
        same("code", code, 12);
        matches("message", message, /no\.such\.Service/);
      }),
  },
  {
    name: "A method that the service has not: code 12, with its name",
    contract: page.wire("1.6"),
    check: (stage) =>
      withPeer(stage, async (peer, service) => {
        const { code, message } = await peer.call({ service, method: "NoSuchMethod" });
        same("code", code, 12);
        matches("message", message, /NoSuchMethod/);
      }),
  },
  {
    name: "A payload that is no message of the method: code 13, and the shim lives",
    contract: page.wire("1.6"),
    check: (stage) =>
      withPeer(stage, async (peer, service) => {
        const { code } = await peer.call({ service, method: "State", payload: Buffer.from([0x0a, 0xff]) });
        same("code", code, 13);
      }),
  },
  {
    name: "A request that is none: code 3, and the connection lives",
    contract: page.wire("1.6"),
    check: (stage) =>
      withPeer(stage, async (peer, service, id) => {
        const answer = await peer.answer(peer.frame(Buffer.from([0x0a, 0xff])));
        same("code", answer.code, 3);
        same(
          "code of the next call",
          (await peer.call({ service, method: "Connect", payload: connectPayload(id) })).code,
          0,
        );
      }),
  },
  {
    name: "An empty answer: a Response of no bytes",
    contract: page.wire("1.5"),
    async check(stage) {
      const container = await stage.create();
      const peer = await RawConnection.open(container.bundle);
      const payload = containerd.task.v2.CloseIORequest.encode({ id: container.id, stdin: true }).finish();
      const { code, bytes } = await peer.call({ service: container.client.service, method: "CloseIO", payload });
      peer.close();
      same("code and bytes", [code, bytes], [0, 0]);
      await container.kill(9);
      await container.wait();
      await container.end();
    },
  },
  {
    name: "A request in two halves, the second a moment later: answered",
    contract: page.wire("1.1"),
    check: (stage) =>
      withPeer(stage, async (peer, service, id) => {
        const { ttrpc } = await import("../../proto/gen/ttrpc.js");
        const data = ttrpc.Request.encode({ service, method: "Connect", payload: connectPayload(id) }).finish();
        const streamId = peer.frame(data.subarray(0, 5), { length: data.length });
        await new Promise((resolve) => setImmediate(resolve));
        peer.write(data.subarray(5));
        same("code", (await peer.answer(streamId)).code, 0);
      }),
  },
  {
    name: "A frame over 4 MiB: refused with code 8, and the connection lives",
    contract: "docs/known-failures.md: KF-116",
    check: (stage) =>
      withPeer(stage, async (peer, service, id) => {
        const streamId = peer.frame(Buffer.alloc(5 << 20));
        same("code", (await peer.answer(streamId)).code, 8);
        same(
          "code of the next call",
          (await peer.call({ service, method: "Connect", payload: connectPayload(id) })).code,
          0,
        );
      }),
  },
  {
    name: "A client that hangs up in the middle of a frame: the next one is served",
    contract: "docs/known-failures.md: KF-115",
    check: (stage) =>
      withPeer(stage, async (peer) => {
        peer.frame(Buffer.from([1, 2, 3]), { length: 1000 });
        peer.close();
      }),
  },
  {
    name: "Two hundred calls at once on one connection: each answered once",
    contract: page.wire("1.6"),
    check: (stage) =>
      withPeer(stage, async (peer, service, id) => {
        const { ttrpc } = await import("../../proto/gen/ttrpc.js");
        const data = ttrpc.Request.encode({ service, method: "Connect", payload: connectPayload(id) }).finish();
        const streams = Array.from({ length: 200 }, () => peer.frame(data));
        await eventually("two hundred answers", () => peer.answers.length >= streams.length, { timeoutMs: 10_000 });
        same(
          "their streams",
          peer.answers.map(({ streamId }) => streamId).toSorted((a, b) => a - b),
          streams,
        );
      }),
  },
  {
    name: "A Wait that lasts: other calls of the connection are answered",
    contract: page.wire("1.6"),
    async check(stage) {
      const container = await stage.run();
      const waited = container.wait();
      same("status", (await container.state()).status, 2);
      await container.kill(9);
      same("exit status", await waited, 137);
      await container.end();
    },
  },
  {
    name: "A client that goes away while it waits: nothing else changes",
    contract: page.wire("1.6"),
    async check(stage) {
      const container = await stage.run();
      const peer = await RawConnection.open(container.bundle);
      const { ttrpc } = await import("../../proto/gen/ttrpc.js");
      const payload = containerd.task.v2.WaitRequest.encode({ id: container.id }).finish();
      peer.frame(ttrpc.Request.encode({ service: container.client.service, method: "Wait", payload }).finish());
      peer.close();
      same("status", (await container.state()).status, 2);
      await container.end();
    },
  },
  {
    name: "The task service as v2 and as v3: at least the one that was announced, and both for containerd 2",
    contract: page.wire("3"),
    check: (stage) =>
      withPeer(stage, async (peer, _service, id) => {
        const payload = connectPayload(id);
        const codes = [];
        for (const version of [2, 3]) {
          const service = `containerd.task.v${version}.Task`;
          codes.push((await peer.call({ service, method: "Connect", payload })).code);
        }
        same("codes of both", codes, [0, 0]);
      }),
  },
];
