// What is compared: our executable, the Go shims that can be found, any other shim, and runc alone as the floor.
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { type Dialect, type DriverOptions, ShimDriver } from "../conformance/driver/shim-driver.ts";
import { daemonOf } from "../test/helpers/daemon-under-test.ts";
import { shims } from "../test/helpers/shim-under-test.ts";

export interface Contender {
  readonly name: string;
  readonly driver: ShimDriver;
  /** What another driver for the same shim is made with. */
  readonly options: DriverOptions;
  /** Absolute path; containerd takes it as a runtime's name. */
  readonly executable: string;
}

/** The one that ratios refer to. */
export const reference = "Go 2.1";

/** GOMAXPROCS as every containerd sets it for `start`; the Go shim sets 4 for itself when it serves. */
const environment = { GOMAXPROCS: "2" };

/**
 * Ours first. `against`: another shim's executable, and whether it speaks the dialect of containerd 2.3. Each has a driver of
 * its own, to be stopped by the caller.
 */
export async function findContenders(against: string | undefined, dialect: Dialect = "legacy"): Promise<Contender[]> {
  const { executable, path } = shims.bun;
  const found: { name: string; options: DriverOptions }[] = [
    { name: "runts", options: { executable, path, environment } },
    { name: reference, options: { executable: daemonOf("2.1").goShim, environment } },
    { name: "Go 1.6", options: { executable: daemonOf("1.6").goShim, environment } },
  ];
  if (against !== undefined) {
    const other = resolve(against);
    if (!existsSync(other)) throw new Error(`--against: there is no ${other}`);
    found.push({ name: other, options: { executable: other, environment, dialect } });
  }
  const contenders: Contender[] = [];
  for (const { name, options } of found) {
    contenders.push({ name, options, driver: await ShimDriver.start(options), executable: options.executable });
  }
  return contenders;
}
