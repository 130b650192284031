import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { bytesOfText, nodePath, textOfBytes } from "./byte-text.ts";
import { listDirectory, makeDirectory, removeDirectory } from "./directory.ts";
import { fileInfo, readFileText, readLink, realPath } from "./file.ts";

describe("textOfBytes and bytesOfText", () => {
  test.each([
    ["", ""],
    ["plain", "plain"],
    ["é 😀 \u{1f480} \ufffd", "é 😀 \u{1f480} \ufffd"],
    [Buffer.from("pok\xe9mon", "latin1"), "pok\udce9mon"],
    [Buffer.from([0xff, 0x80, 0x41, 0xc3]), "\udcff\udc80A\udcc3"],
    // Overlong, a surrogate, too large, cut off.
    [Buffer.from([0xc0, 0xaf]), "\udcc0\udcaf"],
    [Buffer.from([0xed, 0xb3, 0xa9]), "\udced\udcb3\udca9"],
    [Buffer.from([0xf5, 0x80, 0x80, 0x80]), "\udcf5\udc80\udc80\udc80"],
    [Buffer.from([0xf0, 0x9f, 0x92]), "\udcf0\udc9f\udc92"],
  ])("keep %j", (bytes, text) => {
    const buffer = Buffer.from(bytes);
    expect(textOfBytes(buffer)).toBe(text);
    expect(bytesOfText(text)).toEqual(buffer);
  });

  test("keep any bytes", () => {
    let state = 7;
    for (let round = 0; round < 2000; round += 1) {
      const bytes = Buffer.alloc(round % 9);
      for (let at = 0; at < bytes.length; at += 1) {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        bytes[at] = state >>> 24;
      }
      expect(bytesOfText(textOfBytes(bytes)).equals(bytes)).toBe(true);
    }
  });
});

describe("files of any name", () => {
  let directory = "";
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), "runts-bytes-"));
  });
  afterEach(() => execFileSync("rm", ["-rf", directory]));

  test("are found, read and removed", () => {
    const name = Buffer.from("x\xe9", "latin1");
    const file = Buffer.concat([Buffer.from(`${directory}/`), name]);
    writeFileSync(file, "content");
    const [entry] = listDirectory(directory);
    const path = `${directory}/${entry?.name}`;
    expect(nodePath(path)).toEqual(file);
    expect(readFileText(path)).toBe("content");
    expect(realPath(path)).toBe(path);
    expect(() => readLink(path)).toThrow("invalid argument");
    rmSync(file);
    expect(fileInfo(path)).toBeUndefined();
    makeDirectory(path, 0o700);
    expect(readdirSync(directory, "buffer")).toEqual([name]);
    removeDirectory(path);
    expect(readdirSync(directory)).toEqual([]);
  });
});
