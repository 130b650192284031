// The two objects of the OCI runtime specification (1.3) that a shim is handed by request, as far as types go.
import type { Shape } from "./json.ts";

type Fields = Readonly<Record<string, Shape>>;

const strings: Shape = { list: "string" };
const listOf = (fields: Fields): Shape => ({ list: { fields } });

/** specs.Process */
export const processFields: Fields = {
  terminal: "boolean",
  consoleSize: { fields: { height: "uint", width: "uint" } },
  user: {
    fields: { uid: "uint32", gid: "uint32", umask: "uint32", additionalGids: { list: "uint32" }, username: "string" },
  },
  args: strings,
  commandLine: "string",
  env: strings,
  cwd: "string",
  capabilities: {
    fields: { bounding: strings, effective: strings, inheritable: strings, permitted: strings, ambient: strings },
  },
  rlimits: listOf({ type: "string", hard: "uint64", soft: "uint64" }),
  noNewPrivileges: "boolean",
  apparmorProfile: "string",
  oomScoreAdj: "int",
  scheduler: {
    fields: {
      policy: "string",
      nice: "int32",
      priority: "int32",
      flags: strings,
      runtime: "uint64",
      deadline: "uint64",
      period: "uint64",
    },
  },
  selinuxLabel: "string",
  ioPriority: { fields: { class: "string", priority: "int" } },
  execCPUAffinity: { fields: { initial: "string", final: "string" } },
};

const throttle = listOf({ major: "int64", minor: "int64", rate: "uint64" });

/** specs.LinuxResources */
export const resourcesFields: Fields = {
  devices: listOf({ allow: "boolean", type: "string", major: "int64", minor: "int64", access: "string" }),
  memory: {
    fields: {
      limit: "int64",
      reservation: "int64",
      swap: "int64",
      kernel: "int64",
      kernelTCP: "int64",
      swappiness: "uint64",
      disableOOMKiller: "boolean",
      useHierarchy: "boolean",
      checkBeforeUpdate: "boolean",
    },
  },
  cpu: {
    fields: {
      shares: "uint64",
      quota: "int64",
      burst: "uint64",
      period: "uint64",
      realtimeRuntime: "int64",
      realtimePeriod: "uint64",
      cpus: "string",
      mems: "string",
      idle: "int64",
    },
  },
  pids: { fields: { limit: "int64" } },
  blockIO: {
    fields: {
      weight: "uint16",
      leafWeight: "uint16",
      weightDevice: listOf({ major: "int64", minor: "int64", weight: "uint16", leafWeight: "uint16" }),
      throttleReadBpsDevice: throttle,
      throttleWriteBpsDevice: throttle,
      throttleReadIOPSDevice: throttle,
      throttleWriteIOPSDevice: throttle,
    },
  },
  hugepageLimits: listOf({ pageSize: "string", limit: "uint64" }),
  network: { fields: { classID: "uint32", priorities: listOf({ name: "string", priority: "uint32" }) } },
  rdma: { map: { fields: { hcaHandles: "uint32", hcaObjects: "uint32" } } },
  unified: { map: "string" },
};
