// What shims are known to do otherwise than the contract says, as data: row, shims, and why. A shim that is listed here must
// fail exactly these rows (test/integration/conformance.test.ts).

import type { Identity } from "./driver/identity.ts";
import type { RuntimeName } from "./stage.ts";

export interface KnownFault {
  /** A row's name. */
  readonly row: string;
  /** Versions of containerd whose Go shim fails it. */
  readonly go: readonly string[];
  /** Only with this runtime. */
  readonly runtime?: RuntimeName;
  /** A number of docs/known-failures.md, or a page and its section. */
  readonly fault: string;
}

export const knownFaults: readonly KnownFault[] = [];

/** The fault for which this shim may fail a row. */
export function knownFaultOf(name: string, { kind, version }: Identity, runtime: RuntimeName): string | undefined {
  if (kind !== "go") return undefined;
  return knownFaults.find((each) => {
    return each.row === name && each.go.includes(version) && (each.runtime ?? runtime) === runtime;
  })?.fault;
}
