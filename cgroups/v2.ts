// Metrics of a cgroup v2 (docs/contract/task-service.md 4.13): which file feeds which field.
import type { io } from "../proto/gen/cgroups-v2.js";
import { readMetricFile } from "./metric-files.ts";
import { camelFields, lines, rdmaEntries, readKeyed, uint64 } from "./parse.ts";
import { maxUint64, parseUint64, type Uint64 } from "./uint64.ts";

type Metrics = io.containerd.cgroups.v2.Metrics.$Properties;
type CpuStat = io.containerd.cgroups.v2.CPUStat.$Properties;
type MemoryStat = io.containerd.cgroups.v2.MemoryStat.$Properties;
type MemoryEvents = io.containerd.cgroups.v2.MemoryEvents.$Properties;
type PressureData = io.containerd.cgroups.v2.PSIData.$Properties;
type Pressure = io.containerd.cgroups.v2.PSIStats.$Properties;
type IoEntry = io.containerd.cgroups.v2.IOEntry.$Properties;
type HugePages = io.containerd.cgroups.v2.HugeTlbStat.$Properties;

type CpuField =
  | "usageUsec"
  | "userUsec"
  | "systemUsec"
  | "nrPeriods"
  | "nrThrottled"
  | "throttledUsec"
  | "nrBursts"
  | "burstUsec";
const cpuFields = camelFields<CpuField>([
  "usage_usec",
  "user_usec",
  "system_usec",
  "nr_periods",
  "nr_throttled",
  "throttled_usec",
  "nr_bursts",
  "burst_usec",
]);

const memoryFields = camelFields<Exclude<keyof MemoryStat, "psi" | "$unknowns">>([
  "anon",
  "file",
  "kernel_stack",
  "slab",
  "sock",
  "shmem",
  "file_mapped",
  "file_dirty",
  "file_writeback",
  "anon_thp",
  "inactive_anon",
  "active_anon",
  "inactive_file",
  "active_file",
  "unevictable",
  "slab_reclaimable",
  "slab_unreclaimable",
  "pgfault",
  "pgmajfault",
  "workingset_refault",
  "workingset_activate",
  "workingset_nodereclaim",
  "pgrefill",
  "pgscan",
  "pgsteal",
  "pgactivate",
  "pgdeactivate",
  "pglazyfree",
  "pglazyfreed",
  "thp_fault_alloc",
  "thp_collapse_alloc",
  "workingset_refault_anon",
  "workingset_refault_file",
  "workingset_activate_anon",
  "workingset_activate_file",
]);

const eventFields = camelFields<"low" | "high" | "max" | "oom" | "oomKill" | "oomGroupKill">([
  "low",
  "high",
  "max",
  "oom",
  "oom_kill",
  "oom_group_kill",
]);

/** A single value; 0 when the file is missing, the largest number for `max`. */
function readValue(path: string): Uint64 {
  const text = readMetricFile(path)?.trim();
  if (text === undefined || text === "") return 0;
  return text === "max" ? maxUint64 : uint64(text);
}

/** Sets `target[field]` unless the value is zero, which proto3 leaves out. */
function setValue<Field extends string>(target: { [F in Field]?: number | null }, field: Field, path: string): void {
  const value = readValue(path);
  if (value !== 0) target[field] = value;
}

/** `some avg10=0.12 avg60=0.05 avg300=0.00 total=8831`, and the same for `full`. */
function readPressure(path: string): Pressure | undefined {
  const text = readMetricFile(path);
  if (text === undefined) return undefined;
  const pressure: Pressure = {};
  for (const line of lines(text)) {
    const [kind, ...pairs] = line.split(" ");
    const data: PressureData = {};
    for (const pair of pairs) {
      const [key, value = ""] = pair.split("=");
      if (key === "total") data.total = uint64(value);
      else if (key === "avg10" || key === "avg60" || key === "avg300") data[key] = Number.parseFloat(value) || 0;
    }
    if (kind === "some" || kind === "full") pressure[kind] = data;
  }
  return pressure;
}

