import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { io as v1 } from "../proto/gen/cgroups-v1.js";
import { io as v2 } from "../proto/gen/cgroups-v2.js";
import { hugePageSizes } from "./huge-pages.ts";
import { readMetrics } from "./metrics.ts";
import { FormatError } from "./parse.ts";
import { type CgroupV1, loadCgroup } from "./path.ts";

const work = mkdtempSync(join(tmpdir(), "cgroup-metrics-"));
afterAll(() => rmSync(work, { recursive: true }));

/** All varints of a message by path of field numbers, exact: the generated decoder rounds above 2^53. */
function exactNumbers(bytes: Uint8Array, path: string, messages: ReadonlySet<string>): Map<string, bigint[]> {
  const found = new Map<string, bigint[]>();
  let at = 0;
  const varint = (): bigint => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = bytes[at++] ?? 0;
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  const add = (key: string, values: bigint[]) => found.set(key, [...(found.get(key) ?? []), ...values]);
  while (at < bytes.length) {
    const tag = Number(varint());
    const key = `${path}${tag >>> 3}`;
    if ((tag & 7) === 0) add(key, [varint()]);
    else if ((tag & 7) === 1) at += 8;
    else {
      const length = Number(varint());
      const inner = bytes.subarray(at, at + length);
      at += length;
      if (!messages.has(key)) continue;
      for (const [name, values] of exactNumbers(inner, `${key}.`, messages)) add(name, values);
    }
  }
  return found;
}

/** A decoded message as plain data, defaults included and Longs as numbers. */
function plain<T>(message: T): T {
  if (typeof message !== "object" || message === null) return message;
  if (Array.isArray(message)) return message.map(plain) as T;
  const { low, high } = message as { low?: number; high?: number };
  if (typeof low === "number" && typeof high === "number" && "unsigned" in message) {
    return ((high >>> 0) * 2 ** 32 + (low >>> 0)) as T;
  }
  const copy: Record<string, unknown> = {};
  for (const key in message) if (typeof message[key] !== "function") copy[key] = plain(message[key]);
  return copy as T;
}

/** Files as a 6.1 kernel shows them. */
const files: Record<string, string> = {
  "pids.current": "3\n",
  "pids.max": "max\n",
  "cpu.stat":
    "usage_usec 8120450\nuser_usec 6120450\nsystem_usec 2000000\ncore_sched.force_idle_usec 0\nnr_periods 12\nnr_throttled 4\nthrottled_usec 98765\nnr_bursts 0\nburst_usec 0\n",
  "cpu.pressure":
    "some avg10=1.25 avg60=0.50 avg300=0.00 total=123456\nfull avg10=0.00 avg60=0.00 avg300=0.00 total=18446744073709551615\n",
  "memory.current": "4096000\n",
  "memory.max": "max\n",
  "memory.peak": "9007199254740993\n",
  "memory.swap.current": "0\n",
  "memory.swap.max": "9223372036854771712\n",
  "memory.stat":
    "anon 1001\nfile 1002\nkernel 77\nkernel_stack 1003\npagetables 5\nslab 1004\nsock 0\nshmem 1006\nfile_mapped 1007\nfile_dirty 1008\nfile_writeback 1009\nanon_thp 1010\ninactive_anon 1011\nactive_anon 1012\ninactive_file 1013\nactive_file 1014\nunevictable 1015\nslab_reclaimable 1016\nslab_unreclaimable 1017\nworkingset_refault_anon 1039\nworkingset_refault_file 1040\nworkingset_activate_anon 1041\nworkingset_activate_file 1042\nworkingset_nodereclaim 1022\npgscan 1024\npgsteal 1025\npgfault 1018\npgmajfault 1019\npgrefill 1023\npgactivate 1026\npgdeactivate 1027\npglazyfree 1028\npglazyfreed 1029\nthp_fault_alloc 1030\nthp_collapse_alloc 1031\n",
  "memory.events": "low 0\nhigh 1\nmax 22\noom 3\noom_kill 2\noom_group_kill 0\n",
  "io.stat":
    "8:16 rbytes=1459200 wbytes=314773504 rios=192 wios=353 dbytes=0 dios=0\n8:0 \n253:1 rbytes=18446744073709551615 wbytes=0 rios=1 wios=0\n",
  "rdma.current": "mlx4_0 hca_handle=2 hca_object=2000\nocrdma1 hca_handle=3 hca_object=max\n",
  "rdma.max": "mlx4_0 hca_handle=max hca_object=max\n",
};

function fixture(name: string, contents: Record<string, string>): { kind: "v2"; root: string; path: string } {
  const path = join(work, name);
  mkdirSync(path);
  for (const [file, text] of Object.entries(contents)) writeFileSync(join(path, file), text);
  return { kind: "v2", root: work, path };
}

