// A root directory made on the spot from Debian's busybox-static.

import { execFileSync } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const busybox = "/bin/busybox";

/** With every busybox applet, root and one ordinary user (uid 1000). */
export function makeRootfs(rootfs: string): void {
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
