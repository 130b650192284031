// Which containerd the suite runs: RUNTS_TEST_CONTAINERD = 1.6 (default: the machine's own), 1.7 or 2.1.

import { join } from "node:path";
import { fetched } from "./fetched.ts";

export type Generation = "1.6" | "1.7" | "2.1";

export interface Daemon {
  generation: Generation;
  /** In front of PATH: containerd, ctr and the Go shim of this generation. */
  path: readonly string[];
  ctr: string;
  goShim: string;
}

/** Its programs are fetched on first use. */
export function daemonOf(generation: Generation): Daemon {
  if (generation === "1.6") {
    const goShim = "/usr/bin/containerd-shim-runc-v2";
    return { generation, path: [], ctr: "ctr", goShim };
  }
  const directory = fetched(generation);
  return {
    generation,
    path: [directory],
    ctr: join(directory, "ctr"),
    goShim: join(directory, "containerd-shim-runc-v2"),
  };
}

export const daemonUnderTest: Daemon = daemonOf(select(process.env.RUNTS_TEST_CONTAINERD || "1.6"));

/** Whether the daemon and its Go shim are containerd 2: what differs for a user is said where it is asked. */
export const isContainerd2 = daemonUnderTest.generation.startsWith("2.");

function select(generation: string): Generation {
  if (generation === "1.6" || generation === "1.7" || generation === "2.1") return generation;
  throw new Error(`RUNTS_TEST_CONTAINERD=${generation}: want 1.6, 1.7 or 2.1`);
}
