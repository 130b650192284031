// The same shims below a real daemon: how many tasks a second, eight clients at once.
import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { daemonOf } from "../test/helpers/daemon-under-test.ts";
import { PrivateContainerd } from "../test/helpers/private-containerd.ts";
import { imageName, makeImageArchive } from "../test/helpers/rootfs-image.ts";
import type { Contender } from "./contender.ts";
import { type Effort, type Metric, type Results, takeTurns, timed } from "./measure.ts";

export const throughContainerd = {
  rate: {
    key: "tasks-per-second",
    title: "tasks through containerd 2.1, 8 at once (`ctr run --rm … true`)",
    unit: "1/s",
    better: "more",
    digits: 1,
    target: { ratio: 1 },
  },
} as const satisfies Record<string, Metric>;

const clients = 8;

/** A daemon that knows the contender as io.containerd.bench.v2, whatever it is. */
async function startDaemon(directory: string, { executable, name }: Contender, imageArchive: string) {
  const path = mkdtempSync(join(directory, "bin-"));
  symlinkSync(executable, join(path, "containerd-shim-bench-v2"));
  const runtime = "io.containerd.bench.v2";
  const kind = name === "runts" ? "bun" : "go";
  return PrivateContainerd.start({
    shim: { kind, runtime, executable, path: [path] },
    daemon: daemonOf("2.1"),
    imageArchive,
  });
}

async function runTasks(daemon: PrivateContainerd, count: number): Promise<void> {
  const { ctr, shim } = daemon;
  let left = count;
  const client = async () => {
    while (left-- > 0) await ctr.run("run", "--rm", "--runtime", shim.runtime, imageName, daemon.newId(), "true");
  };
  await Promise.all(Array.from({ length: clients }, client));
}

export async function measureThroughContainerd(
  contenders: readonly Contender[],
  effort: Effort,
  results: Results,
): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), "runts-bench-"));
  const daemons = new Map<Contender, PrivateContainerd>();
  try {
    const archive = await makeImageArchive(directory);
    for (const contender of contenders) daemons.set(contender, await startDaemon(directory, contender, archive));
    await takeTurns(contenders, effort.daemonRounds, async (contender) => {
      const daemon = daemons.get(contender) as PrivateContainerd;
      const ms = await timed(() => runTasks(daemon, effort.tasksPerRound));
      results.add(throughContainerd.rate, contender.name, (effort.tasksPerRound * 1000) / ms);
    });
  } finally {
    for (const daemon of daemons.values()) await daemon.stop();
    rmSync(directory, { recursive: true });
  }
}
