// Detached mounts of the newer mount API: open_tree(2), mount_setattr(2), move_mount(2), Linux 5.12 and later.
import { errnoName, SysError } from "./errno.ts";
import { Fd } from "./fd.ts";
import { allocate, libc, writeMemory } from "./ffi.ts";

// The same numbers on every architecture.
const SYS_open_tree = 428;
const SYS_move_mount = 429;
const SYS_mount_setattr = 442;

const AT_FDCWD = -100;
const AT_EMPTY_PATH = 0x1000;
const OPEN_TREE_CLONE = 1;
const OPEN_TREE_CLOEXEC = 0o2000000;
const MOVE_MOUNT_F_EMPTY_PATH = 4;
const MOUNT_ATTR_RDONLY = 0x1;
const MOUNT_ATTR_IDMAP = 0x100000;
const mountAttrBytes = 32;

const pathBytes = 4096;
let scratch: { path: number; empty: number; attr: number } | undefined;

function memory(): { path: number; empty: number; attr: number } {
  if (scratch === undefined) {
    const base = allocate(pathBytes + 8 + mountAttrBytes);
    scratch = { path: base, empty: base + pathBytes, attr: base + pathBytes + 8 };
    writeMemory(scratch.empty, new Uint8Array(1));
  }
  return scratch;
}

function writePath(path: string): number {
  const bytes = Buffer.from(`${path}\0`);
  if (bytes.length > pathBytes) throw new SysError("open", "ENAMETOOLONG", path);
  const { path: address } = memory();
  writeMemory(address, bytes);
  return address;
}

function call(name: string, path: string, ...args: [number, number, number, number, number, number]): number {
  const result = libc("syscall", ...args);
  if (result < 0) throw new SysError(name, errnoName(-result), path);
  return result;
}

/** A copy of the mount at `path`, attached nowhere, whose files appear owned as `userNamespace` maps them. */
export function cloneIdMapped(path: string, userNamespace: Fd, options: { readOnly?: boolean } = {}): Fd {
  const flags = OPEN_TREE_CLONE | OPEN_TREE_CLOEXEC;
  const tree = new Fd(call("open_tree", path, SYS_open_tree, AT_FDCWD, writePath(path), flags, 0, 0), `tree ${path}`);
  try {
    // struct mount_attr: attr_set 0, attr_clr 8, propagation 16, userns_fd 24.
    const attr = Buffer.alloc(mountAttrBytes);
    attr.writeBigUInt64LE(BigInt(MOUNT_ATTR_IDMAP | (options.readOnly === true ? MOUNT_ATTR_RDONLY : 0)), 0);
    attr.writeBigUInt64LE(BigInt(userNamespace.number), 24);
    const { empty, attr: address } = memory();
    writeMemory(address, attr);
    call("mount_setattr", path, SYS_mount_setattr, tree.number, empty, AT_EMPTY_PATH, address, mountAttrBytes);
    return tree;
  } catch (error) {
    tree.close();
    throw error;
  }
}

/** Attaches the detached mount `tree` at `target`. */
export function attachTree(tree: Fd, target: string): void {
  const { empty } = memory();
  call("move_mount", target, SYS_move_mount, tree.number, empty, AT_FDCWD, writePath(target), MOVE_MOUNT_F_EMPTY_PATH);
}
