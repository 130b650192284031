// The few formats that cgroup files have, v1 and v2 alike (Documentation/admin-guide/cgroup-v2.rst, "Format").
import { parseUint64, type Uint64 } from "./uint64.ts";

/** A file that is not as the kernel writes it. */
export class FormatError extends Error {
  override readonly name = "FormatError";
}

/** As parseUint64, but throws. */
export function uint64(text: string): Uint64 {
  const value = parseUint64(text);
  if (value === undefined) throw new FormatError(`invalid number ${JSON.stringify(text)} in a cgroup file`);
  return value;
}

/** Lines of `text` that are not empty. */
export function lines(text: string): string[] {
  return text.split("\n").filter((line) => line !== "");
}

/**
 * Flat keyed lines `KEY VALUE`: sets `target[fields.get(KEY)]` for the keys in `fields`. Zero is left out, as proto3
 * leaves it out. Throws FormatError.
 */
export function readKeyed<Field extends string>(
  text: string,
  fields: ReadonlyMap<string, Field>,
  target: { [F in Field]?: number | null },
): void {
  for (const line of lines(text)) {
    const space = line.indexOf(" ");
    if (space <= 0) throw new FormatError(`invalid line ${JSON.stringify(line)} in a cgroup file`);
    const field = fields.get(line.slice(0, space));
    if (field === undefined) continue;
    const value = uint64(line.slice(space + 1).trim());
    if (value !== 0) target[field] = value;
  }
}

/** Maps the kernel's names to those of the messages, `kernel_stack` to `kernelStack`. */
export function camelFields<Field extends string>(names: readonly string[]): ReadonlyMap<string, Field> {
  return new Map(
    names.map((name) => [name, name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()) as Field]),
  );
}

/** Lines of rdma.current and rdma.max: `mlx4_0 hca_handle=2 hca_object=max`. */
export function rdmaEntries(text: string): { device: string; hcaHandles?: number; hcaObjects?: number }[] {
  const entries: { device: string; hcaHandles?: number; hcaObjects?: number }[] = [];
  for (const line of lines(text)) {
    const [device, ...pairs] = line.split(" ");
    if (device === undefined || pairs.length < 2) continue;
    const entry: { device: string; hcaHandles?: number; hcaObjects?: number } = { device };
    for (const pair of pairs) {
      const [key, text] = pair.split("=");
      const value = text === "max" ? 0xffff_ffff : Number(text);
      if (!Number.isInteger(value) || value === 0) continue;
      if (key === "hca_handle") entry.hcaHandles = value;
      else if (key === "hca_object") entry.hcaObjects = value;
    }
    entries.push(entry);
  }
  return entries;
}
