// `runts install`, `upgrade` and `uninstall`, below a prefix of our own, beside real containerds.

import {
  appendFileSync,
  chmodSync,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { execa } from "execa";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { parseVersion } from "../../operate/containerd.ts";
import { editCriConfig } from "../../operate/install/cri-config.ts";
import type { ShimView } from "../../operate/snapshot.ts";
import { remove, run, runDetached } from "../helpers/containers.ts";
import { daemonOf } from "../helpers/daemon-under-test.ts";
import { runts, runtsJson, runtsProgram } from "../helpers/runts.ts";
import { isOurs, shims } from "../helpers/shim-under-test.ts";
import { useContainerd } from "../helpers/use-containerd.ts";

const place = mkdtempSync(join(tmpdir(), "runts-install-"));
const prefix = join(place, "prefix");
afterAll(() => rmSync(place, { recursive: true }));

// Nothing of ours in its PATH but what is installed.
const containerd = useContainerd(() => ({
  shim: { ...shims.go, path: [] },
  path: [join(prefix, "sbin"), join(prefix, "bin")],
}));

const config = () => join(containerd().directory, "config.toml");
const words = () => ["--prefix", prefix, "--config", config(), "--docker-config", join(place, "daemon.json")];

async function install(...more: string[]) {
  return runts(["install", ...words(), ...more]);
}

async function uninstall(...more: string[]) {
  return runts(["uninstall", "--prefix", prefix, ...more]);
}

/** Every path below `directory`, with what it is. */
function listing(directory: string): string[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory, { recursive: true, encoding: "utf8" }).sort();
}

async function restart() {
  await containerd().shutDown();
  await containerd().boot();
}

async function kindOf(id: string): Promise<ShimView> {
  const found = (await runtsJson<ShimView[]>(["ps", "-n", containerd().namespace])).find((shim) => shim.id === id);
  if (found === undefined) throw new Error(`no shim for ${id}`);
  return found;
}

/** A build of the next version, as far as anybody can see: other bytes. */
function nextVersion(): string {
  const directory = join(place, "next");
  mkdirSync(directory, { recursive: true });
  const program = join(directory, "runts");
  copyFileSync(realpathSync(runtsProgram), program);
  appendFileSync(program, "next");
  return program;
}

