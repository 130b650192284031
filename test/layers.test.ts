// Imports point one way, and in no circle: bin → {shim, operate} → {ttrpc, oci, cgroups} → {proto, sys}. Siblings do not meet.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, test } from "vitest";

const project = dirname(import.meta.dirname);

const belowShim = ["ttrpc", "oci", "cgroups", "proto", "sys"];

/** What each room may import, besides itself. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  bin: ["shim", "operate", "sys"],
  operate: ["shim/bundle", "conformance", "ttrpc", "oci", "cgroups", "proto", "sys"],
  // main.ts and args.ts.
  shim: ["shim/actions", "shim/base", "sys"],
  "shim/actions": [
    "shim",
    "shim/task",
    "shim/sandbox",
    "shim/rootfs",
    "shim/bundle",
    "shim/events",
    "shim/tracing",
    "shim/base",
    ...belowShim,
  ],
  "shim/task": ["shim/stdio", "shim/rootfs", "shim/bundle", "shim/events", "shim/base", ...belowShim],
  "shim/sandbox": ["shim/bundle", "shim/base", ...belowShim],
  "shim/stdio": ["shim/base", "oci", "sys"],
  "shim/rootfs": ["shim/bundle", "shim/base", "sys"],
  "shim/bundle": ["shim/base", "cgroups", "oci", "proto", "sys"],
  "shim/events": ["shim/base", "ttrpc", "proto", "sys"],
  // Loaded where there is an endpoint for traces.
  "shim/tracing": ["shim/base", "ttrpc", "sys"],
  "shim/base": ["ttrpc", "oci", "sys"],
  ttrpc: ["proto"],
  oci: ["sys"],
  cgroups: ["proto", "sys"],
  proto: [],
  sys: [],
  // What plays the daemon towards any shim, and knows ours no better than another.
  conformance: ["conformance/driver", "ttrpc", "proto"],
  "conformance/driver": ["ttrpc", "proto"],
};

/** The room that a file of the project is in: for shim's, the folder in it. */
function roomOf(file: string): string {
  const [room = "", folder = "", rest] = file.split("/");
  const isOne = room === "shim" || (room === "conformance" && folder === "driver");
  return isOne && rest !== undefined ? `${room}/${folder}` : room;
}

/** Which packages each room may load; the others get along with Node's own modules. */
const packages: Readonly<Record<string, readonly string[]>> = {
  proto: ["protobufjs"],
  ttrpc: ["protobufjs"],
  "shim/bundle": ["smol-toml"],
  "shim/tracing": ["@opentelemetry/api", "@opentelemetry/exporter-trace-otlp-proto", "@opentelemetry/resources"],
  conformance: ["cli-table3", "commander", "diff", "picocolors"],
  // What no shim loads may be heavy.
  operate: ["@clack/prompts", "cli-table3", "commander", "diff", "jsonc-parser", "picocolors", "smol-toml"],
};

/** Names for what is bundled by itself. */
const { imports: aliases } = JSON.parse(readFileSync(join(project, "package.json"), "utf8")) as {
  imports: Readonly<Record<string, { readonly default: string }>>;
};

