// What containerd's config.toml must have for the CRI plugin to know our runtime, in versions 2 to 4 of that file.
import { isAtLeast, type Version } from "../containerd.ts";
import {
  appendTables,
  insertIntoTable,
  lookUp,
  type NewTable,
  NotUnderstood,
  parseToml,
  type TomlValue,
} from "./toml-edit.ts";

export interface CriWish {
  readonly name: string;
  /** Undefined for a drop-in: the handlers of `io.containerd.runc.v2` are told the path then. */
  readonly runtimeType: string | undefined;
  readonly shimPath: string;
  readonly containerd: Version | undefined;
  /** Where options go that containerd 1.6 reads from a file only. */
  readonly optionsFile: string;
}

export interface CriEdit {
  /** The whole file; as it was where nothing is missing. */
  readonly text: string;
  /** The content of the options' file, where one is needed. */
  readonly optionsFile: string | undefined;
  /** What the operator should know. */
  readonly remarks: readonly string[];
}

/** By the file's version. 4, of containerd 2.3, moves its own sockets' settings and leaves CRI's (containerd-config.toml(5)). */
const plugins = {
  2: "io.containerd.grpc.v1.cri",
  3: "io.containerd.cri.v1.runtime",
  4: "io.containerd.cri.v1.runtime",
} as const;
type FileVersion = keyof typeof plugins;

/** Runtime options that mean to ours what they mean to runc's shim. */
const sharedOptions = [
  "BinaryName",
  "Root",
  "SystemdCgroup",
  "NoPivotRoot",
  "NoNewKeyring",
  "ShimCgroup",
  "IoUid",
  "IoGid",
  "CriuPath",
];

/** Throws NotUnderstood with the reason. */
export function editCriConfig(before: string, wish: CriWish): CriEdit {
  const { text, version } = withVersion(before, wish.containerd);
  const config = parseToml(text);
  refuseDisabled(config, plugins[version]);
  const runtimes = ["plugins", plugins[version], "containerd", "runtimes"];
  return wish.runtimeType === undefined
    ? nameThePath(text, runtimes, wish)
    : addHandler(text, runtimes, version, { ...wish, runtimeType: wish.runtimeType });
}

function withVersion(before: string, containerd: Version | undefined): { text: string; version: FileVersion } {
  const config = parseToml(before);
  const { version } = config;
  // 1.6 would start with it, and pass over what it says of plugins.
  if (typeof version === "bigint" && version > 2n && containerd !== undefined && !isAtLeast(containerd, 2, 0))
    throw new NotUnderstood(`it is of version ${version}, and containerd ${containerd.text} reads version 2 at most`);
  for (const known of [2, 3, 4] as const) if (version === BigInt(known)) return { text: before, version: known };
  if (version !== undefined && version !== 1n) throw new NotUnderstood(`version ${version} of it is not known here`);
  if (Object.keys(config).length > 0) {
    const help = isAtLeast(containerd, 2, 0) ? "`containerd config migrate`" : "`containerd config dump`";
    throw new NotUnderstood(`it is of version 1: ${help} makes one of a later version of it`);
  }
  if (containerd === undefined) throw new NotUnderstood("it is empty, and which containerd reads it can't be told");
  const next = isAtLeast(containerd, 2, 0) ? 3 : 2;
  const gap = before === "" || before.endsWith("\n") ? "" : "\n";
  return { text: `${before}${gap}version = ${next}\n`, version: next };
}

function refuseDisabled(config: Record<string, unknown>, plugin: string): void {
  const disabled = lookUp(config, ["disabled_plugins"]);
  const found = Array.isArray(disabled) ? disabled.find((name) => name === "cri" || name === plugin) : undefined;
  if (found === undefined) return;
  throw new NotUnderstood(
    `disabled_plugins has ${JSON.stringify(found)}: the CRI plugin is switched off. Take it out first`,
  );
}