describe.runIf(isOurs)("runts", () => {
  beforeEach(() => {
    if (existsSync(prefix)) throw new Error(`left behind: ${listing(prefix).join()}`);
  });

  test("installs a runtime of its own, which runs containers, and leaves nothing behind", async () => {
    const dry = await install("--dry-run");
    expect(dry).toMatchObject({ exitCode: 0 });
    expect(dry.stdout).toMatch(/link .*containerd-shim-runts-v2/);
    expect(existsSync(prefix)).toBe(false);

    expect(await install()).toMatchObject({ exitCode: 0, stderr: "" });
    const shim = join(prefix, "bin/containerd-shim-runts-v2");
    expect(readlinkSync(shim)).toMatch(/^\.\.\/lib\/runts\/\d.*-[0-9a-f]{12}\/containerd-shim-runts-v2$/);
    expect(statSync(shim).mode & 0o777).toBe(0o755);
    const command = await execa(join(prefix, "bin/runts"), ["--version"]);
    expect(command.stdout).toMatch(/^runts \d/);
    expect((await run(containerd(), ["echo", "hello"], { runtime: "io.containerd.runts.v2" })).stdout).toBe("hello\n");

    const again = await install();
    expect(again.stdout).toMatch(/Nothing to do/);
    expect(JSON.parse((await install("--json")).stdout)).toEqual({
      changed: false,
      steps: [],
      remarks: [],
      restarts: [],
    });
    expect(JSON.parse((await uninstall("--json", "--dry-run")).stdout)).toMatchObject({ changed: false, edits: [] });
    expect(await uninstall()).toMatchObject({ exitCode: 0, stderr: "" });
    expect(listing(prefix)).toEqual([]);
    expect(existsSync(prefix)).toBe(false);
    expect((await uninstall()).exitCode).toBe(3);
  });

  test("takes up a link that somebody has made by hand, as the README says", async () => {
    expect((await install()).exitCode).toBe(0);
    const link = join(prefix, "sbin/containerd-shim-runc-v2");
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(prefix, "bin/containerd-shim-runts-v2"), link);
    expect(await install("--drop-in")).toMatchObject({ exitCode: 0, stderr: "" });
    expect((await uninstall()).exitCode).toBe(0);
    expect(lstatSync(link, { throwIfNoEntry: false })).toBeUndefined();
    rmSync(prefix, { recursive: true });
  });

  test("installs under another name", async () => {
    await install("--name", "small");
    const id = await runDetached(containerd(), ["sleep", "1000"], { runtime: "io.containerd.small.v2" });
    expect(await kindOf(id)).toMatchObject({ kind: "runts", program: "containerd-shim-small-v2" });
    await remove(containerd(), id);
    await uninstall();
  });

  test("takes the Go shim's place from a restart of containerd on, and gives it back", async () => {
    const runtime = "io.containerd.runc.v2";
    const before = await runDetached(containerd(), ["sleep", "1000"], { runtime });
    const installed = await install("--drop-in");
    expect(installed.stdout).toMatch(/containerd remembers where it has found a shim.*systemctl restart/);
    // As it says: the shim that containerd knows serves on.
    const between = await runDetached(containerd(), ["sleep", "1000"], { runtime });
    expect((await kindOf(between)).kind).toBe("go");
    await restart();
    const after = await runDetached(containerd(), ["sleep", "1000"], { runtime });
    expect(await kindOf(after)).toMatchObject({ kind: "runts", program: "containerd-shim-runc-v2" });
    expect((await kindOf(before)).kind).toBe("go");

    const refused = await uninstall();
    expect(refused).toMatchObject({ exitCode: 5, stdout: "" });
    expect(refused.stderr).toContain(`${containerd().namespace}/${after}`);
    for (const id of [before, between, after]) await remove(containerd(), id);
    expect(await uninstall()).toMatchObject({ exitCode: 0 });
    expect(existsSync(prefix)).toBe(false);
    await restart();
    const last = await runDetached(containerd(), ["sleep", "1000"], { runtime });
    expect((await kindOf(last)).kind).toBe("go");
    await remove(containerd(), last);
  });

  test("an upgrade leaves running shims their file, and removes it when the last has gone", async () => {
    const runtime = "io.containerd.runts.v2";
    await install("--name", "other");
    await install();
    const old = await runDetached(containerd(), ["sleep", "1000"], { runtime });
    const { executable } = await kindOf(old);
    const next = nextVersion();
    const upgraded = await execa(next, ["upgrade", "--prefix", prefix]);
    expect(upgraded.stdout).toMatch(/link .*bin\/containerd-shim-runts-v2/);
    expect(upgraded.stdout).not.toMatch(/restart/);
    const fresh = await runDetached(containerd(), ["sleep", "1000"], { runtime });
    expect((await kindOf(fresh)).executable).not.toBe(executable);
    expect(await kindOf(old)).toMatchObject({ executable, isReplaced: false });
    expect(existsSync(executable)).toBe(true);
    await remove(containerd(), old);
    await execa(next, ["upgrade", "--prefix", prefix]);
    expect(existsSync(dirname(executable))).toBe(false);
    // What was linked by an earlier install as well.
    for (const link of [join(prefix, "bin/containerd-shim-runts-v2"), join(prefix, "bin/containerd-shim-other-v2")]) {
      expect(realpathSync(link)).toBe((await kindOf(fresh)).executable);
    }
    await remove(containerd(), fresh);
    await uninstall();
  });

  test("refuses what is somebody else's, and changes nothing then", async () => {
    mkdirSync(join(prefix, "bin"), { recursive: true });
    writeFileSync(join(prefix, "bin/containerd-shim-runts-v2"), "mine");
    const refused = await install();
    expect(refused).toMatchObject({ exitCode: 5, stdout: "" });
    expect(refused.stderr).toMatch(/not of this installation/);
    expect(listing(prefix)).toEqual(["bin", "bin/containerd-shim-runts-v2"]);
    rmSync(prefix, { recursive: true });
    const elsewhere = join(place, "elsewhere");
    expect(await runts(["install", "--prefix", elsewhere, "--config", config()])).toMatchObject({ exitCode: 5 });
    expect(await runts(["install", "--prefix", elsewhere, "--config", config(), "--drop-in"])).toMatchObject({
      exitCode: 5,
      stderr: expect.stringMatching(/looks for shims in/),
    });
    expect(existsSync(elsewhere)).toBe(false);
    expect(await install("--drop-in", "--name", "x")).toMatchObject({ exitCode: 2 });
    expect(await install("--name", "a-b")).toMatchObject({ exitCode: 2 });
  });

  describe("that edits Docker's configuration", () => {
    const file = join(place, "daemon.json");
    const before = '{\n\t"debug": true, // for now\n\t"log-driver": "local"\n}\n';

    beforeEach(() => {
      writeFileSync(file, before);
      chmodSync(file, 0o640);
    });

    test("shows a diff first, keeps its comments and mode, and restores it byte by byte", async () => {
      const dry = await install("--docker", "--dry-run");
      expect(dry.stdout).toMatch(/^ +\+\t"runtimes": \{$/m);
      expect(readFileSync(file, "utf8")).toBe(before);
      const done = await install("--docker");
      expect(done.stdout).toMatch(/systemctl restart docker/);
      expect(readFileSync(file, "utf8")).toMatch(
        /"debug": true, \/\/ for now\n[\s\S]*"runtimeType": "io.containerd.runts.v2"/,
      );
      expect(statSync(file).mode & 0o777).toBe(0o640);
      await uninstall();
      expect(readFileSync(file, "utf8")).toBe(before);
      expect(statSync(file).mode & 0o777).toBe(0o640);
      expect(listing(place)).not.toContain("prefix");
    });

    test("takes only its own out of one that was edited since", async () => {
      await install("--docker");
      writeFileSync(file, readFileSync(file, "utf8").replace("true, // for now", "false,"));
      expect(await uninstall()).toMatchObject({ exitCode: 0 });
      expect(readFileSync(file, "utf8")).toBe(before.replace("true, // for now", "false,"));
    });

    test("refuses to restore one that was edited where it is named, unless it is forced to leave it", async () => {
      await install("--docker");
      writeFileSync(file, readFileSync(file, "utf8").replace("io.containerd.runts.v2", "io.containerd.other.v2"));
      const edited = readFileSync(file, "utf8");
      const refused = await uninstall();
      expect(refused).toMatchObject({ exitCode: 5, stdout: "" });
      expect(refused.stderr).toMatch(/daemon\.json was edited since.*as it was before: \/.*daemon\.json/);
      expect(await uninstall("--force")).toMatchObject({ exitCode: 0 });
      expect(readFileSync(file, "utf8")).toBe(edited);
      expect(existsSync(prefix)).toBe(false);
    });

    test("removes one that it has made", async () => {
      rmSync(file);
      await install("--docker");
      expect(JSON.parse(readFileSync(file, "utf8"))).toEqual({
        runtimes: { runts: { runtimeType: "io.containerd.runts.v2" } },
      });
      await uninstall();
      expect(existsSync(file)).toBe(false);
    });

    test("leaves one that it does not understand", async () => {
      writeFileSync(file, '{ "debug": tru }');
      const refused = await install("--docker");
      expect(refused).toMatchObject({ exitCode: 5, stdout: "" });
      expect(refused.stderr).toMatch(/daemon\.json is left alone: \w+ in line 1/);
      expect(existsSync(prefix)).toBe(false);
      rmSync(file);
    });
  });

  const asWritten = [
    [
      "1.6",
      'version = 2\n[plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc]\nruntime_type = "io.containerd.runc.v2"\n[plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc.options]\nSystemdCgroup = true\n',
    ],
    ["1.6", ""],
    [
      "1.7",
      'version = 2\n[plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc]\nruntime_type = "io.containerd.runc.v2"\n',
    ],
    [
      "2.1",
      'version = 2\n[plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc]\nruntime_type = "io.containerd.runc.v2"\n',
    ],
    ["2.1", "version = 3\n"],
    ["2.1", ""],
  ] as const;
  test.each(asWritten)("what containerd %s is told by an edit is what it reads (%#)", async (generation, before) => {
    const program = join(daemonOf(generation).path[0] ?? "/usr/bin", "containerd");
    const file = join(place, "told.toml");
    const wish = {
      name: "runts",
      shimPath: "/opt/shim",
      containerd: parseVersion((await execa(program, ["--version"])).stdout),
      optionsFile: "/etc/runts.toml",
    };
    const dump = async (text: string) => {
      writeFileSync(file, text);
      return (await execa(program, ["--config", file, "config", "dump"])).stdout;
    };
    const named = editCriConfig(before, { ...wish, runtimeType: "io.containerd.runts.v2" });
    const withHandler = await dump(named.text);
    expect(withHandler).toMatch(/containerd\.runtimes\.runts\]/);
    expect(withHandler).toMatch(/runtime_type = ['"]io\.containerd\.runts\.v2['"]/);
    expect(withHandler).toMatch(/containerd\.runtimes\.runc\]/);
    if (before.includes("SystemdCgroup")) expect(withHandler).toMatch(/ConfigPath = "\/etc\/runts\.toml"/);
    const dropIn = editCriConfig(before, { ...wish, runtimeType: undefined });
    const withPath = await dump(dropIn.text);
    if (generation !== "1.6") expect(withPath).toMatch(/runtime_path = ['"]\/opt\/shim['"]/);
    rmSync(file);
  });
});
