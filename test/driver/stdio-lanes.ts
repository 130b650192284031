// The shims that a stdio scenario is run against: ours with the FIFOs handed over, ours copying, and the Go shim.

import { stdioVariable } from "../../shim/stdio.ts";
import { isOurs, shims, shimUnderTest } from "../helpers/shim-under-test.ts";
import type { DriverOptions } from "./shim-driver.ts";

export interface Lane {
  readonly name: "direct" | "copied" | "Go";
  readonly driver: DriverOptions;
}

const { executable, path } = shimUnderTest;

export const oracle: Lane = { name: "Go", driver: { executable: shims.go.executable } };

export const lanes: readonly Lane[] = isOurs
  ? [
      { name: "direct", driver: { executable, path } },
      { name: "copied", driver: { executable, path, environment: { [stdioVariable]: "copy" } } },
      oracle,
    ]
  : [oracle];
