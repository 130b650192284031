// One driver for the tests of a file, and the check after each test that nothing is left.

import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { type DriverOptions, ShimDriver } from "../../conformance/driver/shim-driver.ts";
import { runtimePath } from "../helpers/runtimes-under-test.ts";
import { shimUnderTest } from "../helpers/shim-under-test.ts";

/** Call inside a `describe` or at the top of a file; the returned function gives the driver. */
export function useDriver(options: Partial<DriverOptions> | (() => Partial<DriverOptions>) = {}): () => ShimDriver {
  let driver: ShimDriver | undefined;
  const current = () => {
    if (driver === undefined) throw new Error("the driver is not there");
    return driver;
  };
  const make = () => {
    const given = typeof options === "function" ? options() : options;
    const { path = shimUnderTest.path, ...rest } = given;
    return ShimDriver.start({ executable: shimUnderTest.executable, path: [...path, ...runtimePath], ...rest });
  };

  beforeAll(async () => {
    driver = await make();
  });

  afterEach(async () => {
    const left = await current().settle();
    if (left.length > 0) {
      // The next test gets a fresh world.
      await driver?.stop();
      driver = await make();
    }
    expect(left.join("\n"), "left behind by this test").toBe("");
  });

  afterAll(async () => {
    await driver?.stop();
  });

  return current;
}