test("readMetrics of v2 puts every file into its field", async () => {
  const { typeUrl, value } = await readMetrics(fixture("full", files));
  expect(typeUrl).toBe("io.containerd.cgroups.v2.Metrics");
  const metrics = plain(v2.containerd.cgroups.v2.Metrics.decode(value));
  expect(metrics.pids?.current).toBe(3);
  expect(metrics.cpu).toMatchObject({
    usageUsec: 8120450,
    userUsec: 6120450,
    systemUsec: 2000000,
    nrPeriods: 12,
    nrThrottled: 4,
    throttledUsec: 98765,
    nrBursts: 0,
    psi: { some: { avg10: 1.25, avg60: 0.5, avg300: 0, total: 123456 } },
  });
  expect(metrics.memory).toMatchObject({ usage: 4096000, swapUsage: 0, swapMaxUsage: 0 });
  expect(metrics.memory?.psi).toBeFalsy();
  expect(metrics.memoryEvents).toMatchObject({ low: 0, high: 1, max: 22, oom: 3, oomKill: 2 });
  expect(metrics.io?.usage).toMatchObject([
    { major: 8, minor: 16, rbytes: 1459200, wbytes: 314773504, rios: 192, wios: 353 },
    {},
    {},
  ]);
  expect(metrics.rdma).toMatchObject({
    current: [
      { device: "mlx4_0", hcaHandles: 2, hcaObjects: 2000 },
      { device: "ocrdma1", hcaHandles: 3, hcaObjects: 2 ** 32 - 1 },
    ],
    limit: [{ device: "mlx4_0", hcaHandles: 2 ** 32 - 1, hcaObjects: 2 ** 32 - 1 }],
  });
  expect(metrics.hugetlb.map(({ pagesize }) => pagesize)).toEqual(hugePageSizes());

  const exact = exactNumbers(value, "", new Set(["1", "2", "2.7", "2.7.1", "2.7.2", "4", "6", "6.1"]));
  const limits = {
    pids: "1.2",
    usageLimit: "4.33",
    peak: "4.36",
    swapLimit: "4.35",
    total: "2.7.2.4",
    rbytes: "6.1.3",
  };
  expect(Object.entries(limits).map(([name, key]) => [name, exact.get(key)?.at(-1)])).toEqual([
    ["pids", 2n ** 64n - 1n],
    ["usageLimit", 2n ** 64n - 1n],
    ["peak", 9007199254740993n],
    ["swapLimit", 9223372036854771712n],
    ["total", 2n ** 64n - 1n],
    ["rbytes", 2n ** 64n - 1n],
  ]);
  // The fixture's values of memory.stat are 1000 + number of the field.
  for (let field = 1; field <= 42; field += 1) {
    const isStat = (field <= 31 || field >= 39) && ![5, 20, 21].includes(field);
    if (isStat) expect(exact.get(`4.${field}`)).toEqual([BigInt(1000 + field)]);
  }
});

test("readMetrics of v2 without any file has empty messages", async () => {
  const { value } = await readMetrics(fixture("empty", {}));
  const metrics = plain(v2.containerd.cgroups.v2.Metrics.decode(value));
  for (const part of ["pids", "cpu", "memory", "io", "rdma"] as const) expect(metrics[part], part).toBeTruthy();
  expect(metrics.memoryEvents).toBeFalsy();
  expect(metrics.cpu?.psi).toBeFalsy();
});

for (const [file, text] of [
  ["cpu.stat", "nonsense\n"],
  ["memory.stat", "anon x\n"],
  ["pids.current", "many\n"],
] as const) {
  test(`readMetrics of v2 refuses a broken ${file}`, async () => {
    await expect(readMetrics(fixture(`broken-${file}`, { [file]: text }))).rejects.toThrow(FormatError);
  });
}

test("readMetrics of a cgroup that is gone fails with ENOENT (KF-094)", async () => {
  const path = join(work, "gone");
  await expect(readMetrics({ kind: "v2", root: work, path })).rejects.toMatchObject({ errno: "ENOENT" });
  const controllers = new Map([["memory", path]]);
  await expect(readMetrics({ kind: "v1", controllers, mountPoints: new Map() })).rejects.toMatchObject({
    errno: "ENOENT",
  });
});

test("readMetrics of v1 reads the scheduler's blkio files and falls back to throttling", async () => {
  const blkio = join(work, "blkio");
  mkdirSync(blkio);
  const read = async () => {
    const { value } = await readMetrics({
      kind: "v1",
      controllers: new Map([["blkio", blkio]]),
      mountPoints: new Map(),
    });
    return plain(v1.containerd.cgroups.v1.Metrics.decode(value)).blkio;
  };
  expect(await read()).toMatchObject({ ioServicedRecursive: [], ioServiceBytesRecursive: [] });
  writeFileSync(join(blkio, "blkio.throttle.io_serviced"), "999:1 Read 5\n999:1 Write 6\nTotal 11\n");
  writeFileSync(join(blkio, "blkio.throttle.io_service_bytes"), "999:1 Read 50\nTotal 50\n");
  expect(await read()).toMatchObject({
    ioServicedRecursive: [
      { major: 999, minor: 1, op: "Read", value: 5, device: "" },
      { major: 999, minor: 1, op: "Write", value: 6 },
    ],
    ioServiceBytesRecursive: [{ op: "Read", value: 50 }],
  });
  for (const name of ["io_service_bytes", "io_serviced", "io_queued", "io_service_time", "io_wait_time", "io_merged"]) {
    writeFileSync(join(blkio, `blkio.${name}_recursive`), "");
  }
  writeFileSync(join(blkio, "blkio.time_recursive"), "");
  writeFileSync(join(blkio, "blkio.sectors_recursive"), "8:0 1234\n");
  expect(await read()).toMatchObject({
    sectorsRecursive: [{ major: 8, value: 1234, op: "" }],
    ioServicedRecursive: [],
  });
});

