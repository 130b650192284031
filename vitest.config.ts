import { join } from "node:path";
import { defineConfig } from "vitest/config";
import { mutants } from "./test/fixtures/simulation/mutants.ts";

// CI's machines are shared: a test against real daemons that fails there is tried once more, and said to be flaky in the
// report. Nowhere else: a race that shows itself once in ten runs is a bug to be found (sys/readiness.ts had one).
const retry = process.env.CI === "true" ? 1 : 0;

/** Files of the integration tests that run at the same time: each has its daemon, its directories, its cgroups. */
const workers = Number(process.env.RUNTS_TEST_WORKERS ?? 1);

/** Tests against real daemons, one file after another unless told. */
function withDaemons(name: string, { timeoutMs = 60_000, maxWorkers = 1 } = {}) {
  return {
    name,
    include: [`test/${name}/**/*.test.ts`],
    pool: "forks" as const,
    // The guest's dist/ is the host's.
    globalSetup: [...(name === "vm" ? [] : ["test/helpers/built-from-these.ts"]), "test/helpers/image-for-run.ts"],
    maxWorkers,
    retry,
    testTimeout: timeoutMs,
    hookTimeout: timeoutMs,
  };
}

/** RUNTS_TEST_MUTANT: a fault of mutants.ts that the tests have to find. */
function mutate() {
  const mutant = mutants.find(({ name }) => name === process.env.RUNTS_TEST_MUTANT);
  return {
    name: "mutate",
    enforce: "pre" as const,
    transform(code: string, path: string): string | undefined {
      if (mutant === undefined || path !== join(import.meta.dirname, mutant.file)) return undefined;
      if (code.split(mutant.from).length !== 2) throw new Error(`not there once: ${mutant.from}`);
      return code.replace(mutant.from, () => mutant.to);
    },
  };
}

export default defineConfig({
  test: {
    projects: [
      {
        plugins: process.env.RUNTS_TEST_MUTANT === undefined ? [] : [mutate()],
        test: {
          name: "unit",
          include: ["{sys,ttrpc,oci,cgroups,shim,bin,proto,operate,conformance}/**/*.test.ts", "test/*.test.ts"],
          pool: "forks",
          // Some make a thousand things, on machines that are busy.
          testTimeout: 20_000,
          hookTimeout: 20_000,
        },
      },
      { test: { ...withDaemons("integration", { maxWorkers: workers }), sequence: { groupOrder: 1 } } },
      { test: withDaemons("docker") },
      // Kubernetes' way: containerd's CRI plugin, a network, pods.
      { test: withDaemons("cri") },
      // What scripts/package has built, in fresh Debians.
      { test: withDaemons("packages", { timeoutMs: 300_000 }) },
      // In the guest of scripts/test-vm, whose processor is emulated: everything takes ten times as long. One process and one
      // import of everything for all files.
      { test: { ...withDaemons("vm", { timeoutMs: 120_000 }), isolate: false } },
    ],
  },
});
