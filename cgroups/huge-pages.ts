// The sizes of huge pages that this machine has, as cgroup file names spell them.
import { readdirSync } from "node:fs";
import { isAbsent } from "./files.ts";

let known: readonly string[] | undefined;

/** Such as `2MB` and `1GB`; asked once, a kernel does not learn new sizes. */
export function hugePageSizes(): readonly string[] {
  known ??= readHugePageSizes("/sys/kernel/mm/hugepages");
  return known;
}

/** The sizes below `directory`, from names such as `hugepages-2048kB`. */
export function readHugePageSizes(directory: string): string[] {
  let names: string[];
  try {
    names = readdirSync(directory);
  } catch (error) {
    if (isAbsent(error)) return [];
    throw error;
  }
  const sizes: string[] = [];
  for (const name of names.sort()) {
    const kilobytes = /^hugepages-(\d+)kB$/.exec(name)?.[1];
    if (kilobytes !== undefined) sizes.push(sizeName(Number(kilobytes)));
  }
  return sizes;
}

function sizeName(kilobytes: number): string {
  if (kilobytes >= 1 << 20) return `${kilobytes / (1 << 20)}GB`;
  if (kilobytes >= 1 << 10) return `${kilobytes / (1 << 10)}MB`;
  return `${kilobytes}KB`;
}
