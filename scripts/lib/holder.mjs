// holder.mjs: prints bin/holder, compiled for this machine or for TARGET (x86_64, aarch64), as base64: a program of a few
// hundred bytes without a libc, which goes into the bundle (sys/build.ts).

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const host = { x64: "x86_64", arm64: "aarch64" }[process.arch];
const target = process.env.TARGET ?? host;
const compiler = process.env.CC ?? (target === host ? "cc" : `${target}-linux-gnu-gcc`);
const source = fileURLToPath(new URL("../../bin/holder/holder.c", import.meta.url));
const directory = mkdtempSync(join(tmpdir(), "runts-holder-"));
try {
  const linked = join(directory, "holder");
  execFileSync(
    compiler,
    [
      ...["-std=gnu17", "-Os", "-Wall", "-Wextra", "-Werror", "-ffreestanding", "-fno-pic", "-fno-stack-protector"],
      ...["-fno-asynchronous-unwind-tables", "-fno-tree-loop-distribute-patterns", "-mgeneral-regs-only"],
      ...["-nostdlib", "-static", "-no-pie", "-s", "-Wl,--build-id=none", "-Wl,-z,noexecstack", "-Wl,-z,norelro"],
      // Code and constants, nothing to write to: one segment.
      ...["-Wl,-n", "-Wl,-z,noseparate-code"],
      ...[source, "-o", linked],
    ],
    { stdio: ["ignore", "inherit", "inherit"] },
  );
  process.stdout.write(readFileSync(linked).toString("base64"));
} finally {
  rmSync(directory, { recursive: true });
}
