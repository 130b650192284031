// What containerd and its shims wrote before a test failed: their directory is gone when somebody looks.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { PrivateContainerd } from "./private-containerd.ts";

const directory = join(import.meta.dirname, "../../.cache/logs");

/** Keeps it in .cache/logs, named for the test and the moment, and says where; shims' lines are in containerd's log. */
export function keepLog(containerd: PrivateContainerd, testName: string): void {
  mkdirSync(directory, { recursive: true });
  const name = testName.replaceAll(/[^A-Za-z0-9]+/g, "-").slice(0, 60);
  const path = join(directory, `${new Date().toISOString().replaceAll(/[:.]/g, "-")}-${name}.log`);
  writeFileSync(path, containerd.log());
  console.error(`the log of containerd and its shims: ${path}`);
}
