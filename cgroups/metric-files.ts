// Reading many cgroup files: a Stats call reads thirty. node:fs takes 2 µs for each open, read and close, system calls through
// the ffi 16 and more (docs/performance.md); it is imported with the first Stats call, and costs 0.4 MB from then on.
import { closeSync, constants, openSync, readSync } from "node:fs";
import { nodePath } from "../sys/byte-text.ts";
import { asSysError } from "../sys/errno.ts";
import { isAbsent } from "./files.ts";

/** One buffer for all files: they are read one after another and turned into text at once. */
let buffer = Buffer.allocUnsafeSlow(16_384);

/** The whole text of a cgroup file, or undefined when there is no such file or cgroup. Throws SysError otherwise. */
export function readMetricFile(path: string): string | undefined {
  let fd: number;
  try {
    fd = openSync(nodePath(path), constants.O_RDONLY);
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw asSysError(error);
  }
  try {
    let length = 0;
    for (;;) {
      const count = readSync(fd, buffer, length, buffer.length - length, null);
      length += count;
      // What fits half a page is there at once (seq_file in the kernel).
      if (count === 0 || (count === length && count < 2048)) return buffer.toString("latin1", 0, length);
      if (length === buffer.length) {
        const larger = Buffer.allocUnsafeSlow(2 * length);
        buffer.copy(larger);
        buffer = larger;
      }
    }
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw asSysError(error);
  } finally {
    closeSync(fd);
  }
}
