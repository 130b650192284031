// keep-limits.mjs <executable>: keeps an engine from raising its limit of open descriptors, of which it has no switch.
//
// At its start Bun sets the soft limit to the hard one, and what it was before is gone: the runtime and containers would
// inherit it (KF-105). The name of the libc function that it wants for that, setrlimit, becomes getrlimit, which takes the same
// arguments and changes nothing. sys/limits.ts finds the true one for itself.

import { writeFileSync } from "node:fs";
import { PT_DYNAMIC, PT_LOAD, readElf } from "./elf.mjs";

const path = process.argv[2];
const { file, number, segments } = readElf(path);

// The dynamic section, and in it the table of names.
const DT_STRTAB = 5n;
const DT_STRSZ = 10n;

const dynamic = segments.find(({ type }) => type === PT_DYNAMIC);
if (dynamic === undefined) throw new Error(`${path}: no dynamic section`);
const entries = new Map();
for (let at = dynamic.offset; at < dynamic.offset + dynamic.size; at += 16) {
  entries.set(file.readBigUInt64LE(at), number(at + 8));
}
const address = entries.get(DT_STRTAB);
const holder = segments.find(
  (one) => one.type === PT_LOAD && address >= one.address && address < one.address + one.size,
);
if (holder === undefined) throw new Error(`${path}: no table of names`);
const from = address - holder.address + holder.offset;
const names = file.subarray(from, from + entries.get(DT_STRSZ));

const wanted = Buffer.from("\0setrlimit\0");
const at = names.indexOf(wanted);
if (at < 0) throw new Error(`${path} does not use setrlimit any more: this script is not needed`);
names.write("getrlimit", at + 1, "latin1");
writeFileSync(path, file);
