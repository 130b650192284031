// The names under which containerd finds the shim, and the options that come with each.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { CommandDirectory } from "../helpers/command-directory.ts";
import { execWords, killShim, remove, run, runDetached } from "../helpers/containers.ts";
import { isContainerd2 } from "../helpers/daemon-under-test.ts";
import { eventually } from "../helpers/eventually.ts";
import type { PrivateContainerd } from "../helpers/private-containerd.ts";
import { shimUnderTest } from "../helpers/shim-under-test.ts";
import { useContainerd } from "../helpers/use-containerd.ts";

/** A runc that writes down what it is asked. */
const recorder = `echo "$*" >>\${0%/*}/calls; PATH=\${PATH#*:} exec runc "$@"`;

const { kind, executable } = shimUnderTest;
const isOurs = kind !== "go";

interface Name {
  readonly what: string;
  readonly runtime: string;
  /** Flags of `ctr run` that reach the shim as this kind of options. */
  readonly flags: (file: string, root: string) => readonly string[];
}

const generic = (file: string) => ["--runtime-config-path", file];

const names: readonly Name[] = [
  { what: "io.containerd.runts.v2", runtime: "io.containerd.runts.v2", flags: generic },
  { what: "any prefix before runts.v2", runtime: "org.example.runts.v2", flags: generic },
  { what: "an absolute path", runtime: executable, flags: generic },
  {
    what: "io.containerd.runc.v2",
    runtime: "io.containerd.runc.v2",
    flags: (_file: string, root: string) => ["--runc-root", root],
  },
].filter(({ runtime }) => isOurs || !runtime.includes("runts.v2"));

const commands = new CommandDirectory().script("runc", recorder).link("containerd-shim-runc-v2", executable);
afterAll(() => commands.remove());
const containerd = useContainerd(() => ({ path: [commands.path] }));

const creates = () =>
  readFileSync(join(commands.path, "calls"), "utf8")
    .split("\n")
    .filter((line) => / create /.test(line));

describe.each(names)("as $what", ({ runtime, flags }) => {
  test("runs without options, in the runtime's default root", async () => {
    const id = await runDetached(containerd(), ["sleep", "1000"], { runtime });
    checkShim(containerd(), id);
    expect(existsSync(join(containerd().runcRoot, id))).toBe(true);
    expect(creates().at(-1)).toMatch(/^--root \/run\/containerd\/runc\/\S+ --log \S+ --log-format json create /);
    expect((await containerd().ctr.try(...execWords(id, ["sh", "-c", "exit 9"]))).exitCode).toBe(9);
    await remove(containerd(), id);
  });

  // The Go shim refuses generic options.
  test.runIf(isOurs || runtime === "io.containerd.runc.v2")("obeys the options of that kind", async () => {
    const root = join(containerd().directory, "other-root");
    const file = join(containerd().directory, "runtime.toml");
    writeFileSync(file, `Root = "${root}"\n`);
    const id = await runDetached(containerd(), ["sleep", "1000"], { runtime, flags: flags(file, root) });
    expect(existsSync(join(root, containerd().namespace, id))).toBe(true);
    expect((await containerd().ctr.try(...execWords(id, ["true"]))).exitCode).toBe(0);
    await remove(containerd(), id);
    expect(existsSync(join(root, containerd().namespace, id))).toBe(false);
  });

  // containerd 1.x: of a type that the Go shim does not know.
  const isKnown = isOurs || isContainerd2 || runtime === "io.containerd.runc.v2";
  test.runIf(isKnown)("obeys a task's own options (--no-pivot)", async () => {
    const result = await run(containerd(), ["true"], { runtime, flags: ["--no-pivot"] });
    expect(result).toMatchObject({ exitCode: 0, stderr: "" });
    expect(creates().at(-1)).toContain(" --no-pivot ");
  });
});

test("a restarted containerd finds the shim of each name again, also to clean up after its death", async () => {
  const ids = await Promise.all(names.map(({ runtime }) => runDetached(containerd(), ["sleep", "1000"], { runtime })));
  await containerd().crash();
  await containerd().boot();
  for (const id of ids) {
    expect((await containerd().ctr.try(...execWords(id, ["sh", "-c", "exit 9"]))).exitCode).toBe(9);
    await killShim(containerd(), id);
    await eventually("the runtime has forgotten it", () => !existsSync(join(containerd().runcRoot, id)));
    await remove(containerd(), id);
  }
});

function checkShim(containerd: PrivateContainerd, id: string): void {
  const [program, script] = readFileSync(`/proc/${containerd.shimPid(id)}/cmdline`, "utf8").split("\0");
  expect(kind === "node" ? script : program).toMatch(/containerd-shim-run(ts|c)-v2$/);
}
