import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { daemonWithPath } from "../../test/helpers/described-daemon.ts";
import { type Daemon, parseVersion } from "../containerd.ts";
import { checkRuntimes, featuresText } from "./runtimes.ts";

let directory = "";
let daemon: Daemon;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "runts-doctor-"));
  daemon = daemonWithPath(directory);
});
afterEach(() => rmSync(directory, { recursive: true }));

describe("checkRuntimes", () => {
  const program = (name: string, text: string, mode = 0o755) => {
    writeFileSync(join(directory, name), text);
    chmodSync(join(directory, name), mode);
  };
  const problems = (all: Parameters<typeof checkRuntimes>[0]) =>
    checkRuntimes(all)
      .filter(({ level }) => level !== "note")
      .map(({ check, what }) => `${check}: ${what.replaceAll(directory, "")}`);

  test("looks in the PATH of each containerd, and runs what two of them find once", () => {
    program("runc", `#!/bin/sh\necho x >>${directory}/calls\necho runc version 1.1.5`);
    program("crun", "#!/bin/sh\necho crun version 1.8.1");
    const other = { ...daemon, pid: 43, searchPath: "/nowhere" };
    const old = { ...daemon, pid: 44, version: parseVersion("1.6.20") };
    const all = [daemon, other, old].map((each) => ({ daemon: each, named: [], used: [] }));
    expect(problems(all)).toEqual([
      "runtime-too-old: /crun is of version 1.8.1, and containerd of v2.1.4",
      "no-runtime: there is neither runc nor crun in containerd's PATH, /nowhere",
    ]);
    // Its version and its features.
    expect(readFileSync(join(directory, "calls"), "utf8")).toBe("x\nx\n");
  });

  test("tells a runtime that went while there are containers of it, and why one does not run", () => {
    program("runc", "#!/bin/sh\necho no library >&2\nexit 127");
    program("crun", "#!/no/such/interpreter\n");
    program("youki", "", 0o644);
    expect(problems([{ daemon, named: ["kata"], used: ["youki", "runc", "youki"] }])).toEqual([
      "runtime-broken: /runc does not run: exit status 127, no library",
      "runtime-broken: /crun does not run: the interpreter or loader that it names is not there",
      "runtime-gone: there are containers of the runtime youki, and /youki is no file that can be executed",
    ]);
  });
});

test.each([
  [undefined, ", tells no features"],
  ["no JSON", ", tells no features"],
  [
    '{"ociVersionMin":"1.0.0","ociVersionMax":"1.2.0","linux":{"mountExtensions":{"idmap":{"enabled":true}}}}',
    ", specification 1.0.0 to 1.2.0, id-mapped mounts",
  ],
])("featuresText(%s)", (output, text) => {
  expect(featuresText(output)).toBe(text);
});
