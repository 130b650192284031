// What `delete` answers after a normal life, told by the shim that has removed everything itself: the launcher prints it, and no
// engine has to boot to find nothing (bin/launcher/delete.c). A shim that is killed before this has left none, or a socket that
// nobody listens on: the full `delete` runs then.

import { writeFields } from "../../proto/wire.ts";
import { removeFile, writeFileAtomically } from "../../sys/file.ts";
import type { Exit } from "../../sys/reaper.ts";
import { errorFields, log } from "../base/log.ts";
import * as layout from "./layout.ts";

export interface Deleted {
  readonly pid: number;
  readonly exit: Pick<Exit, "status" | "at">;
}

/** DeleteResponse: pid 1, exit_status 2, exited_at 3. */
export function encodeDeleted({ pid, exit }: Deleted): Uint8Array {
  const { seconds, nanos } = exit.at;
  return writeFields([
    [1, pid],
    [2, exit.status],
    [
      3,
      writeFields([
        [1, seconds],
        [2, nanos],
      ]),
    ],
  ]);
}

/** Everything of the container in `bundle` is removed, and the shim's socket is at `socketPath`. A failure is logged: it costs time. */
export function storeDeleted(bundle: string, socketPath: string, deleted: Deleted): void {
  try {
    const content = Buffer.concat([Buffer.from(`${socketPath}\n`), encodeDeleted(deleted)]);
    writeFileAtomically(layout.deleteAnswer(bundle), content, 0o600);
  } catch (error) {
    log("debug", "failed to leave the answer for delete", errorFields(error));
  }
}

/** A container is made in `bundle`, perhaps not the first. Throws SysError. */
export function forgetDeleted(bundle: string): void {
  removeFile(layout.deleteAnswer(bundle));
}
