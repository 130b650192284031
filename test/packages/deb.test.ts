// The package in fresh Debians: installed, upgraded under a running container, removed, with the containerd of that Debian.

import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from "vitest";
import { eventually } from "../helpers/eventually.ts";
import { imageName } from "../helpers/rootfs-image.ts";
import { isSoak } from "../helpers/soak.ts";
import { DebianRoot, removeCgroups } from "./debian-root.ts";

const packages = join(import.meta.dirname, "../../dist/packages");
const version = JSON.parse(readFileSync(join(import.meta.dirname, "../../package.json"), "utf8")).version;
const machine = process.arch === "arm64" ? "arm64" : "amd64";
const next = `${version}+next`;

let directory = "";
beforeAll(() => {
  if (!readdirSync(packages).includes(`runts_${version}_${machine}.deb`))
    throw new Error("scripts/package was not run");
  directory = mkdtempSync(join(tmpdir(), "runts-packages-"));
  makeNextVersion();
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** The same files as a later version: what dpkg does with it is what counts. */
function makeNextVersion(): void {
  const tree = join(directory, "tree");
  execFileSync("dpkg-deb", ["--raw-extract", join(packages, `runts_${version}_${machine}.deb`), tree]);
  const control = join(tree, "DEBIAN/control");
  writeFileSync(control, readFileSync(control, "utf8").replace(`Version: ${version}`, `Version: ${next}`));
  execFileSync("dpkg-deb", ["-Zzstd", "-z1", "--root-owner-group", "--build", tree, join(directory, "next.deb")]);
  rmSync(tree, { recursive: true });
}

test("SHA256SUMS has the sums of all", () => {
  expect(execFileSync("sha256sum", ["--check", "SHA256SUMS"], { cwd: packages, encoding: "utf8" })).toMatch(
    new RegExp(`runts_${version}_${machine}\\.deb: OK`),
  );
});

describe.each(isSoak ? ["bookworm", "trixie"] : ["trixie"])("in a fresh %s", (suite) => {
  const mark = `runts-${randomBytes(6).toString("hex")}`;
  let root: DebianRoot;
  beforeEach(async () => {
    root = await DebianRoot.start(suite);
  });
  afterEach(async () => {
    await root.stop();
    removeCgroups(mark);
  });

  test("it is installed, runs a container, is upgraded under it, and leaves nothing when it is removed", async () => {
    root.copyIn(join(packages, `runts_${version}_${machine}.deb`), "/runts.deb");
    root.copyIn(join(directory, "next.deb"), "/next.deb");
    root.copyIn(inject("imageArchive"), "/image.tar");
    const before = await filesOf(root);

    await root.run("dpkg --install /runts.deb");
    expect(await root.run("runts --version")).toContain(version);
    expect(await root.run("dpkg --verify runts")).toBe("");

    await root.run("containerd >/run/containerd.log 2>&1 &");
    await eventually("containerd answers", async () => (await root.try("ctr version")).exitCode === 0);
    await root.run(`ctr -n ${mark} image import /image.tar`);
    const start = (id: string) =>
      root.run(`ctr -n ${mark} run --detach --runtime io.containerd.runts.v2 ${imageName} ${id} sleep 1000`);
    await start("first");
    const pid = (await root.run("pgrep --full '[c]ontainerd-shim-runts-v2.* -id first'")).trim();
    const mapped = await root.run(`cat /proc/${pid}/maps`);
    expect(mapped).toContain("/usr/lib/runts/");
    expect(await root.run("ls /run")).not.toMatch(/^runts$/m);

    await root.run("dpkg --install /next.deb");
    expect(await root.run("dpkg-query --show runts")).toBe(`runts\t${next}`);
    expect(await root.run(`readlink /proc/${pid}/exe`)).toContain("(deleted)");
    expect(await root.run(`ctr -n ${mark} task exec --exec-id e first echo still here`)).toBe("still here");
    await start("second");
    const later = (await root.run("pgrep --full '[c]ontainerd-shim-runts-v2.* -id second'")).trim();
    expect(await root.run(`readlink /proc/${later}/exe`)).toBe("/usr/bin/containerd-shim-runts-v2");

    expect(await root.run("dpkg --remove runts 2>&1")).toContain("2 shims serve containers and go on");
    expect(await root.run(`ctr -n ${mark} task exec --exec-id e second echo still here`)).toBe("still here");
    for (const id of ["first", "second"]) {
      await root.run(`ctr -n ${mark} task kill --signal KILL ${id}`);
      await eventually("it has ended", async () => (await root.try(`ctr -n ${mark} task rm ${id}`)).exitCode === 0);
    }
    await eventually("the shims have left", async () => (await root.try("pgrep containerd-shim")).exitCode === 1);
    await root.run("dpkg --purge runts");
    expect(await filesOf(root)).toEqual(before);
  });
});

/** All that a package could leave, but for what dpkg and containerd write for themselves. */
async function filesOf(root: DebianRoot): Promise<string[]> {
  const found = await root.run(
    "find / -xdev -not -path '/var/lib/dpkg/*' -not -path '/var/log/*' -not -path '/opt*' -not -path '/etc/cni*' | sort",
  );
  return found.split("\n");
}
