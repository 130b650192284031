// The same tests with every runtime that we promise.

import { describe } from "vitest";
import type { RuncOptions, ShimDriver } from "./shim-driver.ts";
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
      const driver = useDriver({ withHugetlb: name === "crun" });
      body({ name, driver, options: { binaryName: name } });
    });
  }
}
