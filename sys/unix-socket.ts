// Unix sockets below the engines' own: made before anybody serves on them, asked for peer credentials, or carrying descriptors.
import { bytesOfText } from "./byte-text.ts";
import { errnoName, errnoNumbers, SysError } from "./errno.ts";
import { Fd } from "./fd.ts";
import { allocate, libc, libcOrThrow, readMemory, writeMemory } from "./ffi.ts";

const AF_UNIX = 1;
const SOCK_STREAM = 1;
const SOCK_CLOEXEC = 0o2000000;
const SOCK_NONBLOCK = 0o4000;
const SOL_SOCKET = 1;
const SO_PEERCRED = 17;
const SCM_RIGHTS = 1;
const MSG_CMSG_CLOEXEC = 0x40000000;

/** Longest path that fits sockaddr_un with its terminating NUL (unix(7)). */
export const maxSocketPath = 107;

function address(path: string): Buffer {
  const name = bytesOfText(path);
  // An empty name or one with a NUL would be another one, or none.
  if (name.length === 0 || name.includes(0) || name.length > maxSocketPath) throw new SysError("bind", "EINVAL", path);
  const sockaddr = Buffer.alloc(2 + name.length + 1);
  sockaddr.writeUInt16LE(AF_UNIX, 0);
  name.copy(sockaddr, 2);
  return sockaddr;
}

/** Binds and listens at `path`. Throws SysError; EADDRINUSE when something is there already. */
export function listenAt(path: string, options: { nonBlocking?: boolean; backlog?: number } = {}): Fd {
  const type = SOCK_STREAM | SOCK_CLOEXEC | (options.nonBlocking === true ? SOCK_NONBLOCK : 0);
  const socket = new Fd(libcOrThrow("socket", path, AF_UNIX, type, 0), `listener ${path}`);
  try {
    const sockaddr = address(path);
    libcOrThrow("bind", path, socket.number, sockaddr, sockaddr.length);
    const result = libc("listen", socket.number, options.backlog ?? 4096);
    if (result === 0) return socket;
    // What bind(2) has made is ours: the next one would find it taken.
    libc("unlink", path);
    throw new SysError("listen", errnoName(-result), path);
  } catch (error) {
    socket.close();
    throw error;
  }
}

/** Whether somebody listens at `path` now. A full backlog counts as yes. */
export function isListening(path: string): boolean {
  const socket = new Fd(libcOrThrow("socket", path, AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0), "probe");
  try {
    const sockaddr = address(path);
    const result = libc("connect", socket.number, sockaddr, sockaddr.length);
    return result === 0 || result === -errnoNumbers.EAGAIN;
  } finally {
    socket.close();
  }
}

/** Uid and gid of the process at the other end of a connected socket (SO_PEERCRED). */
export function peerCredentials(socketNumber: number): { pid: number; uid: number; gid: number } {
  const ucred = Buffer.alloc(12);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(ucred.length);
  libcOrThrow("getsockopt", "SO_PEERCRED", socketNumber, SOL_SOCKET, SO_PEERCRED, ucred, length);
  return { pid: ucred.readInt32LE(0), uid: ucred.readUInt32LE(4), gid: ucred.readUInt32LE(8) };
}

/** Accepts a waiting connection, non-blocking like `listener` must be; undefined when there is none. */
export function acceptNow(listener: Fd): Fd | undefined {
  const result = libc("accept4", listener.number, 0, 0, SOCK_CLOEXEC | SOCK_NONBLOCK);
  if (result >= 0) return new Fd(result, `accepted on ${listener.purpose}`);
  if (result === -errnoNumbers.EAGAIN) return undefined;
  throw new SysError("accept", errnoName(-result), listener.purpose);
}

// One receive buffer in C's memory, since msghdr holds pointers: iovec at 0, data at 64, control at 64 + 4096.
const dataSize = 4096;
const controlSize = 256;
let receiveArea: number | undefined;

/** One message with its descriptors (recvmsg(2), SCM_RIGHTS), or undefined at end of file; EAGAIN when none has come. Surplus ones are the caller's too. */
export function receiveDescriptors(socket: Fd): { data: Buffer; descriptors: Fd[] } | undefined {
  receiveArea ??= allocate(64 + dataSize + controlSize);
  const area = receiveArea;
  const iovec = Buffer.alloc(16);
  iovec.writeBigUInt64LE(BigInt(area + 64), 0);
  iovec.writeBigUInt64LE(BigInt(dataSize), 8);
  writeMemory(area, iovec);
  // struct msghdr, 64-bit: name 0, namelen 8, iov 16, iovlen 24, control 32, controllen 40, flags 48.
  const msghdr = Buffer.alloc(56);
  msghdr.writeBigUInt64LE(BigInt(area), 16);
  msghdr.writeBigUInt64LE(1n, 24);
  msghdr.writeBigUInt64LE(BigInt(area + 64 + dataSize), 32);
  msghdr.writeBigUInt64LE(BigInt(controlSize), 40);
  const size = libcOrThrow("recvmsg", socket.purpose, socket.number, msghdr, MSG_CMSG_CLOEXEC);
  const control = Buffer.alloc(Number(msghdr.readBigUInt64LE(40)));
  if (control.length > 0) readMemory(area + 64 + dataSize, control);
  const descriptors = rightsIn(control);
  if (size === 0 && descriptors.length === 0) return undefined;
  const data = Buffer.alloc(size);
  if (size > 0) readMemory(area + 64, data);
  return { data, descriptors };
}

function rightsIn(control: Buffer): Fd[] {
  const descriptors: Fd[] = [];
  // struct cmsghdr: len 0 (8 bytes), level 8, type 12, then data; each padded to 8.
  for (let at = 0; at + 16 <= control.length; ) {
    const length = Number(control.readBigUInt64LE(at));
    if (length < 16) break;
    if (control.readInt32LE(at + 8) === SOL_SOCKET && control.readInt32LE(at + 12) === SCM_RIGHTS) {
      for (let i = at + 16; i + 4 <= at + length; i += 4) {
        descriptors.push(new Fd(control.readInt32LE(i), "received descriptor"));
      }
    }
    at += (length + 7) & ~7;
  }
  return descriptors;
}
