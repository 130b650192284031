// The same tests with every runtime that we promise.

import { describe, type test } from "vitest";
import { isUnified } from "../../conformance/driver/hugetlb.ts";
import type { RuncOptions, ShimDriver } from "../../conformance/driver/shim-driver.ts";
import { areNewer } from "../helpers/runtimes-under-test.ts";
import { isOurs } from "../helpers/shim-under-test.ts";
import { useDriver } from "./use-driver.ts";

export interface Lane {
  readonly name: "runc" | "crun";
  readonly driver: () => ShimDriver;
  /** For Create. */
  readonly options: RuncOptions;
}

export function describeRuntimes(what: string, body: (lane: Lane) => void): void {
  for (const name of ["runc", "crun"] as const) {
    describe(`${what} (${name})`, () => {
      // The Go shim finds no cgroup where a hierarchy that processes are in is mounted nowhere.
      const driver = useDriver({ withHugetlb: !isUnified && ((name === "crun" && !areNewer) || !isOurs) });
      body({ name, driver, options: { binaryName: name } });
    });
  }
}

/** Instead of a test that is not meant for a lane: not even skipped there. */
export const noTest = (..._: Parameters<typeof test>): void => {};
