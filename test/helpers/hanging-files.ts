// File systems that keep whoever touches them waiting.

import { execFileSync } from "node:child_process";
import { mkdirSync, truncateSync, writeFileSync } from "node:fs";
import { O_RDWR, openFd } from "../../sys/fd.ts";
import { libcOrThrow } from "../../sys/ffi.ts";
import { detachMount } from "../../sys/mount.ts";

/** A file system at `path` whose server never answers, until the returned function is called. */
export function mountSilent(path: string): () => void {
  mkdirSync(path, { recursive: true });
  const server = openFd("/dev/fuse", O_RDWR, "a silent server");
  libcOrThrow("mount", path, "silent", path, "fuse", 0, `fd=${server.number},rootmode=40000,user_id=0,group_id=0`);
  return () => {
    // Whoever waits for it gets ENOTCONN.
    server.close();
    detachMount(path);
  };
}

/** An ext4 of its own at `path`, whose image lies beside it. */
export class FreezableDisk {
  readonly #path: string;
  #isFrozen = false;

  constructor(path: string) {
    this.#path = path;
    const image = `${path}.img`;
    writeFileSync(image, "");
    truncateSync(image, 32 << 20);
    execFileSync("mkfs.ext4", ["-q", image]);
    mkdirSync(path, { recursive: true });
    execFileSync("mount", ["-o", "loop", image, path]);
  }

  /** Who writes waits until `thaw`. */
  freeze(): void {
    execFileSync("fsfreeze", ["-f", this.#path]);
    this.#isFrozen = true;
  }

  thaw(): void {
    if (this.#isFrozen) execFileSync("fsfreeze", ["-u", this.#path]);
    this.#isFrozen = false;
  }

  remove(): void {
    this.thaw();
    // A shim that has just left may not be gone yet.
    const until = performance.now() + 10_000;
    for (;;) {
      try {
        execFileSync("umount", [this.#path], { stdio: "pipe" });
        return;
      } catch (error) {
        if (performance.now() > until) throw error;
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
      }
    }
  }
}
