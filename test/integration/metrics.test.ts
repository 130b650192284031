// Our reading of a container's cgroup against the Go shim's, field by field: a container under the Go shim, asked twice,
// through `ctr tasks metrics` and by our own reader.

import { join } from "node:path";
import { execa } from "execa";
import { describe, expect, test, vi } from "vitest";
import { io as v1 } from "../../proto/gen/cgroups-v1.js";
import { initPid, remove, runDetached } from "../helpers/containers.ts";
import { shims } from "../helpers/shim-under-test.ts";
import { useContainerd } from "../helpers/use-containerd.ts";

// The Go shim finds no cgroup at all where a hierarchy that processes are in is mounted nowhere, as hugetlb is after
// crun's tests; here it is mounted.
const containerd = useContainerd({ withHugetlb: true });

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** What `ctr` prints: 64-bit numbers as numbers, nothing that is empty or zero. */
function normalise(value: unknown): Json | undefined {
  if (value === 0 || value === "" || value === false || value === null || value === undefined) return undefined;
  if (Array.isArray(value)) {
    const list = value.map((item) => normalise(item) ?? 0);
    return list.length === 0 ? undefined : list;
  }
  if (typeof value !== "object") return value as Json;
  if ("toNumber" in value) return normalise((value as { toNumber(): number }).toNumber());
  const entries = Object.entries(value).flatMap(([key, item]) => {
    const normal = normalise(item);
    return normal === undefined ? [] : [[snakeCase(key), normal] as const];
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

function snakeCase(key: string): string {
  return key.toLowerCase().replaceAll("_", "");
}

/** As our reader sees the cgroup of the container, in the daemon's mount namespace. */
async function byOurReader(id: string): Promise<Json | undefined> {
  const pid = String(await initPid(containerd(), id));
  const program = join(import.meta.dirname, "../fixtures/read-metrics.ts");
  const nsenter = ["--mount", "--target", String(containerd().pid), "--wd=/", "--", process.execPath, program, pid];
  const { stdout } = await execa("nsenter", nsenter);
  const [typeUrl, value = ""] = stdout.split(" ");
  expect(typeUrl).toBe("io.containerd.cgroups.v1.Metrics");
  return normalise({ ...v1.containerd.cgroups.v1.Metrics.decode(Buffer.from(value, "base64")) });
}

async function byCtr(id: string): Promise<Json | undefined> {
  const text = await containerd().ctr.run("tasks", "metrics", "--format", "json", id);
  return normalise(JSON.parse(text));
}

describe("metrics", () => {
  for (const flags of [[], ["--memory-limit", String(64 << 20), "--cpus", "0.5"]]) {
    test(`are those of the Go shim for the same container, with ${flags.join(" ") || "no limits"}`, async () => {
      const script = "dd if=/dev/zero of=/tmp/file bs=1M count=3 2>/dev/null; sleep 1000 & sleep 1000";
      const id = await runDetached(containerd(), ["sh", "-c", script], { flags, runtime: shims.go.runtime });
      // Frozen, so that no counter moves between the two readings.
      await containerd().ctr.run("tasks", "pause", id);
      // The kernel adds up a few of its counters late.
      await vi.waitFor(
        async () => {
          const theirs = await byCtr(id);
          expect(theirs).toHaveProperty("memory.usage.limit");
          expect(await byOurReader(id)).toEqual(theirs);
        },
        { timeout: 20_000, interval: 200 },
      );
      await containerd().ctr.run("tasks", "resume", id);
      await remove(containerd(), id);
    });
  }

  test("come through the shim under test as our reader has them", async () => {
    const id = await runDetached(containerd(), ["sleep", "1000"], { flags: ["--memory-limit", String(64 << 20)] });
    await containerd().ctr.run("tasks", "pause", id);
    await vi.waitFor(async () => expect(await byCtr(id)).toEqual(await byOurReader(id)), {
      timeout: 20_000,
      interval: 200,
    });
    await containerd().ctr.run("tasks", "resume", id);
    await remove(containerd(), id);
  });

  test("of a task that is not there fail, and the next call works", async () => {
    const id = await runDetached(containerd());
    expect((await containerd().ctr.try("tasks", "metrics", "nobody")).exitCode).toBe(1);
    expect((await containerd().ctr.try("tasks", "metrics", id)).exitCode).toBe(0);
    await remove(containerd(), id);
  });
});
