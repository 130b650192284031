// Which Docker the tests of test/docker run: RUNTS_TEST_DOCKER = 20.10 (default) or 28. Under it runs the containerd of
// RUNTS_TEST_CONTAINERD; Debian has 20.10 with 1.6 and 28 with 2.1.

import { execFileSync } from "node:child_process";
import { join } from "node:path";

export type DockerGeneration = "20.10" | "28";

export const dockerUnderTest: DockerGeneration = select(process.env.RUNTS_TEST_DOCKER || "20.10");

/** A directory with docker, dockerd, docker-init and docker-proxy, fetched on first use. */
export function dockerDirectory(): string {
  const script = join(import.meta.dirname, "../../scripts/lib/docker");
  return execFileSync(script, [dockerUnderTest], { encoding: "utf8", timeout: 240_000 }).trim();
}

function select(generation: string): DockerGeneration {
  if (generation === "20.10" || generation === "28") return generation;
  throw new Error(`RUNTS_TEST_DOCKER=${generation}: want 20.10 or 28`);
}
