// What the option words of a rootfs mount mean (docs/contract/task-service.md 7.1). Pure text; mounts nothing.
import * as ms from "../../sys/mount.ts";

/** Word to flags to set, or, when negative, to clear. */
const flagWords: ReadonlyMap<string, number> = new Map([
  ["ro", ms.MS_RDONLY],
  ["rw", -ms.MS_RDONLY],
  ["nosuid", ms.MS_NOSUID],
  ["suid", -ms.MS_NOSUID],
  ["nodev", ms.MS_NODEV],
  ["dev", -ms.MS_NODEV],
  ["noexec", ms.MS_NOEXEC],
  ["exec", -ms.MS_NOEXEC],
  ["sync", ms.MS_SYNCHRONOUS],
  ["async", -ms.MS_SYNCHRONOUS],
  ["remount", ms.MS_REMOUNT],
  ["mand", ms.MS_MANDLOCK],
  ["nomand", -ms.MS_MANDLOCK],
  ["dirsync", ms.MS_DIRSYNC],
  ["noatime", ms.MS_NOATIME],
  ["atime", -ms.MS_NOATIME],
  ["nodiratime", ms.MS_NODIRATIME],
  ["diratime", -ms.MS_NODIRATIME],
  ["bind", ms.MS_BIND],
  ["rbind", ms.MS_BIND | ms.MS_REC],
  ["relatime", ms.MS_RELATIME],
  ["norelatime", -ms.MS_RELATIME],
  ["strictatime", ms.MS_STRICTATIME],
  ["nostrictatime", -ms.MS_STRICTATIME],
]);

/** Options of one mount, sorted by what is done with them. */
export interface MountOptions {
  readonly flags: number;
  /** `loop`: the source is a file to be attached to a loop device. */
  readonly loop: boolean;
  /** Values of `uidmap=` and `gidmap=`; empty when absent. */
  readonly uidMap: string;
  readonly gidMap: string;
  /** What the filesystem itself gets to see. */
  readonly data: readonly string[];
}

/** Throws an Error for an option that containerd should have consumed itself. */
export function parseMountOptions(options: readonly string[]): MountOptions {
  let flags = 0;
  let loop = false;
  let uidMap = "";
  let gidMap = "";
  const data: string[] = [];
  for (const option of options) {
    const flag = flagWords.get(option);
    if (flag !== undefined) flags = flag > 0 ? flags | flag : flags & ~-flag;
    else if (option === "loop") loop = true;
    else if (option.startsWith("uidmap=")) uidMap = option.slice("uidmap=".length);
    else if (option.startsWith("gidmap=")) gidMap = option.slice("gidmap=".length);
    else if (option.startsWith("X-containerd.")) {
      throw new Error(`internal mount option ${JSON.stringify(option)} was not consumed by the mount manager`);
    } else data.push(option);
  }
  return { flags, loop, uidMap, gidMap, data };
}

/** Bytes of all options together, as the kernel would count them without the commas. */
export function optionsSize(options: readonly string[]): number {
  return options.reduce((size, option) => size + Buffer.byteLength(option), 0);
}

const lowerdirKey = "lowerdir=";

/** The lower directories of overlay options, or undefined when there are none. */
export function overlayLowerdirs(options: readonly string[]): string[] | undefined {
  return options
    .find((option) => option.startsWith(lowerdirKey))
    ?.slice(lowerdirKey.length)
    .split(":");
}

/** All directories that overlay options name: they have to answer for the mount to be made. */
export function layersIn(options: readonly string[]): string[] {
  const others = options.flatMap((option) => /^(?:upperdir|workdir)=(.*)$/s.exec(option)?.[1] ?? []);
  return [...(overlayLowerdirs(options) ?? []), ...others];
}

/** `options` with other lower directories, as the last option. */
export function withLowerdirs(options: readonly string[], lowerdirs: readonly string[]): string[] {
  const at = options.findIndex((option) => option.startsWith(lowerdirKey));
  return [...options.filter((_, index) => index !== at), `${lowerdirKey}${lowerdirs.join(":")}`];
}

/** The directory that holds the longest common prefix of `paths`; undefined when that is `/` or nothing. */
export function commonDirectory(paths: readonly string[]): string | undefined {
  const sorted = [...paths].sort();
  const first = sorted[0] ?? "";
  const last = sorted.at(-1) ?? "";
  let length = 0;
  while (length < first.length && first[length] === last[length]) length += 1;
  const end = first.lastIndexOf("/", length - 1);
  return end <= 0 ? undefined : first.slice(0, end);
}

/**
 * Overlay options that outgrow a page made shorter: lower directories relative to their common directory.
 * Undefined when that is not possible. Mirrors compactLowerdirOption, containerd 2.1 core/mount/mount_linux.go.
 */
export function compactOverlay(options: readonly string[]): { directory: string; options: string[] } | undefined {
  const lowerdirs = overlayLowerdirs(options);
  if (lowerdirs === undefined || lowerdirs.length === 1) return undefined;
  const directory = commonDirectory(lowerdirs);
  if (directory === undefined || lowerdirs.some((path) => path.length <= directory.length + 1)) return undefined;
  return {
    directory,
    options: withLowerdirs(
      options,
      lowerdirs.map((path) => path.slice(directory.length + 1)),
    ),
  };
}
