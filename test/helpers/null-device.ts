// crun gives the machine's own /dev/null to the container's user where it is stdin, stdout or stderr, whoever runs it.

import { chownSync } from "node:fs";
import { afterAll } from "vitest";

/** To be called in files whose containers are not root's alone: afterwards it is root's again. */
export function giveBackNullDevice(): void {
  afterAll(() => chownSync("/dev/null", 0, 0));
}
