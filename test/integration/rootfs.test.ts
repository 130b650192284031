// Rootfs mounts that come with Create: made below the bundle, undone by Delete and by every failure.

import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { execa } from "execa";
import { expect, test } from "vitest";
import { failure, TestContainer } from "../../conformance/driver/container.ts";
import type { Bundle } from "../../conformance/driver/shim-driver.ts";
import { useDriver } from "../driver/use-driver.ts";
import { mountSilent } from "../helpers/hanging-files.ts";
import { isOurs } from "../helpers/shim-under-test.ts";

const driver = useDriver();

interface Mount {
  type: string;
  source: string;
  target?: string;
  options: string[];
}

const bind = (source: string, target = "", options: string[] = []): Mount => ({
  type: "bind",
  source,
  target,
  options: ["rbind", "rw", ...options],
});

/** Mount points below the bundle, as everybody sees them. */
function mounts(bundle: Bundle): string[] {
  return readFileSync("/proc/self/mountinfo", "utf8")
    .split("\n")
    .map((line) => line.split(" ")[4] ?? "")
    .filter((path) => path.startsWith(`${bundle.path}/`));
}

async function create(rootfs: Mount[], args: readonly string[] = ["sleep", "1000"]) {
  const bundle = driver().bundle({ rootfs: "rootfs", args });
  const client = await driver().shim(bundle);
  const stdout = bundle.output();
  const stderr = bundle.output("stderr");
  const request = { ...bundle.createRequest(), rootfs, stdout: stdout.path, stderr: stderr.path };
  return { bundle, client, stdout, made: client.call("Create", request) };
}

async function output(rootfs: Mount[], script: string): Promise<string> {
  const { bundle, client, stdout, made } = await create(rootfs, ["sh", "-c", script]);
  await made;
  await client.call("Start", { id: bundle.id });
  await client.call("Wait", { id: bundle.id });
  const text = await stdout.toEnd();
  await driver().end(client, bundle);
  expect(mounts(bundle)).toEqual([]);
  return text;
}

test("the rootfs is mounted at Create and unmounted at Delete", async () => {
  const { bundle, client, made } = await create([bind(driver().rootfs)]);
  await made;
  expect(mounts(bundle)).toEqual([join(bundle.path, "rootfs")]);
  await driver().end(client, bundle);
  expect(mounts(bundle)).toEqual([]);
  expect(existsSync(join(driver().rootfs, "bin/busybox"))).toBe(true);
});

test.runIf(isOurs)("a second mount goes to its target below the rootfs", async () => {
  const data = join(driver().directory, "data");
  mkdirSync(data);
  writeFileSync(join(data, "file"), "data\n");
  expect(await output([bind(driver().rootfs), bind(data, "/home")], "cat /home/file")).toBe("data\n");
});

test.runIf(isOurs)("a target that is a symbolic link out of the rootfs stays inside it", async () => {
  // Not below /tmp, which the container has one of its own.
  const outside = mkdtempSync("/run/runts-outside-");
  const data = join(driver().directory, "inside-data");
  mkdirSync(data);
  writeFileSync(join(data, "file"), "inside\n");
  mkdirSync(join(driver().rootfs, outside), { recursive: true });
  symlinkSync(outside, join(driver().rootfs, "trap"));
  expect(await output([bind(driver().rootfs), bind(data, "/trap")], `cat ${outside}/file`)).toBe("inside\n");
  expect(existsSync(join(outside, "file"))).toBe(false);
  rmdirSync(outside);
});

test("a mount that fails leaves nothing of those before it", async () => {
  const { bundle, client, made } = await create([
    bind(driver().rootfs),
    { type: "bind", source: "/does/not/exist", options: ["rbind"] },
  ]);
  const { message } = await failure(made);
  expect(message).toMatch(/^failed to mount rootfs component.*: .*no such file or directory/);
  expect(mounts(bundle)).toEqual([]);
  await driver().shutdown(client, bundle);
});

test("an option that the kernel refuses fails Create", async () => {
  const { bundle, client, made } = await create([{ type: "tmpfs", source: "tmpfs", options: ["nonsense=1"] }]);
  expect((await failure(made)).message).toMatch(/^failed to mount rootfs component.*: .*invalid argument/);
  expect(mounts(bundle)).toEqual([]);
  await driver().shutdown(client, bundle);
});

