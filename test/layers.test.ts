// Imports point one way: bin → shim → {ttrpc, oci, cgroups} → {proto, sys}. Siblings do not meet.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, test } from "vitest";

const project = dirname(import.meta.dirname);

/** What each room of the shipped program may import, besides itself. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  bin: ["shim"],
  shim: ["ttrpc", "oci", "cgroups", "proto", "sys"],
  ttrpc: ["proto"],
  oci: ["sys"],
  cgroups: ["proto", "sys"],
  proto: [],
  sys: [],
};

/** Which packages each room may load; the others get along with Node's own modules. */
const packages: Readonly<Record<string, readonly string[]>> = {
  proto: ["protobufjs"],
  ttrpc: ["protobufjs"],
  shim: ["smol-toml"],
  // Only in scripts, tests, benchmarks and the operator's command line: it is heavy.
  bin: ["execa"],
};

const importPattern = /(?:\bfrom\s+|\bimport\s*\(\s*|\bimport\s+)["'](?<target>[^"']+)["']/g;

function findImports(text: string): string[] {
  return [...text.matchAll(importPattern)].map(({ groups }) => groups?.target as string);
}

/** Sentences about the imports of `file` (a path in the project) that go where they must not. */
function findWrongImports(file: string, text: string): string[] {
  const room = file.split("/")[0] as string;
  return findImports(text).flatMap((target) => {
    if (target.startsWith("node:")) return [];
    if (!target.startsWith(".")) {
      const name = target
        .split("/")
        .slice(0, target.startsWith("@") ? 2 : 1)
        .join("/");
      return packages[room]?.includes(name) ? [] : [`${file}: room ${room} may not load the package ${name}`];
    }
    const other = relative(project, join(project, dirname(file), target)).split("/")[0] as string;
    const isAllowed = other === room || arrows[room]?.includes(other) || target.endsWith("/package.json");
    return isAllowed ? [] : [`${file}: ${room} → ${other} (${target}) points the wrong way`];
  });
}

const rooms = Object.keys(arrows);

describe("the rooms", () => {
  for (const room of rooms.filter((name) => existsSync(join(project, name)))) {
    test(`${room} imports only ${arrows[room]?.join(", ") || "nothing of ours"}`, () => {
      // Tests may set up a real counterpart from any room; what ships may not.
      const files = readdirSync(join(project, room), { recursive: true, encoding: "utf8" })
        .filter((file) => /\.(ts|js)$/.test(file) && !/\.(test|d)\.ts$/.test(file))
        .map((file) => join(room, file));
      const wrong = files.flatMap((file) => findWrongImports(file, readFileSync(join(project, file), "utf8")));
      expect(wrong).toEqual([]);
    });
  }
});

describe("findWrongImports", () => {
  const cases = [
    ["a downward import", "shim/start.ts", 'import { bind } from "../sys/unix-socket.ts";', 0],
    ["an import of its own room", "oci/runc.ts", 'import { argv } from "./args.ts";', 0],
    ["an import of Node's", "sys/fd.ts", 'import { closeSync } from "node:fs";', 0],
    ["an upward import", "sys/fd.ts", 'import { log } from "../shim/log.ts";', 1],
    ["a sibling", "oci/runc.ts", 'import type { Frame } from "../ttrpc/frame.ts";', 1],
    ["a test's helper", "shim/start.ts", 'import { x } from "../test/helpers/ctr.ts";', 1],
    ["a late import", "sys/fd.ts", 'const { log } = await import("../shim/log.ts");', 1],
    ["a heavy package", "shim/start.ts", 'import { execa } from "execa";', 1],
    ["several lines", "sys/fd.ts", 'import {\n  a,\n  b,\n} from "../oci/runc.ts";', 1],
  ] as const;

  for (const [name, file, text, count] of cases) {
    test(`${count === 0 ? "lets" : "reports"} ${name}${count === 0 ? " pass" : ""}`, () => {
      expect(findWrongImports(file, text)).toHaveLength(count);
    });
  }
});
