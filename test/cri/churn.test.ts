// Many pods come and go. The check after each test (use-containerd.ts) says whether anything of them is left.

import { expect, test } from "vitest";
import { eventually } from "../helpers/eventually.ts";
import { Pod } from "./pod.ts";
import { useCri } from "./use-cri.ts";

const cri = useCri();

test("100 pods, five at a time, come and go; nothing is left", { timeout: 180_000 }, async () => {
  const numbers = Array.from({ length: 100 }, (_, n) => n);
  const worker = async () => {
    for (let n = numbers.shift(); n !== undefined; n = numbers.shift()) await liveAndDie(n);
  };
  await Promise.all(Array.from({ length: 5 }, worker));
  const { items } = await cri().client.call("ListPodSandbox", {});
  expect(items).toEqual([]);
});

/** A container that ends by itself and one that is still running when its pod is removed, with or without being asked. */
async function liveAndDie(n: number): Promise<void> {
  const pod = await Pod.run(cri(), { handler: n % 2 === 0 ? "named" : "as-runc" });
  const job = await pod.start(["sh", "-c", `exit ${n}`], { name: "job" });
  const server = await pod.start(["sh", "-c", `echo server ${n}; sleep 1000`], { name: "server" });
  expect(await server.exec(["sh", "-c", `echo exec ${n}; exit ${n}`])).toMatchObject({
    stdout: `exec ${n}\n`,
    exitCode: n,
  });
  expect(await job.exited()).toMatchObject({ exitCode: n });
  await eventually("it has spoken", () => server.logged("stdout") === `server ${n}\n`);
  if (n % 4 < 2) await server.stop();
  await pod.remove();
}
