// argv in, exit code out; undefined while the shim serves. Each action is loaded when it is the one asked for.

import { buildRevision, buildVersion, engineName } from "../sys/build.ts";
import { bePatient } from "../sys/ffi.ts";
import { writeFd } from "../sys/file.ts";
import { ignoreSignal } from "../sys/ignore-signal.ts";
import { programArguments, programName } from "../sys/self.ts";
import { stateVariable, waiterVariable } from "./actions/launch-variable.ts";
import type { Started } from "./actions/start.ts";
import { HelpWanted, type Invocation, parseArgs, UsageError, usage } from "./args.ts";
import { messageOf } from "./base/error-text.ts";
import { complaintAboutNamespace } from "./base/ids.ts";

/** io.containerd.<name>.<version> of containerd-shim-<name>-<version>. */
function runtimeNameOf(program: string): string {
  const match = /^containerd-shim-([^-]+)-([^-]+)$/.exec(program);
  return match === null ? "io.containerd.runts.v2" : `io.containerd.${match[1]}.${match[2]}`;
}

/** Does what the command line asks for. Resolves with the exit code, or undefined for a process that serves. */
export async function main(): Promise<number | undefined> {
  const program = programName();
  let invocation: Invocation;
  try {
    invocation = parseArgs(programArguments());
  } catch (error) {
    if (error instanceof HelpWanted) {
      say(2, usage(program));
      return 0;
    }
    if (!(error instanceof UsageError)) throw error;
    say(2, `${error.message}\n${usage(program)}`);
    return 2;
  }
  try {
    return await run(invocation, program);
  } catch (error) {
    sayError(program, error);
    return 1;
  }
}

async function run(invocation: Invocation, program: string): Promise<number | undefined> {
  const { action } = invocation;
  // One that goes on was let begin.
  if (action !== "version" && action !== "info" && process.env[stateVariable] === undefined) {
    const complaint = complaintAboutNamespace(invocation.namespace);
    if (complaint !== undefined) throw new Error(complaint);
  }
  switch (action) {
    case "version": {
      const { readableVersions } = await import("./actions/shim-state.ts");
      const lines = [
        `${program}:`,
        `  Version:  ${buildVersion ?? "(source)"}`,
        `  Revision: ${buildRevision}`,
        `  State:    ${readableVersions}`,
      ];
      say(1, `${[...lines, `  Engine: ${engineName}`].join("\n")}\n\n`);
      return 0;
    }
    case "info": {
      const [{ readStdin }, { runtimeInfo }] = await Promise.all([
        import("./actions/start-request.ts"),
        import("./actions/info.ts"),
      ]);
      writeFd(1, await runtimeInfo(runtimeNameOf(program), readStdin()), "stdout");
      return 0;
    }
    case "start": {
      ignoreTermination();
      const { launch } = await import("./actions/launch.ts");
      return await launch(invocation);
    }
    case "delete": {
      ignoreTermination();
      const { deleteContainer } = await import("./actions/delete.ts");
      writeFd(1, await deleteContainer(invocation), "stdout");
      return 0;
    }
    case "serve":
      return await serve(invocation, program);
  }
}

/** Serves, after `start`'s part where a launcher waits for that. */
async function serve(invocation: Invocation, program: string): Promise<number | undefined> {
  const runtimeName = runtimeNameOf(program);
  if (process.env[stateVariable] !== undefined) return await goOn(invocation, runtimeName);
  let started: Started | undefined;
  if (process.env[waiterVariable] !== undefined) {
    const { start } = await import("./actions/start.ts");
    const outcome = await start(invocation, (error) => sayError(program, error));
    if (typeof outcome === "number") return outcome;
    started = outcome;
  }
  const actions = await import("./actions/serve.ts");
  await actions.serve(invocation, runtimeName, { started });
  return undefined;
}

/** What the machine lacks for going on it may have in a moment. */
const restorePatienceMs = 10_000;

/** Goes on where another image of this process was; where it can't, that one does, if there is one to go back to. */
async function goOn(invocation: Invocation, runtimeName: string): Promise<undefined> {
  const { checkReadable, takeState } = await import("./actions/take-state.ts");
  bePatient(restorePatienceMs);
  const state = takeState();
  try {
    // One that was gone back to has written it itself.
    if (state !== undefined && state.failure === undefined) {
      checkReadable(state);
      if (state.former !== undefined) {
        // Another program's: once that is taken up there is no way back.
        const { checkState } = await import("./actions/state-check.ts");
        checkState(state);
      }
    }
    const actions = await import("./actions/serve.ts");
    await actions.serve(invocation, runtimeName, { state });
    bePatient(0);
    return undefined;
  } catch (error) {
    if (state?.former === undefined) throw error;
    const { goBack } = await import("./actions/replace-self.ts");
    return goBack(state, state.former, messageOf(error));
  }
}

/** A group-wide Ctrl-C shall not leave half a start or delete behind. The engine gives children the default again. */
function ignoreTermination(): void {
  ignoreSignal(2);
  ignoreSignal(15);
}

function sayError(program: string, error: unknown): void {
  say(2, `${runtimeNameOf(program)}: ${messageOf(error)}`);
}

/** Words for a person: without the ffi addon, which may be what is missing. */
function say(fd: 1 | 2, text: string): void {
  process.getBuiltinModule("node:fs").writeSync(fd, text);
}