const importPattern = /(?:\bfrom\s+|\bimport\s*\(\s*|\bimport\s+)["'](?<target>[^"']+)["']/g;

function findImports(text: string): string[] {
  return [...text.matchAll(importPattern)].map(({ groups }) => groups?.target as string);
}

/** Sentences about the imports of `file` (a path in the project) that go where they must not. */
function findWrongImports(file: string, text: string): string[] {
  const room = roomOf(file);
  return findImports(text).flatMap((target) => {
    if (target.startsWith("node:")) return [];
    const alias = aliases[target]?.default.split("/")[1];
    if (alias !== undefined) return arrows[room]?.includes(alias) ? [] : [`${file}: ${room} → ${alias} (${target})`];
    if (!target.startsWith(".")) {
      const name = target
        .split("/")
        .slice(0, target.startsWith("@") ? 2 : 1)
        .join("/");
      return packages[room]?.includes(name) ? [] : [`${file}: room ${room} may not load the package ${name}`];
    }
    const other = roomOf(relative(project, join(project, dirname(file), target)));
    const isAllowed = other === room || arrows[room]?.includes(other) || target.endsWith("/package.json");
    return isAllowed ? [] : [`${file}: ${room} → ${other} (${target}) points the wrong way`];
  });
}

/** Files by room. Tests may set up a real counterpart from any room. */
const files = [...new Set(Object.keys(arrows).map((room) => room.split("/")[0] as string))]
  .filter((folder) => existsSync(join(project, folder)))
  .flatMap((folder) =>
    readdirSync(join(project, folder), { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)),
  )
  .filter((file) => /\.(ts|js)$/.test(file) && !/\.(test|d)\.ts$/.test(file));

/** Circles of files that import each other, types and late imports included: each once, from its first file. */
function findCircles(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const circles: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): void => {
    const at = path.indexOf(file);
    if (at >= 0) circles.push([...path.slice(at), file].join(" → "));
    if (at >= 0 || done.has(file)) return;
    for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
    done.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
  return circles;
}

const read = (file: string) => readFileSync(join(project, file), "utf8");

describe("the rooms", () => {
  for (const room of Object.keys(arrows)) {
    test(`${room} imports only ${arrows[room]?.join(", ") || "nothing of ours"}`, () => {
      const own = files.filter((file) => roomOf(file) === room);
      expect(own).not.toEqual([]);
      expect(own.flatMap((file) => findWrongImports(file, read(file)))).toEqual([]);
    });
  }

  test("have no file that imports itself in the end", () => {
    const graph = new Map(
      files.map((file) => [
        file,
        findImports(read(file))
          .filter((target) => target.startsWith("."))
          .map((target) => join(dirname(file), target)),
      ]),
    );
    expect(findCircles(graph)).toEqual([]);
  });

  test("have no file that is too long to hold in the head", () => {
    const written = files.filter((file) => !file.startsWith("proto/gen/"));
    const long = written
      .map((file) => [file, read(file).split("\n").length - 1] as const)
      .filter(([, lines]) => lines > 250);
    expect(long).toEqual([]);
  });
});

test("findCircles finds what imports itself by way of others, once", () => {
  const graph = new Map([
    ["a", ["b", "d"]],
    ["b", ["c"]],
    ["c", ["a"]],
    ["d", ["c"]],
  ]);
  expect(findCircles(graph)).toEqual(["a → b → c → a"]);
  expect(findCircles(new Map([["a", ["a"]]]))).toEqual(["a → a"]);
  expect(
    findCircles(
      new Map([
        ["a", ["b"]],
        ["b", []],
      ]),
    ),
  ).toEqual([]);
});

describe("findWrongImports", () => {
  const cases = [
    ["a downward import", "shim/actions/start.ts", 'import { bind } from "../../sys/unix-socket.ts";', 0],
    ["an import between shim's rooms", "shim/actions/delete.ts", 'import { x } from "../bundle/options.ts";', 0],
    ["one that points up there", "shim/bundle/options.ts", 'import { x } from "../task/container.ts";', 1],
    ["an import of its own room", "oci/runc.ts", 'import { argv } from "./args.ts";', 0],
    ["an import of Node's", "sys/fd.ts", 'import { closeSync } from "node:fs";', 0],
    ["an upward import", "sys/fd.ts", 'import { log } from "../shim/base/log.ts";', 1],
    ["a sibling", "oci/runc.ts", 'import type { Frame } from "../ttrpc/frame.ts";', 1],
    ["a test's helper", "shim/actions/start.ts", 'import { x } from "../../test/helpers/ctr.ts";', 1],
    ["a late import", "sys/fd.ts", 'const { log } = await import("../shim/base/log.ts");', 1],
    ["a heavy package", "shim/actions/start.ts", 'import { execa } from "execa";', 1],
    ["a bundle of its own", "operate/conform.ts", 'import { conform } from "#conformance";', 0],
    ["one that is none of its business", "shim/main.ts", 'const { conform } = await import("#conformance");', 1],
    ["several lines", "sys/fd.ts", 'import {\n  a,\n  b,\n} from "../oci/runc.ts";', 1],
  ] as const;

  for (const [name, file, text, count] of cases) {
    test(`${count === 0 ? "lets" : "reports"} ${name}${count === 0 ? " pass" : ""}`, () => {
      expect(findWrongImports(file, text)).toHaveLength(count);
    });
  }
});
