// The state that an image of this process has left for the next one, which is this.
import { Fd } from "../../sys/fd.ts";
import { libcOrThrow } from "../../sys/ffi.ts";
import { openFileInfo } from "../../sys/file.ts";
import { sleepVariable, stateVariable } from "./launch-variable.ts";
import { readableVersions, type ShimState } from "./shim-state.ts";

/** Undefined for a shim that begins. */
export function takeState(): ShimState | undefined {
  const match = /^(\d+) (\d+)$/.exec(process.env[stateVariable] ?? "");
  delete process.env[stateVariable];
  delete process.env[sleepVariable];
  if (match === null || Number(match[2]) !== process.pid) return undefined;
  const file = new Fd(Number(match[1]), "state");
  try {
    return readState(file);
  } finally {
    file.close();
  }
}

const attempts = 3;

/** More than once: all that is known of the containers is in there. */
function readState(file: Fd): ShimState {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const bytes = Buffer.alloc(openFileInfo(file).size);
      libcOrThrow("pread", file.purpose, file.number, bytes, bytes.length, 0);
      return JSON.parse(bytes.toString()) as ShimState;
    } catch (error) {
      if (attempt === attempts) throw error;
    }
  }
}

/** Throws Error for a state of a version that this program does not read. */
export function checkReadable({ version, writer }: ShimState): void {
  if (readableVersions.includes(version)) return;
  throw new Error(`a state of version ${version}, written by ${writer}; readable: ${readableVersions}`);
}
