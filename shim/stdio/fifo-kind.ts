import { fileInfo } from "../../sys/file.ts";
import { copyError } from "./errors.ts";

/** Whether a client's FIFO is at `path`. Nothing at all is none; throws SysError for other failures. */
export function isFifo(path: string): boolean {
  try {
    return fileInfo(path, { fromMemory: true })?.type === "fifo";
  } catch (error) {
    throw copyError(error);
  }
}
