// What shims are known to do otherwise than the contract says, as data: row, shims, and why. A shim that is listed here must
// fail exactly these rows (test/integration/conformance.test.ts).

import type { RuntimeName } from "./driver/driver-options.ts";
import type { Identity } from "./driver/identity.ts";

export interface KnownFault {
  /** A row's name. */
  readonly row: string;
  /** Versions of containerd whose Go shim fails it. */
  readonly go: readonly string[];
  /** Only with this runtime. */
  readonly runtime?: RuntimeName;
  /** Not in each run, or not with each version of the runtime: to pass is no news. */
  readonly byChance?: true;
  /** A number of docs/known-failures.md, or a page and its section. */
  readonly fault: string;
}

const all = ["1.6", "1.7", "2.1"] as const;
const first = ["1.6", "1.7"] as const;
const newer = ["1.7", "2.1"] as const;

const differs = (cell: string) => `docs/differences.md: ${cell}`;
const anotherType = differs("Options of another type");
const noFileName = differs("Create with an id or exec id that is empty or no file name");
const noProcess = differs("An exec's process object that is none, by its JSON or by a type");

export const knownFaults: readonly KnownFault[] = [
  {
    row: "start as containerd 1.6 runs it: an answer that it takes, and a shim that serves",
    go: ["2.1"],
    fault: "KF-036",
  },
  {
    row: "start as containerd 1.7 runs it: an answer that it takes, and a shim that serves",
    go: ["2.1"],
    fault: "KF-036",
  },
  {
    row: "start as containerd 2.3 runs it: an answer that it takes, and a shim that serves",
    go: ["1.6"],
    fault: "KF-036",
  },
  {
    row: "The task service as v2 and as v3: at least the one that was announced, and both for containerd 2",
    ...{ go: all, fault: "KF-035" },
  },
  ...["created", "running", "paused", "stopped"].map((state) => ({
    ...{ row: `Create of a ${state} task again: already exists`, go: all },
    fault: differs("Create with an id that exists"),
  })),
  {
    row: "A second Start of a running exec: refused, and the shim lives on",
    ...{ go: newer, fault: differs("A second Start of a running exec") },
  },
  { row: "Wait with a deadline: code 4 when it has passed, and a later one is answered", go: all, fault: "KF-125" },
  { row: "Delete of a created task with streams: answered within nine seconds", go: ["2.1"], fault: "KF-060" },
  // Half of the times where the ten come close enough upon each other: the socket stays.
  { row: "Ten starts of one group at once: one address, one shim", go: ["2.1"], byChance: true, fault: "KF-144" },
  // crun 1.8.1's `ps` of a container that has ended dies of a segmentation fault.
  { row: "Pids of a stopped task: none", go: all, runtime: "crun", byChance: true, fault: differs("Pids") },
  {
    row: "Delete of a task that was not started: its exit is told before its deletion",
    ...{ go: newer, fault: differs("Delete of a task that was never started") },
  },
  { row: "An event that containerd refuses once: told again before the next", go: all, fault: "KF-010" },
  {
    row: "Events that containerd has not taken when Shutdown comes: told before the shim ends",
    ...{ go: ["2.1"], fault: "KF-014" },
  },
  { row: "stdout alone, no stderr: works", go: all, fault: differs("stdout without stderr, or the reverse") },
  {
    row: "An exec without streams can write: its output is dropped",
    go: all,
    fault: differs("An exec without any stdio"),
  },
  {
    row: "binary-v2:// with a program that ends before it is ready: Create fails, and says so",
    ...{ go: all, fault: "docs/contract/task-service.md 5.5" },
  },
  {
    row: "A mount with a target: at that place below the rootfs",
    ...{ go: ["1.6"], fault: "docs/contract/task-service.md 7" },
  },
  {
    row: "A mount that fails: Create says so, and those before it are undone",
    ...{ go: ["1.6"], fault: "docs/contract/task-service.md 7" },
  },
  { row: "Create with options of a type that nobody knows: code 3, and the shim lives", go: all, fault: anotherType },
  { row: "Create with options of another message's type: code 3, and the shim lives", go: all, fault: anotherType },
  { row: "Create with options that are no message: code 3, and the shim lives", go: all, fault: anotherType },
  { row: "Create with an id that is no file name: code 3, and the shim lives", go: all, fault: noFileName },
  { row: "Create with an empty id: code 3, and the shim lives", go: all, fault: noFileName },
  { row: "Options with a host in their type's URL: understood", go: ["1.6"], fault: "docs/contract/wire.md 2" },
  { row: "Exec with a process that is no JSON: refused, and its id is free", go: all, fault: noProcess },
  { row: "Exec with a process whose arguments are a number: refused, and its id is free", go: all, fault: noProcess },
  {
    row: "Update without resources: code 3, and the shim lives",
    ...{ go: all, fault: differs("Update without resources") },
  },
  {
    row: "Update with resources that are no JSON: refused, and the shim lives",
    ...{ go: all, fault: differs("Update's resources") },
  },
  { row: "kill -9 of the shim of a task that has ended with 3, delete: 3", go: all, fault: "KF-039" },
  { row: "kill -9 of the shim, delete: its socket is gone too", go: all, fault: "KF-031" },
  { row: "kill -9 of a shim that was asked for nothing, delete: no pid, 137", go: first, fault: "KF-041" },
  {
    row: "kill -9 of the shim, delete without the files `runtime` and `options.json`: absence is no error",
    ...{ go: first, fault: "KF-041" },
  },
  {
    row: "delete after a normal end: quick, silent, a success",
    ...{ go: ["1.6"], fault: differs("`delete` with nothing to remove") },
  },
];

/** The fault for which this shim may fail a row. */
export function knownFaultOf(name: string, { kind, version }: Identity, runtime: RuntimeName): KnownFault | undefined {
  if (kind !== "go") return undefined;
  return knownFaults.find((each) => {
    return each.row === name && each.go.includes(version) && (each.runtime ?? runtime) === runtime;
  });
}
