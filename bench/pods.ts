// Pods: ours without a pause container (sandboxer = "shim"), the Go shim with one. By the driver, the part of it that is the shim's and
// the runtime's; by containerd's CRI plugin, all of it, with a network plugin that does nothing.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { NamespaceMode, TestPod } from "../conformance/driver/sandbox-client.ts";
import { CriClient } from "../test/cri/cri-client.ts";
import { type Cri, Pod } from "../test/cri/pod.ts";
import { daemonOf } from "../test/helpers/daemon-under-test.ts";
import { eventually } from "../test/helpers/eventually.ts";
import { PrivateContainerd } from "../test/helpers/private-containerd.ts";
import { listProcesses, readMemory } from "../test/helpers/processes.ts";
import { imageName, makeImageArchive, pauseImageName } from "../test/helpers/rootfs-image.ts";
import { shims } from "../test/helpers/shim-under-test.ts";
import { type Contender, reference } from "./contender.ts";
import { type Effort, type Metric, type Results, takeTurns, timed } from "./measure.ts";

const milliseconds = { unit: "ms", better: "less" } as const;

export const pods = {
  ready: {
    key: "pod-ready",
    title: "pod to ready, by the driver (Go: `start`, Create and Start of pause)",
    ...milliseconds,
  },
  run: {
    key: "pod-run",
    title: "RunPodSandbox, containerd 2.1, a network plugin that does nothing",
    ...milliseconds,
    target: { ratio: 0.35 },
  },
  firstOutput: {
    key: "pod-first-output",
    title: "pod with one container to its first output, the same way",
    ...milliseconds,
    target: { ratio: 0.65 },
  },
  remove: { key: "pod-remove", title: "StopPodSandbox and RemovePodSandbox of it", ...milliseconds },
  memory: {
    key: "pod-memory",
    title: "private dirty memory of an idle pod with one container: all its processes but the container's",
    unit: "MiB",
    better: "less",
    digits: 2,
    target: { ratio: 0.8 },
  },
  pss: { key: "pod-pss", title: "PSS of the same", unit: "MiB", better: "less", digits: 2 },
  processes: { key: "pod-processes", title: "processes of it", unit: "", better: "less", target: { fixed: 2 } },
  rate: {
    key: "pods-per-second",
    title: "pods with a container that ends, 8 at once",
    unit: "1/s",
    better: "more",
    digits: 2,
  },
} as const satisfies Record<string, Metric>;

const clients = 8;
const kibibyte = 1 / 1024;
/** Both engines give memory back when nothing happens for a while. */
const settleMs = 8000;

/** Who makes pods: the shim of this name below the handler of the same. */
const handlers = { runts: "ours", [reference]: "pause" } as const;

/** containerd 2.1 with both ways, and a network that costs nothing. */
async function startDaemon(directory: string): Promise<PrivateContainerd> {
  const commands = join(directory, "commands");
  mkdirSync(commands);
  symlinkSync(shims.bun.executable, join(commands, "containerd-shim-runts-v2"));
  // containerd looks for the loopback plugin in any case.
  const result = {
    cniVersion: "0.4.0",
    interfaces: [{ name: "eth0", sandbox: "x" }],
    ips: [{ version: "4", address: "10.0.0.2/24", interface: 0 }],
  };
  writeFileSync(join(commands, "nothing"), `#!/bin/sh\nread -r _\necho '${JSON.stringify(result)}'\n`, { mode: 0o755 });
  const plugin = 'plugins."io.containerd.cri.v1.runtime"';
  const config = (containerd: PrivateContainerd) => `
[plugins."io.containerd.cri.v1.images".pinned_images]
sandbox = "${pauseImageName}"
[${plugin}]
restrict_oom_score_adj = true
netns_mounts_under_state_dir = true
[${plugin}.cni]
bin_dirs = ["${commands}", "/usr/lib/cni"]
conf_dir = "${join(containerd.directory, "cni")}"
[${plugin}.containerd]
default_runtime_name = "pause"
[${plugin}.containerd.runtimes.pause]
runtime_type = "io.containerd.runc.v2"
[${plugin}.containerd.runtimes.ours]
runtime_type = "io.containerd.runts.v2"
sandboxer = "shim"
`;
  return PrivateContainerd.start({
    shim: { kind: "bun", runtime: "io.containerd.runts.v2", executable: shims.bun.executable, path: [commands] },
    daemon: daemonOf("2.1"),
    imageArchive: await makeImageArchive(directory),
    cri: {
      configVersion: 3,
      configure(containerd) {
        mkdirSync(join(containerd.directory, "cni"));
        const network = { cniVersion: "0.4.0", name: "bench", plugins: [{ type: "nothing" }] };
        writeFileSync(join(containerd.directory, "cni/10-bench.conflist"), JSON.stringify(network));
        return config(containerd);
      },
      podDirectories: () => [],
    },
  });
}

