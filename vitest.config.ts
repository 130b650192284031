import { defineConfig } from "vitest/config";

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
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
