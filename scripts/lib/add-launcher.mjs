// add-launcher.mjs <executable> <addon>: puts bin/launcher in front of the engine, and the ffi addon behind it.
//
// The file grows by the addon and the launcher. The program header that names the dynamic loader becomes the launcher's segment,
// and the launcher the entry: the kernel maps all of it and starts the launcher alone, which maps the loader itself when the engine is wanted.
// For the loader it keeps the headers as they were.

import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { compileLauncher, machineOf } from "./compile.mjs";
import { PT_INTERP, PT_LOAD, PT_PHDR, readElf, segmentBytes } from "./elf.mjs";

const [path, addonPath] = process.argv.slice(2);
const engine = readElf(path);
const addon = readFileSync(addonPath);

const interpreter = engine.segments.find(({ type }) => type === PT_INTERP);
const lowest = engine.segments.find(({ type }) => type === PT_LOAD);
if (interpreter === undefined || lowest === undefined) throw new Error(`${path}: not linked dynamically`);
const { alignment } = lowest;
const launcherAddress = lowest.address / 2;
/** Of the launcher: the engine's headers, then its code. */
const headersBytes = 1024;
if (launcherAddress % alignment !== 0 || engine.segments.length * segmentBytes > headersBytes) {
  throw new Error(`${path}: no room for the launcher`);
}

const addonOffset = alignUp(engine.file.length);
const launcherOffset = alignUp(addonOffset + addon.length);
const launcher = compileLauncher(machineOf(engine.file), {
  LAUNCHER_ADDRESS: launcherAddress,
  ENGINE_ENTRY: `${engine.entry}UL`,
  ENGINE_HEADERS: engine.segments.length,
  ENGINE_LOADER: JSON.stringify(
    engine.file.toString("latin1", interpreter.offset, interpreter.offset + interpreter.size - 1),
  ),
  ADDON_OFFSET: `${addonOffset}UL`,
  // Compared by words; what is behind the addon's last byte is zero in the file.
  ADDON_BYTES: `${addon.length}UL`,
  ADDON_HASH: JSON.stringify(createHash("sha256").update(addon).digest("hex")),
});

// The loader's copy of the headers, whose own place it computes the engine's from.
engine.file.copy(launcher, 0, engine.headers, engine.headers + engine.segments.length * segmentBytes);
for (const [index, { type }] of engine.segments.entries()) {
  if (type !== PT_PHDR) continue;
  launcher.writeBigUInt64LE(BigInt(launcherAddress), index * segmentBytes + 16);
  launcher.writeBigUInt64LE(BigInt(launcherAddress), index * segmentBytes + 24);
}

const result = Buffer.alloc(launcherOffset + launcher.length);
engine.file.copy(result);
addon.copy(result, addonOffset);
launcher.copy(result, launcherOffset);
result.writeUInt32LE(PT_LOAD, interpreter.at);
result.writeUInt32LE(0b101, interpreter.at + 4); // readable, executable
const fields = [launcherOffset, launcherAddress, launcherAddress, launcher.length, launcher.length, alignment];
for (const [index, value] of fields.entries()) result.writeBigUInt64LE(BigInt(value), interpreter.at + 8 + index * 8);
result.writeBigUInt64LE(BigInt(launcherAddress + headersBytes), 24);
writeFileSync(path, result);

function alignUp(value) {
  return Math.ceil(value / alignment) * alignment;
}
