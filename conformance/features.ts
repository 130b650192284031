// What a shim has that not every one has: asked of it, not believed of its name.

import { Code, TtrpcError } from "../ttrpc/status.ts";
import type { DriverOptions } from "./driver/driver-options.ts";
import { SandboxClient } from "./driver/sandbox-client.ts";
import { ShimDriver } from "./driver/shim-driver.ts";
import type { Feature } from "./row.ts";

type Probe = (driver: ShimDriver) => Promise<boolean>;

const probes: Record<Feature, Probe> = {
  /** Go's flag package has status 2 for a flag that it does not know. */
  info: async (driver) => (await driver.run(["-info"], { cwd: "/" })).exitCode === 0,
  /** `start` works in a bundle without a specification. */
  sandbox: async (driver) => {
    const bundle = driver.sandboxBundle();
    const { address } = JSON.parse(await driver.start(bundle)) as { address: string };
    const client = await SandboxClient.connect(address);
    await client.call("ShutdownSandbox", { sandboxId: bundle.id }).catch(() => {});
    client.close();
    return true;
  },
  /** Nobody can tell from outside; but who is told to and does, does it soon. */
  sleep: async (driver) => {
    const { kind, engine } = await driver.identity();
    return kind === "runts" && engine.startsWith("bun");
  },
  upgrade: async (driver) => {
    const bundle = driver.bundle();
    const client = await driver.shim(bundle);
    const has = await client.upgrade("/nonexistent").then(
      () => true,
      (error: unknown) => !(error instanceof TtrpcError) || error.code !== Code.unimplemented,
    );
    await driver.shutdown(client, bundle);
    return has;
  },
};

/** Which of those that are wanted there are. A probe that fails, or takes long, is no. Leaves nothing behind. */
export async function probeFeatures(
  options: DriverOptions,
  patienceMs: number,
  wanted: ReadonlySet<Feature>,
): Promise<Set<Feature>> {
  const driver = await ShimDriver.start({ ...options, actionTimeoutMs: patienceMs, callTimeoutMs: patienceMs });
  const features = new Set<Feature>();
  try {
    for (const [feature, probe] of Object.entries(probes) as [Feature, Probe][]) {
      if (!wanted.has(feature)) continue;
      if (await probe(driver).catch(() => false)) features.add(feature);
    }
  } finally {
    await driver.stop();
  }
  return features;
}
