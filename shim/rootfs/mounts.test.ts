import { execFileSync } from "node:child_process";
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { openDescriptors } from "../../sys/fd.ts";
import { mountsBelow } from "../../sys/mount.ts";
import type { RootfsMount } from "./component.ts";
import { mountRootfs, unmountRecursive } from "./mounts.ts";

const isRoot = process.getuid?.() === 0;
const has = (program: string): boolean =>
  (process.env.PATH ?? "").split(":").some((directory) => existsSync(join(directory, program)));

let work = "";
let rootfs = "";

function directory(...parts: string[]): string {
  const path = join(work, ...parts);
  mkdirSync(path, { recursive: true });
  return path;
}

function bind(source: string, options: string[] = [], target = ""): RootfsMount {
  return { type: "bind", source, target, options: ["rbind", ...options] };
}

function mountsNow(): number {
  return mountsBelow(work).length;
}

// Everything here calls mount(2).
describe.skipIf(!isRoot)("as root", () => {
  beforeEach(() => {
    work = mkdtempSync(join(tmpdir(), "rootfs-"));
    rootfs = directory("rootfs");
  });

  afterEach(async () => {
    await unmountRecursive(work);
    expect(mountsNow()).toBe(0);
    rmSync(work, { recursive: true });
    expect(openDescriptors()).toEqual([]);
  });

  test("mountRootfs binds, and unmountRecursive unbinds", async () => {
    const source = directory("source");
    writeFileSync(join(source, "file"), "x");
    await mountRootfs(rootfs, [bind(source)]);
    expect(readFileSync(join(rootfs, "file"), "utf8")).toBe("x");
    await unmountRecursive(rootfs);
    expect(readdirSync(rootfs)).toEqual([]);
    expect(readdirSync(source)).toEqual(["file"]);
  });

  test("mountRootfs makes a bind read-only", async () => {
    await mountRootfs(rootfs, [bind(directory("source"), ["ro"])]);
    expect(() => writeFileSync(join(rootfs, "file"), "x")).toThrow("EROFS");
    expect(mountsBelow(rootfs)[0]?.options).toContain("ro");
  });

  test("mountRootfs mounts an overlay", async () => {
    const lower = directory("lower");
    writeFileSync(join(lower, "a"), "lower");
    const options = [`lowerdir=${lower}`, `upperdir=${directory("upper")}`, `workdir=${directory("work")}`];
    await mountRootfs(rootfs, [{ type: "overlay", source: "overlay", target: "", options }]);
    writeFileSync(join(rootfs, "b"), "new");
    expect(readdirSync(rootfs).sort()).toEqual(["a", "b"]);
    expect(existsSync(join(work, "upper", "b"))).toBe(true);
  });

  test("mountRootfs mounts more layers than a page of options holds, and stays where it is (KF-104)", async () => {
    const snapshots = `snapshots-${"x".repeat(100)}`;
    const lowerdirs: string[] = [];
    for (let layer = 1; layer <= 120; layer += 1) {
      const path = directory(snapshots, String(layer), "fs");
      writeFileSync(join(path, `layer-${layer}`), "");
      lowerdirs.push(path);
    }
    const before = process.cwd();
    const gone = directory("gone");
    process.chdir(gone);
    rmSync(gone, { recursive: true });
    try {
      await mountRootfs(rootfs, [
        { type: "overlay", source: "overlay", target: "", options: [`lowerdir=${lowerdirs.join(":")}`] },
      ]);
      expect(readdirSync(rootfs)).toHaveLength(120);
      expect(execFileSync("readlink", [`/proc/${process.pid}/cwd`], { cwd: "/", encoding: "utf8" }).trim()).toBe(
        `${gone} (deleted)`,
      );
    } finally {
      process.chdir(before);
    }
  });

  test("mountRootfs says when options are too long", async () => {
    const mount = { type: "tmpfs", source: "tmpfs", target: "", options: [`x=${"y".repeat(70_000)}`] };
    await expect(mountRootfs(rootfs, [mount])).rejects.toThrow(/^mount options is too long$/);
  });

  test("mountRootfs resolves targets inside the rootfs", async () => {
    const base = directory("base");
    mkdirSync(join(base, "etc"));
    symlinkSync("/../../etc", join(base, "link"));
    await mountRootfs(rootfs, [bind(base), { type: "tmpfs", source: "tmpfs", target: "/link", options: [] }]);
    expect(mountsBelow(rootfs).map(({ mountPoint }) => mountPoint)).toEqual([rootfs, join(rootfs, "etc")]);
    await unmountRecursive(rootfs);
    expect(mountsNow()).toBe(0);
  });

  test("mountRootfs undoes what it did, and tells what failed", async () => {
    const source = directory("source");
    const missing = join(work, "missing");
    await expect(mountRootfs(rootfs, [bind(source), bind(missing, ["ro"])])).rejects.toThrow(
      `mount source: "${missing}", target: "${rootfs}", fstype: bind, flags: 20481, data: "", err: no such file or directory`,
    );
    expect(mountsNow()).toBe(0);
  });

  test("mountRootfs remounts", async () => {
    await mountRootfs(rootfs, [
      { type: "tmpfs", source: "tmpfs", target: "", options: ["size=1m"] },
      { type: "tmpfs", source: "tmpfs", target: "", options: ["remount", "size=2m"] },
    ]);
    expect(mountsBelow(rootfs).map(({ superOptions }) => superOptions.includes("size=2048k"))).toEqual([true]);
  });

  // As Go: an empty word alone is no data, and a remount without data is none.
  test("mountRootfs takes a remount whose only option is empty for nothing to do", async () => {
    await mountRootfs(rootfs, [
      { type: "tmpfs", source: "none", target: "", options: ["", "remount"] },
      { type: "tmpfs", source: "tmpfs", target: "", options: [] },
    ]);
    expect(mountsBelow(rootfs)).toHaveLength(1);
  });

  test("unmountRecursive takes stacked mounts off, and odd names", async () => {
    const odd = directory("odd name\\\t#\n");
    await mountRootfs(odd, [bind(directory("a")), bind(directory("b")), bind(directory("c"))]);
    expect(mountsBelow(odd)).toHaveLength(3);
    await unmountRecursive(odd);
    expect(mountsNow()).toBe(0);
  });

  test("unmountRecursive leaves neighbours with the same beginning alone", async () => {
    const neighbour = directory("rootfs-2");
    await mountRootfs(neighbour, [bind(directory("a"))]);
    await mountRootfs(rootfs, [bind(directory("a"))]);
    await unmountRecursive(rootfs);
    expect(mountsBelow(neighbour)).toHaveLength(1);
  });

  test("unmountRecursive has nothing to say of a missing path", async () => {
    await unmountRecursive(join(work, "missing", "rootfs"));
  });

  test("unmountRecursive of a busy mount fails and removes nothing; a later try succeeds (KF-042, KF-044)", async () => {
    const source = directory("source");
    writeFileSync(join(source, "sentinel"), "x");
    await mountRootfs(rootfs, [bind(source)]);
    const held = openSync(join(rootfs, "sentinel"), "r");
    await expect(unmountRecursive(rootfs, { attempts: 3, intervalMs: 5 })).rejects.toThrow(
      `failed to unmount target ${rootfs}: device or resource busy`,
    );
    await expect(unmountRecursive(rootfs, { signal: AbortSignal.abort() })).rejects.toThrow("busy");
    expect(readdirSync(rootfs)).toEqual(["sentinel"]);
    const retry = unmountRecursive(rootfs, { intervalMs: 20 });
    setTimeout(() => closeSync(held), 30);
    await retry;
    expect(mountsNow()).toBe(0);
    expect(readdirSync(source)).toEqual(["sentinel"]);
  });

  test.skipIf(!existsSync("/dev/loop-control") || !has("mkfs.ext4"))(
    "mountRootfs attaches a loop device that frees itself",
    async () => {
      const image = join(work, "image");
      writeFileSync(image, "");
      truncateSync(image, 4 << 20);
      execFileSync("mkfs.ext4", ["-q", "-F", image]);
      const attached = () =>
        readdirSync("/sys/block").filter((name) => {
          const file = `/sys/block/${name}/loop/backing_file`;
          return existsSync(file) && readFileSync(file, "utf8").trim() === image;
        });
      for (const options of [["loop"], ["loop", "ro"], ["loop", "direct-io"]]) {
        await mountRootfs(rootfs, [{ type: "ext4", source: image, target: "", options }]);
        expect(readdirSync(rootfs)).toEqual(["lost+found"]);
        expect(attached()).toHaveLength(1);
        await unmountRecursive(rootfs);
        await expect.poll(attached).toEqual([]);
      }
    },
  );

  test("mountRootfs tells why a loop device could not be made", async () => {
    const image = join(work, "image");
    await expect(mountRootfs(rootfs, [{ type: "ext4", source: image, target: "", options: ["loop"] }])).rejects.toThrow(
      existsSync("/dev/loop-control") ? `could not open backing file: ${image}: no such file` : "open",
    );
  });

  test("mountRootfs runs the helper of a FUSE filesystem, and reports its failure", async () => {
    const bin = directory("bin");
    const helper = join(bin, "mount.fuse3");
    const path = process.env.PATH;
    const mount = { type: "fuse3.demo", source: "src", target: "", options: ["a=1", "b"] };
    process.env.PATH = `${bin}:${path}`;
    try {
      writeFileSync(helper, `#!/bin/sh\necho "$@" > ${work}/args\nexec mount -t tmpfs tmpfs "$2"\n`, { mode: 0o755 });
      await mountRootfs(rootfs, [mount]);
      expect(readFileSync(join(work, "args"), "utf8")).toBe(`src ${rootfs} -o a=1 -o b -t demo\n`);
      expect(mountsNow()).toBe(1);
      writeFileSync(helper, "#!/bin/sh\necho no good\nexit 3\n", { mode: 0o755 });
      await expect(mountRootfs(rootfs, [mount])).rejects.toThrow(
        `mount helper [mount.fuse3 [src ${rootfs} -o a=1 -o b -t demo]] failed: "no good\\n": exit status 3`,
      );
      rmSync(helper);
      process.env.PATH = bin;
      await expect(mountRootfs(rootfs, [mount])).rejects.toThrow("executable file not found in $PATH");
    } finally {
      process.env.PATH = path;
    }
  });

  const maps = ["uidmap=0:100000:65536", "gidmap=0:200000:65536"];

  test("mountRootfs maps the owners of a mount", async () => {
    const source = directory("source");
    writeFileSync(join(source, "file"), "x");
    chownSync(join(source, "file"), 5, 6);
    await mountRootfs(rootfs, [bind(source, maps)]);
    expect(statSync(join(rootfs, "file"))).toMatchObject({ uid: 100005, gid: 200006 });
    expect(mountsBelow(rootfs)).toHaveLength(1);
    await unmountRecursive(rootfs);
    await mountRootfs(rootfs, [bind(source, [...maps, "ro"])]);
    expect(statSync(join(rootfs, "file"))).toMatchObject({ uid: 5, gid: 6 });
  });

  test("mountRootfs maps the owners of overlay layers, and leaves no temporary mount", async () => {
    for (const [layer, owner] of [
      ["1", 1],
      ["2", 2],
    ] as const) {
      const path = directory("snapshots", layer, "fs");
      writeFileSync(join(path, layer), "");
      chownSync(join(path, layer), owner, owner);
    }
    const lowerdir = `lowerdir=${work}/snapshots/2/fs:${work}/snapshots/1/fs`;
    await mountRootfs(rootfs, [
      {
        type: "overlay",
        source: "overlay",
        target: "",
        options: [lowerdir, `upperdir=${directory("upper")}`, `workdir=${directory("work")}`, ...maps],
      },
    ]);
    expect(statSync(join(rootfs, "1"))).toMatchObject({ uid: 100001, gid: 200001 });
    expect(statSync(join(rootfs, "2"))).toMatchObject({ uid: 100002, gid: 200002 });
    expect(existsSync(`${rootfs}.lower`)).toBe(false);
    expect(mountsNow()).toBe(1);
  });

  test("mountRootfs refuses a malformed id map and undoes the mount", async () => {
    await expect(mountRootfs(rootfs, [bind(directory("source"), ["uidmap=0:1", "gidmap=0:1:1"])])).rejects.toThrow(
      "user namespace mappings require the format",
    );
    expect(mountsNow()).toBe(0);
  });
});

afterAll(() => {
  if (!isRoot) console.warn("rootfs.test.ts: mount(2) needs root");
});
