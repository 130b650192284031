// What the build's scripts need to know of a 64-bit ELF executable (elf(5)).
import { readFileSync } from "node:fs";

export const PT_LOAD = 1;
export const PT_DYNAMIC = 2;
export const PT_INTERP = 3;
export const PT_PHDR = 6;

/** Bytes of one program header. */
export const segmentBytes = 56;

/** Reads the file at `path`; throws when it is no such executable. */
export function readElf(path) {
  const file = readFileSync(path);
  if (file.toString("latin1", 0, 5) !== "\x7fELF\x02") throw new Error(`${path}: no 64-bit ELF file`);
  const number = (at) => Number(file.readBigUInt64LE(at));
  const headers = number(32);
  const segments = Array.from({ length: file.readUInt16LE(56) }, (_, index) => {
    const at = headers + index * file.readUInt16LE(54);
    return {
      at,
      type: file.readUInt32LE(at),
      offset: number(at + 8),
      address: number(at + 16),
      size: number(at + 32),
      alignment: number(at + 48),
    };
  });
  return { file, number, headers, segments, entry: number(24) };
}
