import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";

const fixture = join(import.meta.dirname, "../../test/fixtures/unmapped-owner.ts");
const inNamespace = ["--user", "--map-root-user"];
const mayUnshare = spawnSync("unshare", [...inNamespace, "true"]).status === 0;

test.skipIf(!mayUnshare)(
  "stdio that can't be given to its owner leaves no descriptor and no logging binary (needs user namespaces)",
  () => {
    const directory = mkdtempSync(join(tmpdir(), "runts-owner-"));
    try {
      const node = [process.execPath, "--disable-warning=ExperimentalWarning", fixture, directory];
      const { stdout, stderr } = spawnSync("unshare", [...inNamespace, ...node], { encoding: "utf8", timeout: 20_000 });
      const result = JSON.parse(stdout === "" ? JSON.stringify(stderr) : stdout) as { texts: string[] };
      expect(result).toMatchObject({ moreDescriptors: 0, children: 0 });
      for (const text of result.texts) expect(text).toContain("invalid argument");
    } finally {
      rmSync(directory, { recursive: true });
    }
  },
);
