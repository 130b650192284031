// Docker's daemon.json, as far as it is about shims.
import { existsSync, readFileSync } from "node:fs";
import { parse } from "jsonc-parser";
import { unknownKeys } from "../../shim/bundle/option-keys.ts";
import { aboutOptionsFile, unknownOption } from "./daemons.ts";
import type { Finding } from "./finding.ts";

interface DockerRuntime {
  readonly runtimeType?: unknown;
  readonly options?: unknown;
}

export function checkDocker(path: string): Finding[] {
  if (!existsSync(path)) return [];
  const config = parse(readFileSync(path, "utf8")) as { runtimes?: Record<string, DockerRuntime | null> } | undefined;
  return Object.entries(config?.runtimes ?? {}).flatMap(([name, runtime]) => {
    if (typeof runtime?.runtimeType !== "string" || !/\.(runts|runc)\.v2$/.test(runtime.runtimeType)) return [];
    const options = (runtime.options ?? {}) as Record<string, unknown>;
    const file = options.ConfigPath;
    return [
      ...unknownKeys(options).map((text) => unknownOption(`${path}, runtime ${name}: ${text}`)),
      ...(typeof file === "string" && file !== "" ? aboutOptionsFile(file, `Docker's runtime ${name}`) : []),
    ];
  });
}
