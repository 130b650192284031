// At debug, a line for each call and each command of the runtime. Loaded only then.
import { observeCommands } from "../../oci/command.ts";
import type { Call } from "../../ttrpc/call.ts";
import type { Status } from "../../ttrpc/status.ts";
import { log } from "../base/log.ts";

export function traceCall({ service, method, message, startedMs }: Call, failure: Status | undefined): void {
  const { id, execId } = (message ?? {}) as { id?: unknown; execId?: unknown };
  log("debug", failure === undefined ? `${method} answered` : `${method} failed`, {
    service,
    ...(typeof id === "string" && id !== "" ? { id } : {}),
    ...(typeof execId === "string" && execId !== "" ? { exec_id: execId } : {}),
    ms: Math.round(performance.now() - startedMs),
    ...(failure === undefined ? {} : { code: failure.code, error: failure.message }),
  });
}

observeCommands((words, { exit, killed }, elapsedMs) => {
  log("debug", "runtime command ended", {
    command: words.join(" "),
    ...("code" in exit ? { status: exit.code } : { signal: exit.signal }),
    ...(killed ? { killed } : {}),
    ms: Math.round(elapsedMs),
  });
});
