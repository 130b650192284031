// The shims that run: what takes long in them, what waits, what they run from.
import { existsSync } from "node:fs";
import { findExecutable } from "../../sys/path.ts";
import type { Daemon } from "../containerd.ts";
import { isRuntimeCommand } from "../inspect-text.ts";
import { longMs } from "../ps.ts";
import type { FoundShim } from "../shims.ts";
import { isWaiting, type ShimView } from "../snapshot.ts";
import { formatDuration } from "../terminal.ts";
import { nameOf } from "./daemons.ts";
import { type Finding, note } from "./finding.ts";

export function checkShims(shims: readonly ShimView[]): Finding[] {
  const kinds = [...new Set(shims.map(({ kind }) => kind))];
  const text = kinds.map((kind) => `${shims.filter((shim) => shim.kind === kind).length} ${kind}`).join(", ");
  return [note("shims", `shims: ${text === "" ? "none" : text}`), ...shims.flatMap(checkShim)];
}

export function checkShim(shim: ShimView): Finding[] {
  const name = `shim ${shim.pid} (${shim.namespace}/${shim.id})`;
  return [
    ...aboutCommands(shim, name),
    ...aboutCalls(shim, name),
    ...aboutEvents(shim, name),
    ...(isSocketGone(shim) ? [socketGone(shim, name)] : aboutSilence(shim, name)),
    ...aboutExecutable(shim, name),
  ];
}

function aboutCommands({ commands }: ShimView, name: string): Finding[] {
  return commands
    .filter(({ command, ageMs }) => ageMs >= longMs && isRuntimeCommand(command))
    .map(({ pid, command, ageMs }) => ({
      check: "stuck-command",
      level: "problem" as const,
      what: `${name}: the runtime's command ${pid} runs for ${formatDuration(ageMs)}: ${command}`,
      why: "the call that waits for it hangs as long, and so do those behind it for the same process",
      mend: `kill ${pid}   (the call fails, and its caller can try again)`,
    }));
}

function aboutCalls({ calls, commands, containers }: ShimView, name: string): Finding[] {
  // What a command is to blame for is told with the command.
  if (commands.some(({ command, ageMs }) => ageMs >= longMs && isRuntimeCommand(command))) return [];
  return (calls ?? [])
    .filter((call) => !isWaiting(call) && call.ageMs >= longMs)
    .map(({ method, id, execId, ageMs }) => ({
      check: "stuck-call",
      level: "warning" as const,
      what: `${name}: ${[method, id, execId].filter((word) => word !== "").join(" ")} is under way for ${formatDuration(ageMs)}`,
      why:
        method === "Delete"
          ? "it waits for output to be read, or for a process that can't be killed"
          : "its caller waits",
      mend: `runts inspect ${id || containers[0]?.id || ""}`,
    }));
}

function aboutEvents({ queuedEvents, oldestEventAgeMs, containerd }: ShimView, name: string): Finding[] {
  if ((queuedEvents ?? 0) === 0 || (oldestEventAgeMs ?? 0) < longMs) return [];
  return [
    {
      check: "events-wait",
      level: "problem",
      what: `${name}: ${queuedEvents} events wait, the oldest for ${formatDuration(oldestEventAgeMs ?? 0)}`,
      why: `containerd (${containerd}) does not take them: nobody learns that containers have ended`,
      mend: "systemctl restart containerd   (running containers survive it, and the events are sent then)",
    },
  ];
}

function aboutSilence({ kind, silence, pid, isStopped }: ShimView, name: string): Finding[] {
  if (isStopped && kind !== "other") {
    return [
      {
        check: "shim-silent",
        level: "problem",
        what: `${name} is stopped, by a signal or a debugger`,
        why: "every call for its containers hangs",
        mend: `kill -CONT ${pid}`,
      },
    ];
  }
  if (kind !== "runts" || silence === null || silence.startsWith("not asked")) return [];
  return [
    {
      check: "shim-silent",
      level: "problem",
      what: `${name} does not answer: ${silence}`,
      why: "every call for its containers hangs or fails; held up by a file system, perhaps",
      mend: `grep State: /proc/${pid}/status; cat /proc/${pid}/stack`,
    },
  ];
}

/** Of those that run; an abstract name can't go. */
function isSocketGone({ kind, socket }: ShimView): boolean {
  return kind !== "other" && socket?.startsWith("/") === true && !existsSync(socket);
}

function socketGone({ socket, containers }: ShimView, name: string): Finding {
  return {
    check: "socket-gone",
    level: "problem",
    what: `the socket of ${name} was removed: ${socket}`,
    why: "containerd keeps the connection that it has; the next one that starts can't reach the shim, and ends its containers",
    mend: `it can't be put back: start ${containers.map(({ id }) => id).join(", ") || "its containers"} anew when it suits, before containerd is restarted; then look for what removes files there`,
  };
}

function aboutExecutable({ kind, pid, isReplaced, executable }: ShimView, name: string): Finding[] {
  if (!isReplaced) return [];
  const isThere = existsSync(executable);
  const upgrade = `runts upgrade --running ${pid}`;
  return [
    {
      check: "shim-replaced",
      level: "warning",
      what: `${name} runs from a file that was ${isThere ? "replaced" : "removed"} since: ${executable}`,
      why: "it runs on, with the faults of its version",
      mend:
        kind !== "runts"
          ? "start its containers anew when it suits"
          : isThere
            ? `${upgrade}   (its containers do not notice)`
            : `install runts there again; then ${upgrade}`,
    },
  ];
}

/** Shims of `daemon` that run, of which it would not find the program any more. */
export function checkPrograms(daemon: Daemon, shims: readonly Pick<FoundShim, "program" | "process">[]): Finding[] {
  const gone = shims.filter(
    ({ program, process }) =>
      findExecutable(process.words[0] ?? "", daemon.searchPath) === undefined &&
      findExecutable(program, daemon.searchPath) === undefined,
  );
  return [...new Set(gone.map(({ program }) => program))].map((program) => {
    const count = gone.filter((shim) => shim.program === program).length;
    return {
      check: "shim-gone",
      level: "problem",
      what: `${count === 1 ? "a shim runs" : `${count} shims run`} as ${program}, which ${nameOf(daemon)} does not find any more`,
      why: `no such container can be started, and what a shim that is killed leaves is not cleaned up; looked for in ${daemon.searchPath}`,
      mend: program.includes("runts") ? "runts install, or the package once more" : `install ${program}`,
    };
  });
}
