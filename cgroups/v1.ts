// Metrics of cgroup v1 (docs/contract/task-service.md 4.13): which file feeds which field.
//
// As in upstream's cgroup1 package a controller is read file by file, and its first missing file ends it: what was
// read up to there is reported.
import { existsSync } from "node:fs";
import type { io } from "../proto/gen/cgroups-v1.js";
import { nodePath } from "../sys/byte-text.ts";
import { readMetricFile } from "./metric-files.ts";
import { camelFields, FormatError, lines, rdmaEntries, readKeyed, uint64 } from "./parse.ts";
import { parseUint64Times, type Uint64 } from "./uint64.ts";

type Metrics = io.containerd.cgroups.v1.Metrics.$Properties;
type MemoryStat = io.containerd.cgroups.v1.MemoryStat.$Properties;
type MemoryEntry = io.containerd.cgroups.v1.MemoryEntry.$Properties;
type BlockIo = io.containerd.cgroups.v1.BlkIOStat.$Properties;
type BlockIoEntry = io.containerd.cgroups.v1.BlkIOEntry.$Properties;
type CpuUsage = io.containerd.cgroups.v1.CPUUsage.$Properties;
type HugePages = io.containerd.cgroups.v1.HugetlbStat.$Properties;
type MemoryField = Exclude<keyof MemoryStat, "usage" | "swap" | "kernel" | "kernelTcp" | "$unknowns">;

/** cpuacct.stat counts in USER_HZ, which is 100 on every architecture that matters. */
const nanosecondsPerTick = 10_000_000;

const memoryNames = [
  ["cache", "cache"],
  ["rss", "rss"],
  ["rss_huge", "rss_huge"],
  ["mapped_file", "mapped_file"],
  ["dirty", "dirty"],
  ["writeback", "writeback"],
  ["pgpgin", "pg_pg_in"],
  ["pgpgout", "pg_pg_out"],
  ["pgfault", "pg_fault"],
  ["pgmajfault", "pg_maj_fault"],
  ["inactive_anon", "inactive_anon"],
  ["active_anon", "active_anon"],
  ["inactive_file", "inactive_file"],
  ["active_file", "active_file"],
  ["unevictable", "unevictable"],
] as const;

/** Kernel's name to field of the message: both as they are and with `total_`, and the two limits. */
const memoryFields: ReadonlyMap<string, MemoryField> = new Map([
  ...memoryNames.flatMap(([name, field]): [string, MemoryField][] => [
    [name, fieldName(field)],
    [`total_${name}`, fieldName(`total_${field}`)],
  ]),
  ["hierarchical_memory_limit", "hierarchicalMemoryLimit"],
  ["hierarchical_memsw_limit", "hierarchicalSwapLimit"],
]);

function fieldName(name: string): MemoryField {
  return camelFields<MemoryField>([name]).get(name) as MemoryField;
}

const oomFields = camelFields<"oomKillDisable" | "underOom" | "oomKill">(["oom_kill_disable", "under_oom", "oom_kill"]);

const throttleFields: ReadonlyMap<string, "periods" | "throttledPeriods" | "throttledTime"> = new Map([
  ["nr_periods", "periods"],
  ["nr_throttled", "throttledPeriods"],
  ["throttled_time", "throttledTime"],
]);

/** A single value, or undefined when the file is missing. */
function readValue(path: string): Uint64 | undefined {
  const text = readMetricFile(path);
  return text === undefined ? undefined : uint64(text.trim());
}

/** Sets `target[field]` from a file, zero left out; false when the file is missing. */
function setValue<Field extends string>(target: { [F in Field]?: number | null }, field: Field, path: string): boolean {
  const value = readValue(path);
  if (value === undefined) return false;
  if (value !== 0) target[field] = value;
  return true;
}

function readPids(directory: string, metrics: Metrics): void {
  const current = readValue(`${directory}/pids.current`);
  const limit = readMetricFile(`${directory}/pids.max`)?.trim();
  if (current === undefined || limit === undefined) return;
  metrics.pids = { current };
  if (limit !== "max") metrics.pids.limit = uint64(limit);
}

function readCpuUsage(directory: string): CpuUsage {
  const usage: CpuUsage = {};
  const stat = readMetricFile(`${directory}/cpuacct.stat`);
  if (stat === undefined) return usage;
  for (const line of lines(stat)) {
    const [kind, ticks = ""] = line.split(" ");
    const value = parseUint64Times(ticks, nanosecondsPerTick);
    if (value === undefined) throw new FormatError(`invalid line ${JSON.stringify(line)} in cpuacct.stat`);
    if (kind === "user") usage.user = value;
    else if (kind === "system") usage.kernel = value;
  }
  if (!setValue(usage, "total", `${directory}/cpuacct.usage`)) return usage;
  const perCpu = readMetricFile(`${directory}/cpuacct.usage_percpu`);
  if (perCpu !== undefined) {
    usage.perCpu = perCpu
      .trim()
      .split(/\s+/)
      .filter((text) => text !== "")
      .map(uint64);
  }
  return usage;
}

function readMemory(directory: string, metrics: Metrics): void {
  const stat = readMetricFile(`${directory}/memory.stat`);
  if (stat === undefined) return;
  const memory = { usage: {}, swap: {}, kernel: {}, kernelTcp: {} } satisfies MemoryStat;
  readKeyed<MemoryField>(stat, memoryFields, memory as MemoryStat);
  metrics.memory = memory;
  const oomControl = readMetricFile(`${directory}/memory.oom_control`);
  if (oomControl === undefined) return;
  metrics.memoryOomControl = {};
  readKeyed(oomControl, oomFields, metrics.memoryOomControl);
  const complete =
    readMemoryEntry(memory.usage, `${directory}/memory.`) &&
    readMemoryEntry(memory.swap, `${directory}/memory.memsw.`) &&
    readMemoryEntry(memory.kernel, `${directory}/memory.kmem.`);
  if (complete) readMemoryEntry(memory.kernelTcp, `${directory}/memory.kmem.tcp.`);
}

