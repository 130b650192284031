// Moves bytes between pipes inside the kernel (splice(2)).
import { errnoName, errnoNumbers, SysError } from "./errno.ts";
import type { Fd } from "./fd.ts";
import { libc } from "./ffi.ts";

const SPLICE_F_MOVE = 1;
const SPLICE_F_NONBLOCK = 2;

/**
 * Moves up to `maxBytes` from one pipe or FIFO to another without waiting: bytes moved, 0 at end of file, `again` when
 * the source is empty or the sink is full, `unread` when nobody reads the sink. Throws SysError; EINVAL when one of them
 * is no pipe.
 */
export function spliceNow(source: Fd, sink: Fd, maxBytes: number): number | "again" | "unread" {
  const moved = libc("splice", source.number, 0, sink.number, 0, maxBytes, SPLICE_F_MOVE | SPLICE_F_NONBLOCK);
  if (moved >= 0) return moved;
  if (moved === -errnoNumbers.EAGAIN) return "again";
  if (moved === -errnoNumbers.EPIPE) return "unread";
  throw new SysError("splice", errnoName(-moved), `${source.purpose} → ${sink.purpose}`);
}
