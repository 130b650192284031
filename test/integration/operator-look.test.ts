import { test } from "vitest";
import { execWords, remove, runDetached } from "../helpers/containers.ts";
import { runts } from "../helpers/runts.ts";
import { useContainerd } from "../helpers/use-containerd.ts";

const containerd = useContainerd();
test("look", async () => {
  const id = await runDetached(containerd(), ["sh", "-c", "yes"]);
  await containerd().ctr.run(...execWords(id, ["sleep", "1000"], { flags: ["--detach"], execId: "e1" }));
  const go = await runDetached(containerd(), ["sleep", "1000"], { runtime: "io.containerd.runc.v2" });
  await containerd().ctr.run(...execWords(go, ["sleep", "1000"], { flags: ["--detach"], execId: "e2" }));
  console.log((await runts(["ps"])).stdout);
  console.log((await runts(["ps", "--no-ask"])).stdout);
  console.log((await runts(["inspect", id])).stdout);
  console.log((await runts(["inspect", go])).stdout);
  console.log((await runts(["inspect", id, "--json"])).stdout);
  console.log((await runts(["top", "-i", "0.5"])).stdout);
  await remove(containerd(), id);
  await remove(containerd(), go);
});
