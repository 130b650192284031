import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { sized } from "../test/helpers/soak.ts";
import { writeFileAtomically } from "./file.ts";

let directory = "";
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "runts-file-"));
});
afterEach(() => rmSync(directory, { recursive: true }));

describe("writeFileAtomically", () => {
  test("replaces a file and its mode, and leaves nothing beside it", () => {
    const path = join(directory, "file");
    for (const [content, mode] of [
      ["one", 0o644],
      ["two", 0o600],
    ] as const) {
      writeFileAtomically(path, content, mode);
      expect(readFileSync(path, "utf8")).toBe(content);
      expect(statSync(path).mode & 0o777).toBe(mode);
    }
    expect(readdirSync(directory)).toEqual(["file"]);
  });

  test("throws, and leaves the old file, where it can't be written", () => {
    expect(() => writeFileAtomically(join(directory, "no", "file"), "x", 0o600)).toThrow(/no such file or directory/);
    expect(readdirSync(directory)).toEqual([]);
  });

  test("killed at any moment leaves all or nothing under the name (KF-043)", { timeout: 120_000 }, async () => {
    const path = join(directory, "state");
    const length = 300_000;
    const script = `import { writeFileAtomically } from ${JSON.stringify(join(import.meta.dirname, "file.ts"))};
      process.stdout.write("up");
      for (let n = 0; ; n += 1) writeFileAtomically(${JSON.stringify(path)}, String(n % 10).repeat(${length}), 0o600);`;
    for (let round = 0; round < sized(8, 100); round += 1) {
      const child = spawn(process.execPath, ["--input-type=module", "--eval", script], {
        stdio: ["ignore", "pipe", "ignore"],
      });
      const exited = once(child, "exit");
      await Promise.race([once(child.stdout, "data"), exited]);
      await delay(round % 20);
      child.kill("SIGKILL");
      await exited;
      const visible = readdirSync(directory).filter((name) => !name.startsWith("."));
      if (visible.length === 0) continue;
      expect(visible).toEqual(["state"]);
      const content = readFileSync(path, "latin1");
      expect(content).toBe((content[0] ?? "").repeat(length));
    }
  });
});
