// An installation that is killed between what it writes down and what it does is mended by a second one, and can be taken back.
import { mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { makeDirectories, removeTemporaries, replaceFile } from "./files.ts";
import { withLock } from "./lock.ts";
import { placesOf } from "./places.ts";
import { carryOut, type Step } from "./plan.ts";
import type { EditRecord, InstallRecord } from "./record.ts";
import { restorationOf } from "./uninstall.ts";

let directory = "";
let config = "";
beforeEach(() => {
  directory = mkdtempSync(join(realpathSync(tmpdir()), "runts-interrupted-"));
  config = join(directory, "config.toml");
  writeFileSync(config, original);
});
afterEach(() => rmSync(directory, { recursive: true }));

const original = "# mine\nversion = 2\n";
const edit = (before: string, line: string): Step => ({ kind: "edit", path: config, before, after: before + line });

/** Carries out `step`; what is written down by the end, be it that it was killed right after it has told of the edit. */
function install(step: Step, record: InstallRecord, { isKilled = false } = {}): InstallRecord {
  const places = placesOf(join(directory, "prefix"));
  makeDirectories(places.library);
  let told = record;
  try {
    return carryOut([step], places, record, (next) => {
      told = next;
      if (isKilled && next.edits !== record.edits) throw new Error("killed");
    });
  } catch (error) {
    if ((error as Error).message !== "killed") throw error;
    return told;
  }
}

const wishes = { dropIn: false, name: "runts", cri: true, docker: false, config: "", dockerConfig: "" };
const nothing: InstallRecord = {
  ...{ format: 1, version: "1", directory: "", wishes, links: [], files: [], edits: [], directories: [] },
};
const only = ({ edits }: InstallRecord): EditRecord => {
  expect(edits).toHaveLength(1);
  return edits[0] as EditRecord;
};
const back = { kind: "write", content: Buffer.from(original) };

describe("killed between the record and the edit", () => {
  test("nothing is there to be taken back", () => {
    const killed = install(edit(original, "a = 1\n"), nothing, { isKilled: true });
    expect(readFileSync(config, "utf8")).toBe(original);
    expect(restorationOf(only(killed))).toEqual({ kind: "nothing" });
  });

  test("a second run does it, and it is taken back", () => {
    const killed = install(edit(original, "a = 1\n"), nothing, { isKilled: true });
    const second = install(edit(original, "a = 1\n"), killed);
    expect(restorationOf(only(second))).toEqual(back);
  });

  test("so it is where an edit was made before", () => {
    const first = install(edit(original, "a = 1\n"), nothing);
    const killed = install(edit(`${original}a = 1\n`, "b = 1\n"), first, { isKilled: true });
    expect(restorationOf(only(killed))).toEqual(back);
    const third = install(edit(`${original}a = 1\n`, "c = 1\n"), killed);
    expect(restorationOf(only(third))).toEqual(back);
    // Taken back, and killed before that was written down.
    writeFileSync(config, original);
    expect(restorationOf(only(third))).toEqual({ kind: "nothing" });
  });
});

test("an edit of what somebody else has edited meanwhile is not made", () => {
  writeFileSync(config, `${original}theirs = 1\n`);
  expect(() => install(edit(original, "a = 1\n"), nothing)).toThrow(/edited just now/);
  expect(readFileSync(config, "utf8")).toBe(`${original}theirs = 1\n`);
});

test("directories are told before they are made", () => {
  const path = join(directory, "prefix/share/x/file");
  const told: string[] = [];
  const step: Step = { kind: "write", path, content: "" };
  makeDirectories(placesOf(join(directory, "prefix")).library);
  const stop = (record: InstallRecord) => {
    told.push(...record.directories);
    throw new Error("killed");
  };
  expect(() => carryOut([step], placesOf(join(directory, "prefix")), nothing, stop)).toThrow("killed");
  expect(told).toEqual([dirname(dirname(path)), dirname(path)]);
});

test("a link that leads nowhere yet stays a link", () => {
  const link = join(directory, "link");
  symlinkSync("there", link);
  replaceFile(link, "x");
  expect(readFileSync(join(directory, "there"), "utf8")).toBe("x");
  expect(realpathSync(link)).toBe(join(directory, "there"));
  symlinkSync("loop", join(directory, "loop"));
  expect(() => replaceFile(join(directory, "loop"), "x")).toThrow(/too many links/);
});

test("temporary files of one that was killed are removed, and no others", () => {
  const [ours, other] = [join(directory, ".runts-0123456789ab"), join(directory, ".runts-notes")];
  for (const path of [ours, other]) writeFileSync(path, "");
  removeTemporaries([config]);
  expect(() => readFileSync(ours)).toThrow(/ENOENT/);
  expect(readFileSync(other, "utf8")).toBe("");
});

test.runIf(process.geteuid?.() === 0)("one at a time below a prefix", async () => {
  const refused = withLock(directory, () => withLock(`${directory}/`, async () => "both"));
  await expect(refused).rejects.toThrow(/another runts is at work/);
  expect(await withLock(directory, async () => "again")).toBe("again");
});