test("a create that fails in the runtime leaves no mount", async () => {
  const { bundle, client, made } = await create([bind(driver().rootfs)], ["/nope"]);
  expect((await failure(made)).message).toContain("/nope");
  expect(mounts(bundle)).toEqual([]);
  await driver().shutdown(client, bundle);
});

test("an overlay of 120 layers with long paths is mounted (KF-104)", async () => {
  const base = join(driver().directory, "layers-with-a-rather-long-name-as-snapshotters-have-them");
  const layers = Array.from({ length: 120 }, (_, number) => join(base, `snapshot-${number}`, "fs"));
  for (const [number, layer] of layers.entries()) {
    mkdirSync(layer, { recursive: true });
    writeFileSync(join(layer, `file-${number}`), "");
  }
  const root = join(base, "root");
  await execa("cp", ["-a", driver().rootfs, root]);
  // An overlay on an overlay's upper directory is refused by some kernels: a disk of its own.
  const scratch = join(base, "scratch");
  mkdirSync(scratch);
  await execa("mount", ["-t", "tmpfs", "tmpfs", scratch]);
  try {
    for (const name of ["upper", "work"]) mkdirSync(join(scratch, name));
    const lowerdir = `lowerdir=${[...layers, root].join(":")}`;
    const options = [lowerdir, `upperdir=${join(scratch, "upper")}`, `workdir=${join(scratch, "work")}`];
    expect(await output([{ type: "overlay", source: "overlay", options }], "ls / | grep -c file-")).toBe("120\n");
  } finally {
    await execa("umount", [scratch]);
  }
});

test("delete unmounts what a killed shim has mounted, and removes nothing in it (KF-042)", async () => {
  const { bundle, made } = await create([bind(driver().rootfs)]);
  await made;
  await bundle.killShim();
  await bundle.delete();
  expect(mounts(bundle)).toEqual([]);
  expect(existsSync(join(driver().rootfs, "bin/busybox"))).toBe(true);
});

test.runIf(isOurs)("a rootfs that is busy fails Delete, which can be repeated (KF-044)", async () => {
  const { bundle, client, made } = await create([bind(driver().rootfs)]);
  await made;
  const { id } = bundle;
  await client.call("Start", { id });
  await client.call("Kill", { id, signal: 9 });
  await client.call("Wait", { id });
  const holder = execa("sleep", ["30"], { cwd: join(bundle.path, "rootfs"), reject: false });
  expect((await failure(client.call("Delete", { id }))).message).toContain("device or resource busy");
  holder.kill("SIGKILL");
  await holder;
  await client.call("Delete", { id });
  expect(mounts(bundle)).toEqual([]);
  await driver().shutdown(client, bundle);
});

// The Go shim has threads, and waits on one.
test.each([
  ["a bind mount", (path: string) => bind(join(path, "layer"))],
  ["an overlay", (path: string) => ({ type: "overlay", source: "overlay", options: [`lowerdir=${path}/1:${path}/2`] })],
  [
    "an overlay with many layers",
    (path: string) => {
      const layers = Array.from({ length: 100 }, (_, n) => `${path}/a-layer-with-a-long-name-${n}/fs`);
      return { type: "overlay", source: "overlay", options: [`lowerdir=${layers.join(":")}`] };
    },
  ],
])("%s from a file system that does not answer holds nobody else up", async (_, mount) => {
  const path = join(driver().directory, "silent");
  const other = await TestContainer.run(driver(), {});
  const bundle = driver().bundle({ rootfs: "rootfs" });
  const answer = mountSilent(path);
  let made: Promise<unknown> | undefined;
  try {
    made = failure(other.client.call("Create", { ...bundle.createRequest(), rootfs: [mount(path)] }));
    await delay(100);
    const before = performance.now();
    await other.client.call("State", { id: other.id });
    expect(await other.exec("meanwhile")).toBeGreaterThan(0);
    expect(performance.now() - before).toBeLessThan(5000);
  } finally {
    answer();
  }
  expect(await made).toMatchObject({ message: expect.stringContaining("failed to mount rootfs component") });
  expect(mounts(bundle)).toEqual([]);
  await other.end();
});
