import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { eventually } from "../../test/helpers/eventually.ts";
import { removeAddons } from "./addons.ts";

let directory = "";
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "runts-addons-"));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const hash = (digit: string) => digit.repeat(64);

describe("removeAddons", () => {
  test("removes what nobody has mapped, and the directory when nothing is left in it", () => {
    const place = join(directory, "runts");
    mkdirSync(join(place, hash("a")), { recursive: true });
    writeFileSync(join(place, hash("a"), "runts-ffi.node"), "x");
    expect(removeAddons([join(directory, "none"), place])).toEqual([join(place, hash("a"))]);
    expect(existsSync(place)).toBe(false);
  });

  test("leaves what somebody has mapped, and what is not ours", async () => {
    const place = join(directory, "runts");
    for (const name of [hash("b"), "something"]) mkdirSync(join(place, name), { recursive: true });
    const program = join(place, hash("b"), "runts-ffi.node");
    copyFileSync("/bin/sleep", program);
    const child = spawn(program, ["1000"], { stdio: "ignore" });
    await once(child, "spawn");
    try {
      await eventually("it is mapped", () => readFileSync(`/proc/${child.pid}/maps`, "latin1").includes(program));
      expect(removeAddons([place])).toEqual([]);
    } finally {
      child.kill("SIGKILL");
      await once(child, "exit");
    }
    expect(removeAddons([place])).toEqual([join(place, hash("b"))]);
    expect(readdirSync(place)).toEqual(["something"]);
  });
});
