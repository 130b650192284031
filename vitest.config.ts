import { defineConfig } from "vitest/config";

// CI's machines are shared: a test against real daemons that fails there is tried once more, and said to be flaky in the
// report. Nowhere else: a race that shows itself once in ten runs is a bug to be found (sys/readiness.ts had one).
const retry = process.env.CI === "true" ? 1 : 0;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["{sys,ttrpc,oci,cgroups,shim,bin,proto}/**/*.test.ts", "test/*.test.ts"],
          pool: "forks",
        },
      },
      {
        test: {
          name: "integration",
          include: ["test/integration/**/*.test.ts"],
          pool: "forks",
          globalSetup: "test/helpers/image-for-run.ts",
          fileParallelism: false,
          retry,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        // Kubernetes' way: containerd's CRI plugin, a network, pods.
        test: {
          name: "cri",
          include: ["test/cri/**/*.test.ts"],
          pool: "forks",
          globalSetup: "test/helpers/image-for-run.ts",
          fileParallelism: false,
          retry,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        // In the guest of scripts/test-vm, whose processor is emulated: everything takes ten times as long.
        test: {
          name: "vm",
          include: ["test/vm/**/*.test.ts"],
          pool: "forks",
          globalSetup: "test/helpers/image-for-run.ts",
          fileParallelism: false,
          // One process and one import of everything for all files.
          isolate: false,
          retry,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