const ioFields: ReadonlyMap<string, "rbytes" | "wbytes" | "rios" | "wios"> = new Map([
  ["rbytes", "rbytes"],
  ["wbytes", "wbytes"],
  ["rios", "rios"],
  ["wios", "wios"],
]);

/** `8:16 rbytes=1459200 wbytes=314773504 rios=192 wios=353 dbytes=0 dios=0` */
export function parseIoStat(text: string): IoEntry[] {
  const entries: IoEntry[] = [];
  for (const line of lines(text)) {
    const [device = "", ...pairs] = line.split(" ");
    const [major, minor, rest] = device.split(":");
    if (pairs.length === 0 || major === undefined || minor === undefined || rest !== undefined) continue;
    const entry: IoEntry = { major: uint64(major), minor: uint64(minor) };
    for (const pair of pairs) {
      const [key = "", text = ""] = pair.split("=");
      const field = ioFields.get(key);
      const value = parseUint64(text);
      if (field !== undefined && value !== undefined) entry[field] = value;
    }
    entries.push(entry);
  }
  return entries;
}

function readHugePages(directory: string, size: string): HugePages {
  const entry: HugePages = { pagesize: size };
  setValue(entry, "current", `${directory}/hugetlb.${size}.current`);
  setValue(entry, "max", `${directory}/hugetlb.${size}.max`);
  readKeyed(readMetricFile(`${directory}/hugetlb.${size}.events`) ?? "", hugePageEvents, entry);
  return entry;
}

const hugePageEvents: ReadonlyMap<string, "failcnt"> = new Map([["max", "failcnt"]]);

/** Reads every metric below `directory` now; one entry for each huge page size in `hugePageSizes`. */
export function readV2(directory: string, hugePageSizes: readonly string[]): Metrics {
  const pids: { current?: number; limit?: number } = {};
  setValue(pids, "current", `${directory}/pids.current`);
  setValue(pids, "limit", `${directory}/pids.max`);

  const cpu: CpuStat = {};
  readKeyed(readMetricFile(`${directory}/cpu.stat`) ?? "", cpuFields, cpu);
  const cpuPressure = readPressure(`${directory}/cpu.pressure`);
  if (cpuPressure !== undefined) cpu.psi = cpuPressure;

  const memory: MemoryStat = {};
  readKeyed(readMetricFile(`${directory}/memory.stat`) ?? "", memoryFields, memory);
  setValue(memory, "usage", `${directory}/memory.current`);
  setValue(memory, "usageLimit", `${directory}/memory.max`);
  setValue(memory, "maxUsage", `${directory}/memory.peak`);
  setValue(memory, "swapUsage", `${directory}/memory.swap.current`);
  setValue(memory, "swapLimit", `${directory}/memory.swap.max`);
  setValue(memory, "swapMaxUsage", `${directory}/memory.swap.peak`);
  const memoryPressure = readPressure(`${directory}/memory.pressure`);
  if (memoryPressure !== undefined) memory.psi = memoryPressure;

  const blockIo: NonNullable<Metrics["io"]> = { usage: parseIoStat(readMetricFile(`${directory}/io.stat`) ?? "") };
  const ioPressure = readPressure(`${directory}/io.pressure`);
  if (ioPressure !== undefined) blockIo.psi = ioPressure;

  const metrics: Metrics = {
    pids,
    cpu,
    memory,
    io: blockIo,
    rdma: {
      current: rdmaEntries(readMetricFile(`${directory}/rdma.current`) ?? ""),
      limit: rdmaEntries(readMetricFile(`${directory}/rdma.max`) ?? ""),
    },
    hugetlb: hugePageSizes.map((size) => readHugePages(directory, size)),
  };
  const events = readMetricFile(`${directory}/memory.events`);
  if (events !== undefined && events !== "") {
    const memoryEvents: MemoryEvents = {};
    readKeyed(events, eventFields, memoryEvents);
    metrics.memoryEvents = memoryEvents;
  }
  return metrics;
}