function addHandler(
  text: string,
  runtimes: readonly string[],
  version: FileVersion,
  { name, runtimeType, containerd, optionsFile }: CriWish & { runtimeType: string },
): CriEdit {
  const config = parseToml(text);
  const present = lookUp(config, [...runtimes, name]);
  if (present !== undefined) {
    const type = lookUp(config, [...runtimes, name, "runtime_type"]);
    if (type === runtimeType) return { text, optionsFile: undefined, remarks: [] };
    throw new NotUnderstood(`it has a runtime ${name} of type ${JSON.stringify(type)} already`);
  }
  const tables: NewTable[] = [];
  // A table of runtimes without the default one switches the plugin off (1.x).
  if (version === 2 && lookUp(config, [...runtimes, "runc"]) === undefined && needsDefault(config, runtimes)) {
    tables.push({ path: [...runtimes, "runc"], values: { runtime_type: "io.containerd.runc.v2" } });
  }
  tables.push({ path: [...runtimes, name], values: { runtime_type: runtimeType } });
  const options = optionsOfRunc(lookUp(config, [...runtimes, "runc", "options"]));
  const hasOptions = Object.keys(options).length > 0;
  // What 1.6 sends of a table is the file's name alone.
  const byFile = hasOptions && version === 2 && !isAtLeast(containerd, 1, 7);
  if (hasOptions) {
    tables.push({
      path: [...runtimes, name, "options"],
      values: byFile ? { ConfigPath: optionsFile } : options,
      comment: "as runc's",
    });
  }
  return {
    text: appendTables(text, tables),
    optionsFile: byFile
      ? Object.entries(options)
          .map(([key, value]) => `${key} = ${JSON.stringify(value)}\n`)
          .join("")
      : undefined,
    remarks: hasOptions ? [`the handler ${name} has the options of runc's: ${Object.keys(options).join(", ")}`] : [],
  };
}

/** Unless another default is named. */
function needsDefault(config: Record<string, unknown>, runtimes: readonly string[]): boolean {
  const name = lookUp(config, [...runtimes.slice(0, -1), "default_runtime_name"]);
  return name === undefined || name === "runc";
}

function optionsOfRunc(table: unknown): Record<string, TomlValue> {
  if (typeof table !== "object" || table === null) return {};
  return Object.fromEntries(
    Object.entries(table).flatMap(([key, value]): [string, TomlValue][] => {
      if (!sharedOptions.includes(key) || value === "" || value === false || value === 0n) return [];
      if (typeof value === "bigint") return [[key, Number(value)]];
      return typeof value === "string" || typeof value === "boolean" ? [[key, value]] : [];
    }),
  );
}

/** Every handler of runc's type gets our path; CRI's default one where the file names none. */
function nameThePath(text: string, runtimes: readonly string[], { shimPath, containerd }: CriWish): CriEdit {
  if (!isAtLeast(containerd, 1, 7)) {
    const remark = "containerd 1.6 takes no notice of runtime_path: its pods get runts by the link in its PATH";
    return { text, optionsFile: undefined, remarks: [remark] };
  }
  const handlers = (lookUp(parseToml(text), runtimes) ?? {}) as Record<string, Record<string, unknown>>;
  const ofRunc = Object.entries(handlers).filter(([, table]) => table.runtime_type === "io.containerd.runc.v2");
  let result = text;
  for (const [name, { runtime_path: path }] of ofRunc) {
    if (path === shimPath) continue;
    if (path !== undefined && path !== "") {
      throw new NotUnderstood(`its runtime ${name} has a runtime_path already: ${JSON.stringify(path)}`);
    }
    if (path === "") throw new NotUnderstood(`its runtime ${name} has an empty runtime_path: take that line out first`);
    result = insertIntoTable(result, [...runtimes, name], "runtime_path", shimPath);
  }
  if (handlers.runc === undefined) {
    const values = { runtime_type: "io.containerd.runc.v2", runtime_path: shimPath };
    result = appendTables(result, [{ path: [...runtimes, "runc"], values }]);
  }
  return { text: result, optionsFile: undefined, remarks: [] };
}
