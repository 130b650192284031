// A root directory made on the spot from Debian's busybox-static.

import { execFileSync } from "node:child_process";
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Where it is on Debian, and on Fedora and Alpine. */
export const busyboxes = ["/bin/busybox", "/usr/sbin/busybox", "/bin/busybox.static"] as const;

/** The first that needs no library: a root directory has none. */
export function findBusybox(): string | undefined {
  return busyboxes.find((path) => existsSync(path) && isStatic(readFileSync(path)));
}

/** Whether an ELF file of 64 bits names no loader (PT_INTERP in its program headers; elf(5)). */
function isStatic(file: Buffer): boolean {
  if (file.length < 64 || file.readUInt32BE(0) !== 0x7f454c46) return false;
  const [first, size, count] = [Number(file.readBigUInt64LE(32)), file.readUInt16LE(54), file.readUInt16LE(56)];
  return Array.from({ length: count }, (_, at) => file.readUInt32LE(first + at * size)).every((type) => type !== 3);
}

/** With every busybox applet, root and one ordinary user (uid 1000). */
export function makeRootfs(rootfs: string): void {
  const busybox = findBusybox();
  if (busybox === undefined) throw new Error(`no static busybox in ${busyboxes.join(" or ")}`);
  for (const directory of ["bin", "dev", "etc", "home/user", "proc", "root", "sys", "tmp"]) {
    mkdirSync(join(rootfs, directory), { recursive: true });
  }
  chmodSync(join(rootfs, "tmp"), 0o1777);
  copyFileSync(busybox, join(rootfs, "bin/busybox"));
  for (const applet of execFileSync(busybox, ["--list"], { encoding: "utf8" }).trimEnd().split("\n")) {
    if (applet !== "busybox") symlinkSync("busybox", join(rootfs, "bin", applet));
  }
  const users = ["root:x:0:0:root:/root:/bin/sh", "user:x:1000:1000:user:/home/user:/bin/sh", ""];
  writeFileSync(join(rootfs, "etc/passwd"), users.join("\n"));
  writeFileSync(join(rootfs, "etc/group"), "root:x:0:\nuser:x:1000:\n");
}