async function untilReady({ client }: Cri): Promise<void> {
  await eventually("pods can be made", async () => {
    const { status } = await client.call("Status", {});
    const images = [imageName, pauseImageName].map((image) => client.call("ImageStatus", { image: { image } }));
    return (
      status.conditions.every((condition) => condition.status) &&
      (await Promise.all(images)).every(({ image }) => image)
    );
  });
}

/** By the driver: what containerd waits for. */
async function untilReadyWithoutDaemon({ name, driver }: Contender, results: Results): Promise<void> {
  if (name === "runts") {
    let pod: TestPod | undefined;
    const config = {
      hostname: "bench",
      linux: { securityContext: { namespaceOptions: { pid: NamespaceMode.CONTAINER } } },
    };
    const ms = await timed(async () => {
      pod = await TestPod.boot(driver);
      await pod.create(config);
      await pod.call("StartSandbox");
    });
    results.add(pods.ready, name, ms);
    await pod?.end();
    await pod?.bundle.delete();
    return;
  }
  const bundle = driver.bundle({ args: ["sleep", "1000"] });
  const before = performance.now();
  const client = await driver.shim(bundle);
  await client.call("Create", bundle.createRequest());
  await client.call("Start", { id: bundle.id });
  results.add(pods.ready, name, performance.now() - before);
  await driver.end(client, bundle);
  await bundle.delete();
}

const handlerOf = ({ name }: Contender) => handlers[name as keyof typeof handlers] as "as-runc";

/** The first byte of the container's log. */
async function untilOutput(file: string): Promise<void> {
  while (!existsSync(file) || readFileSync(file).length === 0) await delay(0.5);
}

async function onePod(cri: Cri, contender: Contender, results: Results): Promise<void> {
  const { name } = contender;
  const before = performance.now();
  const pod = await Pod.run(cri, { handler: handlerOf(contender) });
  results.add(pods.run, name, performance.now() - before);
  const container = await pod.start(["sh", "-c", "echo hello; exec sleep 1000"]);
  await untilOutput(container.logFile);
  results.add(pods.firstOutput, name, performance.now() - before);
  await container.stop();
  results.add(pods.remove, name, await timed(() => pod.remove()));
}

/** Shim, and what it has below it. */
function processesOf(cri: Cri, pod: Pod): number[] {
  const shim = cri.containerd.shimPid(pod.id);
  return [
    shim,
    ...listProcesses()
      .filter(({ parent, state }) => parent === shim && state !== "Z")
      .map(({ pid }) => pid),
  ];
}

async function measureIdle(
  cri: Cri,
  contenders: readonly Contender[],
  effort: Effort,
  results: Results,
): Promise<void> {
  const count = Math.min(10, effort.idleShims);
  const made: { contender: Contender; pod: Pod; container: number }[] = [];
  for (let n = 0; n < count; n += 1) {
    for (const contender of contenders) {
      const pod = await Pod.run(cri, { handler: handlerOf(contender) });
      const container = await pod.start();
      made.push({ contender, pod, container: await container.pid() });
    }
  }
  await delay(settleMs);
  for (const { contender, pod, container } of made) {
    const pids = processesOf(cri, pod);
    const own = pids.filter((pid) => pid !== container);
    results.add(pods.processes, contender.name, pids.length);
    const memory = own.map(readMemory);
    const sum = (values: number[]) => values.reduce((total, value) => total + value, 0) * kibibyte;
    results.add(pods.memory, contender.name, sum(memory.map(({ privateDirtyKiB }) => privateDirtyKiB)));
    results.add(pods.pss, contender.name, sum(memory.map(({ pssKiB }) => pssKiB)));
  }
  for (const { pod } of made) await pod.remove();
}

async function manyPods(cri: Cri, contender: Contender, count: number): Promise<void> {
  let left = count;
  const client = async () => {
    while (left-- > 0) {
      const pod = await Pod.run(cri, { handler: handlerOf(contender) });
      await (await pod.start(["true"])).exited();
      await pod.remove();
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
}

export async function measurePods(all: readonly Contender[], effort: Effort, results: Results): Promise<void> {
  const contenders = all.filter(({ name }) => name in handlers);
  await takeTurns(contenders, effort.lives, (contender) => untilReadyWithoutDaemon(contender, results));
  const directory = mkdtempSync(join(tmpdir(), "runts-bench-"));
  const daemon = await startDaemon(directory);
  const cri: Cri = { containerd: daemon, client: new CriClient(daemon.address) };
  try {
    await untilReady(cri);
    await takeTurns(contenders, effort.lives, (contender) => onePod(cri, contender, results));
    await measureIdle(cri, contenders, effort, results);
    await takeTurns(contenders, effort.daemonRounds, async (contender) => {
      const ms = await timed(() => manyPods(cri, contender, effort.tasksPerRound));
      results.add(pods.rate, contender.name, (effort.tasksPerRound * 1000) / ms);
    });
  } finally {
    cri.client.close();
    await daemon.stop();
    rmSync(directory, { recursive: true });
  }
}
