// `runts` beside Docker: what install writes into daemon.json is what dockerd takes, and its containers can be looked into.

import { describe, expect, test } from "vitest";
import { editDockerConfig } from "../../operate/install/docker-config.ts";
import type { ShimReport } from "../../operate/report.ts";
import { dockerUnderTest } from "../helpers/docker-under-test.ts";
import { eventually } from "../helpers/eventually.ts";
import { runts, runtsJson } from "../helpers/runts.ts";
import { isOurs, shimUnderTest } from "../helpers/shim-under-test.ts";
import { useDocker } from "../helpers/use-docker.ts";

// 20.10 takes no shim by its name.
describe.runIf(isOurs && dockerUnderTest === "28")("with a daemon.json that install has edited", () => {
  const edited = editDockerConfig('{\n  "log-level": "warn"\n}\n', {
    name: "runts",
    runtimeType: shimUnderTest.runtime,
  });
  const docker = useDocker({ configuration: JSON.parse(edited) as object });

  test("Docker runs containers by it, and inspect shows them by Docker's short id", async () => {
    const id = await docker().runDetached(["sh", "-c", "echo hello; sleep 1000"], ["--runtime=runts"]);
    await eventually("it has written", async () => (await docker().run("logs", id)).trim() === "hello");
    const [report] = await runtsJson<ShimReport[]>(["inspect", id.slice(0, 12)]);
    expect(report).toMatchObject({
      kind: "runts",
      program: "containerd-shim-runts-v2",
      containers: [{ id, state: "running", processes: [{ process: "init" }] }],
    });
    const stdout = report?.containers[0]?.processes[0]?.streams.find(({ stream }) => stream === "stdout");
    // dockerd reads it.
    expect(stdout).toMatchObject({ kind: "fifo", waiting: 0, others: [expect.stringMatching(/^dockerd \d+$/)] });
    expect((await runts(["doctor", id])).exitCode).toBe(0);
    await docker().remove(id);
  });
});
