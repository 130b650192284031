// The shim goes on where an earlier image of this process was. Signals wait meanwhile, and connections in the backlog.
import { restoreOomV1 } from "../../cgroups/oom-v1.ts";
import { noteActivity } from "../../sys/activity.ts";
import { libc } from "../../sys/ffi.ts";
import { restoreInotify, settleInotify } from "../../sys/inotify.ts";
import { restoreFd } from "../../sys/saved.ts";
import { restoreStream } from "../../sys/stream.ts";
import type { Server } from "../../ttrpc/server.ts";
import { log } from "../base/log.ts";
import type { TaskService } from "../task/task-service.ts";
import type { ServedSandbox } from "./serve-sandbox.ts";
import type { ShimState } from "./shim-state.ts";

export interface RestoreParts {
  readonly service: TaskService;
  readonly sandbox: ServedSandbox | undefined;
  readonly rpc: Server;
}

export async function restore(state: ShimState, { service, sandbox, rpc }: RestoreParts): Promise<void> {
  const directory = restoreFd(state.directory);
  libc("fchdir", directory.number);
  if (state.inotify !== undefined) restoreInotify(state.inotify);
  if (state.oomEvent !== undefined) restoreOomV1(state.oomEvent);
  if (state.sandbox !== undefined) sandbox?.restore(state.sandbox);
  await service.restore(state.tasks);
  for (const { stream: savedStream, saved } of state.connections) {
    const stream = await restoreStream(savedStream);
    rpc.serve(stream, saved);
    stream.resume();
  }
  settleInotify();
  // Whoever has to be gone back to wants them.
  directory.close();
  for (const waker of state.wakers) restoreFd(waker).close();
  noteActivity();
  log("debug", state.reason === "sleep" ? "awake" : "upgraded", {
    writer: state.writer,
    ...(state.sleep.since === 0 ? {} : { slept_ms: Date.now() - state.sleep.since }),
  });
}
