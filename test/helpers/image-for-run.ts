// Vitest's global set-up of the integration tests: the image archive is made once per run.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { makeImageArchive } from "./rootfs-image.ts";

export default async function setup(project: TestProject): Promise<() => void> {
  // Before anything is written that only root could remove.
  if (process.geteuid?.() !== 0) throw new Error("these tests run containers: run them as root");
  const directory = mkdtempSync(join(tmpdir(), "runts-image-"));
  project.provide("imageArchive", await makeImageArchive(directory));
  return () => rmSync(directory, { recursive: true });
}
