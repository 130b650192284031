// Docker's daemon.json, as far as it is about shims.
import { existsSync, readFileSync } from "node:fs";
import { type ParseError, parse } from "jsonc-parser";
import { unknownKeys } from "../../shim/bundle/option-keys.ts";
import { aboutOptionsFile, unknownOption } from "./daemons.ts";
import type { Finding } from "./finding.ts";

interface DockerRuntime {
  readonly runtimeType?: unknown;
  readonly options?: unknown;
}

export function checkDocker(path: string): Finding[] {
  if (!existsSync(path)) return [];
  const text = readFileSync(path, "utf8");
  // Docker takes an empty file for one that says nothing.
  if (text.trim() === "") return [];
  const errors: ParseError[] = [];
  const config = parse(text, errors) as { runtimes?: Record<string, DockerRuntime | null> } | null | undefined;
  if (errors.length > 0 || typeof config !== "object" || Array.isArray(config)) {
    return [
      {
        check: "docker-configuration",
        level: "problem",
        what: `${path} is no JSON object${errors[0] === undefined ? "" : ` (at byte ${errors[0].offset})`}`,
        why: "Docker does not start with it",
        mend: `dockerd --validate --config-file ${path}`,
      },
    ];
  }
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
