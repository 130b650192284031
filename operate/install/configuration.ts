// The steps that edit other programs' configuration, and what containerd itself says to the edit.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Daemon } from "../containerd.ts";
import { settingsOf } from "../daemon-settings.ts";
import { CommandError, ExitCode } from "../exit-codes.ts";
import { editCriConfig } from "./cri-config.ts";
import { editDockerConfig } from "./docker-config.ts";
import { readIfThere } from "./files.ts";
import type { Step } from "./plan.ts";
import type { Wishes } from "./record.ts";
import { lookUp, NotUnderstood, parseToml } from "./toml-edit.ts";

/** Throws CommandError where something is not understood. */
export function configurationSteps(
  wishes: Wishes,
  daemon: Daemon,
  shimPath: string,
): { steps: Step[]; remarks: string[] } {
  const steps: Step[] = [];
  const remarks: string[] = [];
  const runtimeType = wishes.dropIn ? undefined : `io.containerd.${wishes.name}.v2`;
  if (wishes.cri) {
    if (daemon.keeper !== undefined) {
      throw new CommandError(
        ExitCode.refused,
        `${wishes.config} is written by ${daemon.keeper} at each of its starts: an edit would be lost`,
      );
    }
    const before = readText(wishes.config);
    const optionsFile = join(dirname(wishes.config), `${wishes.name}.toml`);
    const edit = understood(wishes.config, () =>
      editCriConfig(before ?? "", {
        name: wishes.name,
        runtimeType,
        shimPath,
        containerd: daemon.version,
        optionsFile,
      }),
    );
    checkWithContainerd(
      daemon,
      before ?? "",
      edit.text,
      runtimeType === undefined ? undefined : { name: wishes.name, runtimeType },
    );
    if (edit.optionsFile !== undefined) {
      const present = readText(optionsFile);
      if (present !== undefined && present !== edit.optionsFile) {
        throw new CommandError(ExitCode.refused, `${optionsFile} is there and says something else`);
      }
      steps.push({ kind: "write", path: optionsFile, content: edit.optionsFile });
    }
    steps.push({ kind: "edit", path: wishes.config, before, after: edit.text });
    remarks.push(...edit.remarks);
  }
  if (wishes.docker && runtimeType !== undefined) {
    const before = readText(wishes.dockerConfig);
    const after = understood(wishes.dockerConfig, () =>
      editDockerConfig(before ?? "", { name: wishes.name, runtimeType }),
    );
    steps.push({ kind: "edit", path: wishes.dockerConfig, before, after });
  }
  return { steps, remarks };
}

/** Bytes that are no UTF-8 would not survive an edit. */
function readText(path: string): string | undefined {
  const bytes = readIfThere(path);
  const text = bytes?.toString("utf8");
  if (bytes !== undefined && text !== undefined && !Buffer.from(text).equals(bytes)) {
    throw new CommandError(ExitCode.refused, `${path} is not understood: it is no UTF-8`);
  }
  return text;
}

function understood<T>(path: string, edit: () => T): T {
  try {
    return edit();
  } catch (error) {
    if (!(error instanceof NotUnderstood)) throw error;
    throw new CommandError(ExitCode.refused, `${path} is left alone: ${error.message}`);
  }
}

/**
 * Asks containerd what the edited file comes to, imports included: a table of an imported file can take the place of ours. Nothing
 * is asked where the file can't be read as it is, or imports by paths that are relative to it.
 */
function checkWithContainerd(daemon: Daemon, before: string, after: string, wanted: WantedHandler | undefined): void {
  const imports = lookUp(parseToml(before), ["imports"]);
  const isRelative =
    Array.isArray(imports) && imports.some((path) => typeof path !== "string" || !path.startsWith("/"));
  if (before === after || isRelative) return;
  const directory = mkdtempSync(join(tmpdir(), "runts-check-"));
  try {
    const configPath = join(directory, "config.toml");
    const handlersOf = (text: string) => {
      writeFileSync(configPath, text);
      return settingsOf({ ...daemon, configPath })?.handlers;
    };
    const had = handlersOf(before);
    if (had === undefined) return;
    const has = handlersOf(after) ?? [];
    const lost = had.filter(({ name }) => !has.some((handler) => handler.name === name)).map(({ name }) => name);
    if (
      wanted !== undefined &&
      !has.some(({ name, runtimeType }) => name === wanted.name && runtimeType === wanted.runtimeType)
    ) {
      lost.push(wanted.name);
    }
    if (lost.length === 0) return;
    throw new CommandError(
      ExitCode.refused,
      `${daemon.configPath} is left alone: with the edit containerd would not know ${lost.join(", ")} (is it in a file that this one imports?)`,
    );
  } finally {
    rmSync(directory, { recursive: true });
  }
}

interface WantedHandler {
  readonly name: string;
  readonly runtimeType: string;
}