function readMemoryEntry(entry: MemoryEntry, prefix: string): boolean {
  return (
    setValue(entry, "usage", `${prefix}usage_in_bytes`) &&
    setValue(entry, "max", `${prefix}max_usage_in_bytes`) &&
    setValue(entry, "failcnt", `${prefix}failcnt`) &&
    setValue(entry, "limit", `${prefix}limit_in_bytes`)
  );
}

type BlockIoField = Exclude<keyof BlockIo, "$unknowns">;

/** Files of the CFQ and BFQ schedulers. */
const schedulerFiles: readonly [string, BlockIoField][] = [
  ["sectors_recursive", "sectorsRecursive"],
  ["io_service_bytes_recursive", "ioServiceBytesRecursive"],
  ["io_serviced_recursive", "ioServicedRecursive"],
  ["io_queued_recursive", "ioQueuedRecursive"],
  ["io_service_time_recursive", "ioServiceTimeRecursive"],
  ["io_wait_time_recursive", "ioWaitTimeRecursive"],
  ["io_merged_recursive", "ioMergedRecursive"],
  ["time_recursive", "ioTimeRecursive"],
];

/** Files of the throttling layer, for devices without such a scheduler. */
const throttleFiles: readonly [string, BlockIoField][] = [
  ["throttle.io_serviced", "ioServicedRecursive"],
  ["throttle.io_service_bytes", "ioServiceBytesRecursive"],
];

function readBlockIo(directory: string, metrics: Metrics): void {
  const blockIo: BlockIo = {};
  metrics.blkio = blockIo;
  if (existsSync(nodePath(`${directory}/blkio.io_serviced_recursive`))) {
    let size = 0;
    for (const [file, field] of schedulerFiles) {
      const text = readMetricFile(`${directory}/blkio.${file}`);
      if (text === undefined) return;
      const entries = parseBlockIo(text);
      blockIo[field] = entries;
      size += entries.length;
    }
    if (size > 0) return;
  }
  for (const [file, field] of throttleFiles) {
    const text = readMetricFile(`${directory}/blkio.${file}`);
    if (text === undefined) return;
    blockIo[field] = parseBlockIo(text);
  }
}

/** Lines `major:minor [operation] value`; the file's own `Total value` is skipped. */
function parseBlockIo(text: string): BlockIoEntry[] {
  const entries: BlockIoEntry[] = [];
  let names: ReadonlyMap<string, string> | undefined;
  for (const line of lines(text)) {
    const [device = "", second, third] = line.split(" ").filter((word) => word !== "");
    if (device === "Total" && third === undefined) continue;
    const [major, minor] = device.split(":");
    if (major === undefined || minor === undefined || second === undefined) {
      throw new FormatError(`invalid line ${JSON.stringify(line)} in a blkio file`);
    }
    names ??= deviceNames();
    const entry: BlockIoEntry = { major: uint64(major), minor: uint64(minor), value: uint64(third ?? second) };
    const name = names.get(device);
    if (name !== undefined) entry.device = name;
    if (third !== undefined) entry.op = second;
    entries.push(entry);
  }
  return entries;
}

/** `major:minor` to `/dev/<name>` (/proc/partitions). */
function deviceNames(): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const line of (readMetricFile("/proc/partitions") ?? "").split("\n").slice(2)) {
    const [major, minor, , name] = line.trim().split(/\s+/);
    if (name !== undefined && !names.has(`${major}:${minor}`)) names.set(`${major}:${minor}`, `/dev/${name}`);
  }
  return names;
}

function readHugePages(directory: string, sizes: readonly string[]): HugePages[] {
  const all: HugePages[] = [];
  for (const size of sizes) {
    const entry: HugePages = { pagesize: size };
    const prefix = `${directory}/hugetlb.${size}.`;
    const complete =
      setValue(entry, "usage", `${prefix}usage_in_bytes`) &&
      setValue(entry, "max", `${prefix}max_usage_in_bytes`) &&
      setValue(entry, "failcnt", `${prefix}failcnt`);
    if (!complete) break;
    all.push(entry);
  }
  return all;
}

/** Reads every metric of the controllers now; `controllers` maps a controller to the container's directory in it. */
export function readV1(controllers: ReadonlyMap<string, string>, hugePageSizes: readonly string[]): Metrics {
  const throttling = {};
  const metrics: Metrics = { cpu: { usage: {}, throttling } };
  const at = (controller: string, read: (directory: string) => void) => {
    const directory = controllers.get(controller);
    if (directory !== undefined) read(directory);
  };
  at("hugetlb", (directory) => {
    metrics.hugetlb = readHugePages(directory, hugePageSizes);
  });
  at("pids", (directory) => readPids(directory, metrics));
  at("cpuacct", (directory) => {
    metrics.cpu = { usage: readCpuUsage(directory), throttling };
  });
  at("cpu", (directory) => readKeyed(readMetricFile(`${directory}/cpu.stat`) ?? "", throttleFields, throttling));
  at("memory", (directory) => readMemory(directory, metrics));
  at("blkio", (directory) => readBlockIo(directory, metrics));
  at("rdma", (directory) => {
    const current = readMetricFile(`${directory}/rdma.current`);
    const limit = readMetricFile(`${directory}/rdma.max`);
    if (current === undefined || limit === undefined) return;
    metrics.rdma = { current: rdmaEntries(current), limit: rdmaEntries(limit) };
  });
  return metrics;
}
