import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { PublishBinary } from "./publish-binary.ts";

test("PublishBinary keeps what is published, in order, once", () => {
  const directory = mkdtempSync(join(tmpdir(), "runts-publish-"));
  try {
    const binary = new PublishBinary(directory);
    const before = Date.now();
    const flags = [
      ["--address", "/a", "publish", "--topic", "/tasks/start", "--namespace", "ns"],
      ["-address=/a", "publish", "-topic=/tasks/exit", "-namespace=ns"],
    ];
    for (const [at, words] of flags.entries()) {
      expect(spawnSync(binary.path, words, { input: Buffer.from([1, 0, at]) }).status).toBe(0);
    }
    const taken = binary.take();
    expect(taken.map(({ topic, namespace, event }) => [topic, namespace, [...event]])).toEqual([
      ["/tasks/start", "ns", [1, 0, 0]],
      ["/tasks/exit", "ns", [1, 0, 1]],
    ]);
    expect(Math.abs((taken[0]?.atMs ?? 0) - before)).toBeLessThan(60_000);
    expect(binary.take()).toEqual([]);
  } finally {
    rmSync(directory, { recursive: true });
  }
});
