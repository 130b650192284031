// `runts install --cri` and what Kubernetes gets by it: pods of a handler that was not there before.

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { Finding } from "../../operate/doctor/finding.ts";
import type { ShimView } from "../../operate/snapshot.ts";
import { isContainerd2 } from "../helpers/daemon-under-test.ts";
import { runts, runtsJson } from "../helpers/runts.ts";
import { isOurs } from "../helpers/shim-under-test.ts";
import { honoursRuntimePath } from "./cri-config.ts";
import { type Cri, Pod } from "./pod.ts";
import { untilReady, useCri } from "./use-cri.ts";

const place = mkdtempSync(join(tmpdir(), "runts-install-"));
const prefix = join(place, "prefix");
afterAll(() => rmSync(place, { recursive: true }));

const path = [join(prefix, "sbin"), join(prefix, "bin")];

async function restart(cri: Cri) {
  await cri.containerd.shutDown();
  await cri.containerd.boot();
  await untilReady(cri);
}

async function shimOf(pod: Pod): Promise<ShimView | undefined> {
  return (await runtsJson<ShimView[]>(["ps", "-n", "k8s.io"])).find(({ id }) => id === pod.id);
}

/** What doctor has to say of a pod and its containers. */
async function complaints(cri: Cri, ...ids: string[]): Promise<string[]> {
  const words = [
    "doctor",
    "--config",
    join(cri.containerd.directory, "config.toml"),
    "--older-than",
    "0.001",
    "--json",
  ];
  const findings = JSON.parse((await runts(words)).stdout) as Finding[];
  expect(findings.length).toBeGreaterThan(5);
  return findings
    .filter(({ level, what }) => level !== "note" && ids.some((id) => what.includes(id)))
    .map(({ what }) => what);
}

describe.runIf(isOurs)("runts install --cri", () => {
  const cri = useCri({ path });
  const handler = "operated";

  test("gives pods a handler of its own, and uninstall takes it back byte by byte", async () => {
    const config = join(cri().containerd.directory, "config.toml");
    const before = readFileSync(config);
    await expect(Pod.run(cri(), { handler })).rejects.toThrow(handler);
    const installed = await runts(["install", "--prefix", prefix, "--config", config, "--cri", "--name", handler]);
    expect(installed).toMatchObject({ exitCode: 0, stderr: "" });
    expect(installed.stdout).toMatch(/reads its configuration when it starts.*\n.*containers survive/);
    await restart(cri());
    const pod = await Pod.run(cri(), { handler });
    const container = await pod.start();
    expect(await container.sh("echo hello")).toBe("hello\n");
    const shim = await shimOf(pod);
    expect(shim).toMatchObject({ kind: "runts", program: "containerd-shim-operated-v2" });
    expect(shim?.containers.map(({ group }) => group)).toEqual([pod.id, pod.id]);
    expect(shim?.containers.map(({ name }) => name).sort()).toEqual([
      `default/${pod.config.metadata.name}`,
      `default/${pod.config.metadata.name}/main`,
    ]);
    expect(await complaints(cri(), pod.id, container.id)).toEqual([]);
    // As they say: it survives.
    await restart(cri());
    expect(await container.sh("echo still here")).toBe("still here\n");
    expect((await runts(["uninstall", "--prefix", prefix])).exitCode).toBe(5);
    await pod.remove();
    expect(await runts(["uninstall", "--prefix", prefix])).toMatchObject({ exitCode: 0, stderr: "" });
    expect(readFileSync(config).equals(before)).toBe(true);
    expect(existsSync(prefix)).toBe(false);
    await restart(cri());
    await expect(Pod.run(cri(), { handler })).rejects.toThrow(handler);
  });
});

describe.runIf(isOurs)("runts install --cri with a file that is imported", () => {
  const cri = useCri({ path });
  const plugin = isContainerd2 ? "io.containerd.cri.v1.runtime" : "io.containerd.grpc.v1.cri";

  // An imported table of containerd 1.x takes the place of the whole plugin's; 2.x puts the two together.
  test(`${isContainerd2 ? "adds its handler" : "refuses what that file would undo"}`, async () => {
    const config = join(cri().containerd.directory, "config.toml");
    const imported = join(place, "imported.toml");
    const runtimes = `[plugins."${plugin}".containerd.runtimes.imported]\nruntime_type = "io.containerd.runc.v2"\n`;
    writeFileSync(imported, `version = ${isContainerd2 ? 3 : 2}\n${runtimes}`);
    const text = readFileSync(config, "utf8");
    const before = `imports = [${JSON.stringify(imported)}]\n${text}`;
    writeFileSync(config, before);
    const result = await runts(["install", "--prefix", prefix, "--config", config, "--cri", "--dry-run"]);
    expect(result.exitCode).toBe(isContainerd2 ? 0 : 5);
    if (!isContainerd2) expect(result.stderr).toMatch(/would not know .*runts.*imports\?/);
    expect(readFileSync(config, "utf8")).toBe(before);
    writeFileSync(config, text);
  });
});

// What comes first in PATH there is ours already with containerd 1.6, whose CRI plugin can't be told a path.
function dropIn(): void {
  const cri = useCri({ path, runtimes: "" });

  test("gives pods of the default handler our shim, by its path", async () => {
    const config = join(cri().containerd.directory, "config.toml");
    const before = readFileSync(config);
    const ofGo = await Pod.run(cri(), { handler: "" });
    expect((await shimOf(ofGo))?.kind).toBe("go");
    const installed = await runts(["install", "--prefix", prefix, "--config", config, "--cri", "--drop-in"]);
    expect(installed).toMatchObject({ exitCode: 0, stderr: "" });
    expect(readFileSync(config, "utf8")).toContain(`runtime_path = "${prefix}/bin/containerd-shim-runts-v2"`);
    await restart(cri());
    const pod = await Pod.run(cri(), { handler: "" });
    expect(await shimOf(pod)).toMatchObject({ kind: "runts", program: "containerd-shim-runts-v2" });
    expect((await shimOf(ofGo))?.kind).toBe("go");
    const [one, two] = [await ofGo.start(), await pod.start()];
    expect(await complaints(cri(), ofGo.id, pod.id, one.id, two.id)).toEqual([]);
    await pod.remove();
    await ofGo.remove();
    expect(await runts(["uninstall", "--prefix", prefix])).toMatchObject({ exitCode: 0, stderr: "" });
    expect(readFileSync(config).equals(before)).toBe(true);
  });
}

if (isOurs && honoursRuntimePath) describe("runts install --cri --drop-in", dropIn);
