// Compiles what is written in C: bin/launcher and bin/holder, for this machine or for another one.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PT_LOAD, readElf } from "./elf.mjs";

const machines = {
  amd64: { gnu: "x86_64", node: "x64", elf: 62, flags: [] },
  // Atomic operations are instructions of every arm64, not calls of a library that picks better ones.
  arm64: { gnu: "aarch64", node: "arm64", elf: 183, flags: ["-mno-outline-atomics"] },
};

const commonFlags = [
  ...["-std=gnu17", "-Os", "-Wall", "-Wextra", "-Werror", "-ffreestanding", "-fno-pic", "-fno-stack-protector"],
  ...["-fno-asynchronous-unwind-tables", "-fno-tree-loop-distribute-patterns", "-mgeneral-regs-only"],
  ...["-nostdlib", "-static", "-no-pie", "-Wl,--build-id=none", "-Wl,-z,noexecstack"],
];

const launcherParts = ["launcher", "request", "start", "delete", "sleep", "addon", "engine", "relay", "memory"];

/** Of an executable's bytes, by Debian's name: amd64, arm64. */
export function machineOf(file) {
  const number = file.readUInt16LE(18);
  const found = Object.keys(machines).find((name) => machines[name].elf === number);
  if (found === undefined)
    throw new Error(`an executable for machine ${number} of elf.h: only amd64 and arm64 are built`);
  return found;
}

/** All of bin/launcher as the bytes of its segment, for `machine`, at the address LAUNCHER_ADDRESS of `definitions`. */
export function compileLauncher(machine, definitions) {
  const address = definitions.LAUNCHER_ADDRESS;
  return compile(
    machine,
    "launcher",
    launcherParts,
    (directory, source) => {
      const script = join(directory, "launcher.ld");
      const text = readFileSync(join(source, "launcher.ld"), "utf8");
      writeFileSync(script, text.replace("LAUNCHER_ADDRESS", String(address)));
      return [`-Wl,-T,${script}`, ...Object.entries(definitions).map(([name, value]) => `-D${name}=${value}`)];
    },
    (linked) => {
      const { file, segments } = readElf(linked);
      const code = segments.find((segment) => segment.type === PT_LOAD && segment.address === address);
      if (code === undefined) throw new Error("the launcher has no segment where it was to be");
      return Buffer.from(file.subarray(code.offset, code.offset + code.size));
    },
  );
}

/** bin/holder as an executable for `machine`. */
export function compileHolder(machine) {
  // Code and constants, nothing to write to: one segment.
  const flags = ["-s", "-Wl,-z,norelro", "-Wl,-n", "-Wl,-z,noseparate-code"];
  return compile(machine, "holder", ["holder"], () => flags, readFileSync);
}

function compile(machine, program, parts, ownFlags, read) {
  if (!Object.hasOwn(machines, machine)) throw new Error(`${machine}: only amd64 and arm64 are built`);
  const { gnu, node, flags } = machines[machine];
  const compiler = process.env.CC ?? (node === process.arch ? "cc" : `${gnu}-linux-gnu-gcc`);
  const source = fileURLToPath(new URL(`../../bin/${program}/`, import.meta.url));
  const directory = mkdtempSync(join(tmpdir(), `runts-${program}-`));
  try {
    const linked = join(directory, `${program}.elf`);
    const files = parts.map((name) => join(source, `${name}.c`));
    execFileSync(compiler, [...commonFlags, ...flags, ...ownFlags(directory, source), ...files, "-o", linked], {
      stdio: ["ignore", "inherit", "inherit"],
    });
    return read(linked);
  } finally {
    rmSync(directory, { recursive: true });
  }
}
