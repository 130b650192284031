// Rootfs mounts whose files appear with other owners (uidmap=, gidmap=; docs/contract/task-service.md 7.2, step 2).

import { makeDirectory, removeEmptyDirectory } from "../../sys/directory.ts";
import type { Fd } from "../../sys/fd.ts";
import { exists } from "../../sys/file.ts";
import { detachMount, unmountNow } from "../../sys/mount.ts";
import { attachTree, cloneIdMapped } from "../../sys/mount-tree.ts";
import { type IdRange, openUserNamespace } from "../../sys/user-namespace.ts";
import { commonDirectory, type MountOptions, overlayLowerdirs, withLowerdirs } from "./mount-options.ts";

/** Parses `<container>:<host>:<size>[,…]`. */
export function parseIdMap(map: string): IdRange[] {
  return map.split(",").map((range) => {
    const parts = range.split(":");
    if (parts.length !== 3) {
      throw new Error("user namespace mappings require the format `container-id:host-id:size`");
    }
    const [container, host, size] = parts.map((part) => (/^\d{1,10}$/.test(part) ? Number(part) : Number.NaN));
    if (container === undefined || host === undefined || size === undefined || Number.isNaN(container + host + size)) {
      throw new Error(`invalid mapping ${range}, all IDs and size must be positive integers`);
    }
    return { container, host, size };
  });
}

function openNamespace(options: MountOptions): Fd {
  return openUserNamespace(parseIdMap(options.uidMap), parseIdMap(options.gidMap));
}

/** Replaces the mount at `target` by an id-mapped copy of itself. */
export function idMapMount(target: string, options: MountOptions): void {
  const namespace = openNamespace(options);
  try {
    const tree = cloneIdMapped(target, namespace);
    try {
      unmountNow(target);
      attachTree(tree, target);
    } finally {
      tree.close();
    }
  } finally {
    namespace.close();
  }
}

/**
 * Calls `mountWith` with overlay options whose lower directories lie in one id-mapped, read-only copy of the directory
 * that holds them all. The copy is at `place`, where `delete` finds what a shim that was killed in the middle has left, and needed
 * during the call only: overlayfs clones it.
 */
export async function withIdMappedLowerdirs(
  options: MountOptions,
  place: string,
  mountWith: (data: readonly string[]) => Promise<void>,
): Promise<void> {
  const lowerdirs = overlayLowerdirs(options.data);
  if (lowerdirs === undefined) throw new Error("failed to parse overlay lowerdir's from given options");
  const common = commonDirectory(lowerdirs);
  if (common === undefined) throw new Error("lower directories have no common parent directory");
  const namespace = openNamespace(options);
  try {
    if (!exists(place)) makeDirectory(place, 0o700);
    const tree = cloneIdMapped(common, namespace, { readOnly: true });
    try {
      attachTree(tree, place);
    } finally {
      tree.close();
    }
    try {
      await mountWith(
        withLowerdirs(
          options.data,
          lowerdirs.map((path) => place + path.slice(common.length)),
        ),
      );
    } finally {
      detachMount(place);
    }
  } finally {
    namespace.close();
    // Not recursive: should the copy still be mounted here, it stays.
    removeEmptyDirectory(place);
  }
}
