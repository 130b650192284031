// Listening where an earlier image of this process did. Loaded by one that goes on.
import { sleep } from "../../sys/clock.ts";
import { Fd, O_CLOEXEC } from "../../sys/fd.ts";
import { libc } from "../../sys/ffi.ts";
import { listenForStreams } from "../../sys/stream.ts";
import type { StreamListener } from "../../sys/stream-socket.ts";
import { errorFields, log } from "../base/log.ts";

const attempts = 100;
const betweenMs = 100;

/**
 * As `listenForStreams`. What the machine lacks for it now it may have in a moment: the containers are in nobody else's care, and
 * connections wait in the backlog.
 */
export async function listenAgain(...[target, accept]: Parameters<typeof listenForStreams>): Promise<StreamListener> {
  if (!("fd" in target)) return listenForStreams(target, accept);
  const listener = new Fd(target.fd, "listener");
  const spare = listener.duplicate("listener, once more");
  try {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await listenForStreams(target, accept);
      } catch (error) {
        if (attempt === attempts) throw error;
        if (attempt === 1) log("warning", "failed to listen, will retry", errorFields(error));
      }
      await sleep(betweenMs);
      // The engine may have closed it.
      libc("dup3", spare.number, target.fd, O_CLOEXEC);
    }
  } finally {
    spare.close();
    // The engine's from now on.
    listener.take();
  }
}
