// A double of the table of libc: the real addon of sys/ffi.ts, one of whose calls fails. What strace can't do (test/faults/):
// close(2) that closes and says that it did not, calls on other threads, windows in which a tracer is too slow.
// To be installed before the first call of sys/ffi.ts.

import { vi } from "vitest";
import { errnoNumbers } from "../../sys/errno.ts";
import { SYS_openat2 } from "../../sys/symbols.ts";
import { errorsOf } from "../faults/errors.ts";

interface Call {
  readonly funcName: string;
  readonly paramsValue: readonly unknown[];
  readonly runInNewThread: boolean;
}

type Outcome = { value: number; errnoCode: number };

interface Addon {
  load(call: Call): Outcome | Promise<Outcome>;
}

/** The kernel's name of what libc calls otherwise. */
const kernelNames: Readonly<Record<string, string>> = {
  open: "openat",
  pread: "pread64",
  pwrite: "pwrite64",
  eventfd: "eventfd2",
  signalfd: "signalfd4",
  posix_spawn: "clone",
};
/** They return the error's number. */
const returnsError = /^posix_spawn/;
const F_DUPFD_CLOEXEC = 1030;
const F_SETPIPE_SZ = 1031;
const TCGETS = 0x5401;

export interface FfiFault {
  /** Among the calls that can fail, from 0; where another one is made than `name`, none fails. */
  readonly n: number;
  readonly name: string;
  readonly errno: string;
}

export class FailingFfi {
  #fault: FfiFault | undefined;
  /** Calls that could have failed, since `begin`. */
  #calls: string[] = [];
  #hit: string | undefined;

  static install(): FailingFfi {
    const made = new FailingFfi();
    const { dlopen } = process;
    vi.spyOn(process, "dlopen").mockImplementation((module, ...rest) => {
      dlopen.call(process, module, ...rest);
      const { exports } = module as unknown as { exports: Addon };
      (module as { exports: unknown }).exports = { ...exports, load: (call: Call) => made.#load(exports, call) };
    });
    return made;
  }

  /** From now on; without `fault` calls are only counted. */
  begin(fault?: FfiFault): void {
    this.#calls = [];
    this.#hit = undefined;
    this.#fault = fault;
  }

  /** The calls that could have failed, and the one that did. */
  end(): { calls: readonly string[]; hit: string | undefined } {
    this.#fault = undefined;
    return { calls: this.#calls, hit: this.#hit };
  }

  #load(addon: Addon, call: Call): Outcome | Promise<Outcome> {
    const name = nameOf(call);
    if (ffiErrorsOf(name).length === 0 || !canFail(call)) return addon.load(call);
    const n = this.#calls.length;
    this.#calls.push(name);
    if (this.#fault?.n !== n || this.#fault.name !== name || this.#hit !== undefined) return addon.load(call);
    this.#hit = name;
    const errnoCode = errnoNumbers[this.#fault.errno as keyof typeof errnoNumbers] ?? 5;
    // Linux frees the number whatever it says.
    if (name === "close") void addon.load(call);
    const outcome = returnsError.test(name) ? { value: errnoCode, errnoCode: 0 } : { value: -1, errnoCode };
    return call.runInNewThread ? Promise.resolve(outcome) : outcome;
  }
}

function nameOf({ funcName, paramsValue }: Call): string {
  return funcName === "syscall" && paramsValue[0] === SYS_openat2 ? "openat2" : funcName;
}

function canFail({ funcName, paramsValue }: Call): boolean {
  if (funcName === "fcntl") return paramsValue[1] === F_DUPFD_CLOEXEC || paramsValue[1] === F_SETPIPE_SZ;
  return funcName !== "ioctl" || paramsValue[1] !== TCGETS;
}

/** Of a call by its name in `FailingFfi.end`. */
export function ffiErrorsOf(name: string): readonly string[] {
  if (name === "close") return ["EIO", "EINTR"];
  return errorsOf[kernelNames[name] ?? name] ?? [];
}
