// The arm64 package where there is no arm64: its program in a root of that machine, under qemu's emulation of a processor. What qemu (7.2) can't
// do is to be a subreaper (prctl(2)), so a shim gets as far as answering `start`, and leaves.

import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const project = join(import.meta.dirname, "../..");
const { version } = JSON.parse(readFileSync(join(project, "package.json"), "utf8")) as { version: string };
const deb = join(project, `dist/packages/runts_${version}_arm64.deb`);
const qemu = "/usr/bin/qemu-aarch64-static";

/** ELF, 64 bits, little-endian, executable or shared object, of machine 183. */
const rule =
  ":arm64:M::\\x7fELF\\x02\\x01\\x01\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x02\\x00\\xb7\\x00:\\xff\\xff\\xff\\xff\\xff\\xff\\xff\\x00\\xff\\xff\\xff\\xff\\xff\\xff\\xff\\xff\\xfe\\xff\\xff\\xff:" +
  `${qemu}:F`;

// The kernel (6.7 and later) has such rules for each user namespace: nothing of it is left on the machine.
const script = `
set -e
mount -t binfmt_misc binfmt_misc /proc/sys/fs/binfmt_misc
printf %s "$2" >/proc/sys/fs/binfmt_misc/register
mkdir -p "$1/proc" "$1/dev"
mount --bind /proc "$1/proc"
for device in null urandom; do touch "$1/dev/$device"; mount --bind "/dev/$device" "$1/dev/$device"; done
mkfifo "$1/log"
exec 9<>"$1/log"
shift 2
chroot "$root" "$@"
`;

describe.runIf(process.arch === "x64" && existsSync(deb) && existsSync(qemu))("the arm64 package under qemu", () => {
  let root = "";
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), "runts-arm64-"));
    const tar = execFileSync(join(project, "scripts/lib/debian-root"), ["bookworm", "arm64"], {
      encoding: "utf8",
    }).trim();
    execFileSync("tar", ["-xf", tar, "-C", root, "--exclude=./dev/*"]);
    execFileSync("dpkg-deb", ["--extract", deb, root]);
  });
  afterAll(() => rmSync(root, { recursive: true }));

  function run(...words: string[]) {
    rmSync(join(root, "log"), { force: true });
    const flags = ["--user", "--map-root-user", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc"];
    return spawnSync("unshare", [...flags, "sh", "-c", script, "sh", root, rule, ...words], {
      encoding: "utf8",
      env: { PATH: "/usr/sbin:/usr/bin:/sbin:/bin", root },
      timeout: 100_000,
    });
  }

  test("says its version, by both of its names", () => {
    expect(run("/usr/bin/containerd-shim-runts-v2", "-v").stdout).toMatch(new RegExp(`Version: +${version}\n`));
    expect(run("/usr/bin/runts", "--version").stdout).toContain(version);
  });

  test("the pod's holder in it is for this machine", () => {
    // As the build writes it: base64 of an ELF header, with elf.h's number 62 for amd64 and 183 for arm64.
    const engine = readFileSync(join(root, "usr/bin/containerd-shim-runts-v2")).toString("latin1");
    const machines = [...engine.matchAll(/f0VMRgIBAQ[A-Za-z0-9+/]{18}/g)].map(([text]) =>
      Buffer.from(text, "base64").readUInt16LE(18),
    );
    expect(new Set(machines)).toEqual(new Set([183]));
  });

  test("-info looks for the runtime, which is not there", () => {
    const { stderr, status } = run("/usr/bin/containerd-shim-runts-v2", "-info");
    expect({ stderr, status }).toEqual({ stderr: expect.stringContaining('path of "runc"'), status: 1 });
  });

  test("start answers with an address, by the launcher, the engine and the ffi addon", () => {
    writeFileSync(join(root, "config.json"), "{}");
    const { stdout, status } = run(
      "/usr/bin/containerd-shim-runts-v2",
      ...["-namespace", "n", "-address", "/run/containerd.sock", "-id", "x", "start"],
    );
    expect({ stdout, status }).toEqual({
      stdout: expect.stringMatching(/^unix:\/\/\/run\/containerd\/s\/[0-9a-f]{64}$/),
      status: 0,
    });
  });
});
