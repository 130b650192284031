// This process becomes another program image: the same pid, children, descriptors that are meant to stay, and position among the
// machine's (execve(2)). The signals are to be blocked before. Loaded when it is done.
import { listDirectory } from "./directory.ts";
import { ownEnvironmentWords, ownWords } from "./environment.ts";
import { errnoName, SysError } from "./errno.ts";
import { Fd } from "./fd.ts";
import { libc, libcOrThrow } from "./ffi.ts";
import { memoryFileOf } from "./file.ts";
import { Vectors } from "./spawn-bytes.ts";

const EPOLL_CTL_ADD = 1;
const EPOLLIN = 1;
const F_SETFD = 2;
const FD_CLOEXEC = 1;
const F_ADD_SEALS = 1033;
/** F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE */
const allSeals = 15;
const SYS_close_range = 436;
const CLOSE_RANGE_CLOEXEC = 4;

/** `value` in a sealed memory file. Throws SysError. */
export function storeState(value: unknown): Fd {
  const file = memoryFileOf(Buffer.from(JSON.stringify(value)), "state");
  try {
    libcOrThrow("fcntl", file.purpose, file.number, F_ADD_SEALS, allSeals);
    return file;
  } catch (error) {
    file.close();
    throw error;
  }
}

/** An epoll instance that is readable while one of `descriptors` is. */
export function watchAll(descriptors: readonly number[]): Fd {
  const epoll = new Fd(libcOrThrow("epoll_create1", undefined, 0o2000000), "reasons to wake up");
  try {
    for (const descriptor of descriptors) {
      const event = Buffer.alloc(16);
      event.writeUInt32LE(EPOLLIN, 0);
      libcOrThrow("epoll_ctl", epoll.purpose, epoll.number, EPOLL_CTL_ADD, descriptor, event);
    }
    return epoll;
  } catch (error) {
    epoll.close();
    throw error;
  }
}

/** Whether one of an epoll instance's descriptors is readable now. */
export function isAnyReady(epoll: Fd): boolean {
  return libcOrThrow("epoll_wait", epoll.purpose, epoll.number, Buffer.alloc(16), 1, 0) > 0;
}

/** What the next program is. */
export interface Replacement {
  readonly file: string;
  /** In place of those of the same name; undefined takes one away. */
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** Descriptors that stay open. 0, 1 and 2 do anyway. */
  readonly keep: readonly number[];
}

/** Executes `file` with this process's command line. Does not return; throws SysError, everything being as before then. */
export function replaceProgram({ file, variables, keep }: Replacement): never {
  const names = Object.keys(variables);
  const others = ownEnvironmentWords().filter((word) => !names.some((name) => word.startsWith(`${name}=`)));
  const own = Object.entries(variables).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`]));
  const vectors = new Vectors(ownWords(), [...others, ...own]);
  closeOthersOnExecute();
  for (const number of keep) libcOrThrow("fcntl", undefined, number, F_SETFD, 0);
  const result = libc("execve", file, vectors.arguments, vectors.environment);
  for (const number of keep) libc("fcntl", number, F_SETFD, FD_CLOEXEC);
  vectors.free();
  throw new SysError("exec", errnoName(-result), file);
}

/** What was opened here or by the engine, whatever it has thought of this. */
function closeOthersOnExecute(): void {
  if (libc("syscall", SYS_close_range, 3, 0xffff_ffff, CLOSE_RANGE_CLOEXEC, 0, 0) === 0) return;
  // Linux before 5.11.
  for (const { name } of listDirectory("/proc/self/fd")) {
    if (Number(name) > 2) libc("fcntl", Number(name), F_SETFD, FD_CLOEXEC);
  }
}