const memoryRoot = "/sys/fs/cgroup/memory";
const live = process.getuid?.() === 0 && existsSync(join(memoryRoot, "memory.stat"));

async function compare(cgroup: CgroupV1, name: string): Promise<void> {
  const { typeUrl, value } = await readMetrics(cgroup);
  expect(typeUrl).toBe("io.containerd.cgroups.v1.Metrics");
  const metrics = plain(v1.containerd.cgroups.v1.Metrics.decode(value));
  const cat = (controller: string, file: string) =>
    execFileSync("cat", [`/sys/fs/cgroup/${controller}/${name}/${file}`], { encoding: "utf8" });
  const key = (controller: string, file: string, wanted: string) =>
    Number(
      cat(controller, file)
        .split("\n")
        .find((line) => line.startsWith(`${wanted} `))
        ?.split(" ")[1],
    );

  expect(metrics.pids).toMatchObject({ current: Number(cat("pids", "pids.current")), limit: 0 });
  expect(metrics.cpu?.usage?.total).toBe(Number(cat("cpuacct", "cpuacct.usage")));
  expect(metrics.cpu?.usage?.total).toBeGreaterThan(1e7);
  expect(metrics.cpu?.usage?.perCpu).toEqual(cat("cpuacct", "cpuacct.usage_percpu").trim().split(" ").map(Number));
  expect(metrics.cpu?.usage?.user).toBe(key("cpuacct", "cpuacct.stat", "user") * 1e7);
  expect(metrics.cpu?.throttling?.periods).toBe(key("cpu", "cpu.stat", "nr_periods"));
  expect(metrics.memory?.rss).toBe(key("memory", "memory.stat", "rss"));
  expect(metrics.memory?.totalActiveAnon).toBe(key("memory", "memory.stat", "total_active_anon"));
  expect(metrics.memory?.totalPgMajFault).toBe(key("memory", "memory.stat", "total_pgmajfault"));
  expect(metrics.memory?.usage?.usage).toBe(Number(cat("memory", "memory.usage_in_bytes")));
  expect(metrics.memory?.usage?.max).toBe(Number(cat("memory", "memory.max_usage_in_bytes")));
  expect(metrics.memoryOomControl).toMatchObject({ oomKillDisable: 0, underOom: 0, oomKill: 0 });
  const exact = exactNumbers(value, "", new Set(["4", "4.33", "4.34", "4.35"]));
  expect(exact.get("4.33.1")).toEqual([BigInt(cat("memory", "memory.limit_in_bytes").trim())]);
  expect(exact.get("4.16")).toEqual([
    BigInt(/hierarchical_memory_limit (\d+)/.exec(cat("memory", "memory.stat"))?.[1] ?? 0),
  ]);
  expect(metrics.blkio).toBeTruthy();
}

test.skipIf(!live)(
  "readMetrics of v1 agrees with the live files (needs root and cgroup v1)",
  { timeout: 20_000 },
  async () => {
    const name = `cgroup-metrics-${process.pid}`;
    const names = ["memory", "cpu", "cpuacct", "pids", "blkio", "freezer"];
    const directories = names.map((controller) => `/sys/fs/cgroup/${controller}/${name}`);
    for (const directory of directories) mkdirSync(directory);
    const child = spawn("sh", ["-c", "read _; i=0; while [ $i -lt 200000 ]; do i=$((i + 1)); done; exec sleep 60"]);
    try {
      for (const directory of directories) writeFileSync(join(directory, "cgroup.procs"), String(child.pid));
      child.stdin.write("go\n");
      await new Promise((resolve) => setTimeout(resolve, 600));
      const cgroup = loadCgroup(child.pid ?? 0) as CgroupV1;
      expect(names.map((controller) => cgroup.controllers.get(controller))).toEqual(directories);
      // The kernel adds statistics up every two seconds: a file may change between two readers.
      child.kill("SIGSTOP");
      await vi.waitFor(() => compare(cgroup, name), { timeout: 10_000, interval: 100 });
    } finally {
      child.kill("SIGKILL");
      await new Promise((resolve) => child.once("exit", resolve));
      for (const directory of directories) await expect.poll(() => rmdirSync(directory)).toBeUndefined();
    }
  },
);
