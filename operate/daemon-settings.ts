// What a containerd's configuration comes to, imports and defaults included: its own `config dump` says it.
import { existsSync, readFileSync } from "node:fs";
import { askProgram } from "./ask-program.ts";
import { type Daemon, defaultConfigPath } from "./containerd.ts";
import { lookUp, parseToml } from "./install/toml-edit.ts";

export interface Handler {
  readonly name: string;
  readonly runtimeType: string;
  /** Empty where none is named. */
  readonly runtimePath: string;
  readonly options: Readonly<Record<string, unknown>>;
}

export interface DaemonSettings {
  readonly root: string;
  readonly state: string;
  /** Its socket. */
  readonly address: string;
  /** Of the CRI plugin, where that is not switched off. */
  readonly handlers: readonly Handler[];
}

/** Undefined where it can't be told. `usual` is the file that containerd reads unless told. */
export function settingsOf(
  { pid, executable, configPath }: Pick<Daemon, "pid" | "executable" | "configPath">,
  usual: string = defaultConfigPath,
): DaemonSettings | undefined {
  const program = pid === undefined ? executable : `/proc/${pid}/exe`;
  if (program === "") return undefined;
  try {
    // containerd starts without the file that it looks for unless told, and its own dump wants it nevertheless.
    const isDefault = configPath === usual && !existsSync(configPath);
    const words = isDefault ? ["config", "default"] : ["--config", configPath, "config", "dump"];
    const { status, stdout } = askProgram(program, words, { timeoutMs: 10_000 });
    return status === 0 ? parseSettings(stdout) : undefined;
  } catch {
    return undefined;
  }
}

const criPlugins = ["io.containerd.cri.v1.runtime", "io.containerd.grpc.v1.cri"];

/** Throws NotUnderstood. */
export function parseSettings(dump: string): DaemonSettings {
  const config = parseToml(dump);
  const disabled = lookUp(config, ["disabled_plugins"]);
  const isOff = (name: string) => Array.isArray(disabled) && (disabled.includes(name) || disabled.includes("cri"));
  const text = (value: unknown) => (typeof value === "string" ? value : "");
  const handlers = criPlugins
    .filter((plugin) => !isOff(plugin))
    .flatMap((plugin) =>
      Object.entries((lookUp(config, ["plugins", plugin, "containerd", "runtimes"]) ?? {}) as object),
    )
    .map(([name, table]: [string, Record<string, unknown>]) => ({
      name,
      runtimeType: text(table.runtime_type),
      runtimePath: text(table.runtime_path),
      options: (table.options ?? {}) as Record<string, unknown>,
    }));
  // A table of its own up to version 3 of the file, a plugin's in 4.
  const server = ["plugins", "io.containerd.server.v1.grpc", "address"];
  const address =
    text(lookUp(config, server)) || text(lookUp(config, ["grpc", "address"])) || "/run/containerd/containerd.sock";
  return {
    address,
    root: text(config.root) || "/var/lib/containerd",
    state: text(config.state) || "/run/containerd",
    handlers,
  };
}

/** Names of the handlers in the file itself, in either generation's table; what containerd makes of them is in its settings. */
export function writtenHandlers(configPath: string): string[] {
  try {
    const config = parseToml(readFileSync(configPath, "utf8"));
    const tables = criPlugins.map((plugin) => lookUp(config, ["plugins", plugin, "containerd", "runtimes"]) ?? {});
    return [...new Set(tables.flatMap((table) => Object.keys(table as object)))];
  } catch {
    // That it can't be read is told by containerd.
    return [];
  }
}
