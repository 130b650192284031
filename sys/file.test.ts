import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { sized } from "../test/helpers/soak.ts";
import { O_NONBLOCK, O_RDONLY, O_RDWR, openFd } from "./fd.ts";
import {
  exists,
  fileInfo,
  openFileInfo,
  readFd,
  readFileBytes,
  readFileText,
  readFileTextIfThere,
  readLink,
  readToEnd,
  realPath,
  removeFile,
  writeExisting,
  writeFileAtomically,
} from "./file.ts";

let directory = "";
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "runts-file-"));
});
afterEach(() => rmSync(directory, { recursive: true }));

describe("writeFileAtomically", () => {
  test("replaces a file and its mode, and leaves nothing beside it", () => {
    const path = join(directory, "file");
    for (const [content, mode] of [
      ["one", 0o644],
      ["two", 0o600],
    ] as const) {
      writeFileAtomically(path, content, mode);
      expect(readFileSync(path, "utf8")).toBe(content);
      expect(statSync(path).mode & 0o777).toBe(mode);
    }
    expect(readdirSync(directory)).toEqual(["file"]);
  });

  test("throws, and leaves the old file, where it can't be written", () => {
    expect(() => writeFileAtomically(join(directory, "no", "file"), "x", 0o600)).toThrow(/no such file or directory/);
    expect(readdirSync(directory)).toEqual([]);
  });

  test("killed at any moment leaves all or nothing under the name (KF-043)", { timeout: 120_000 }, async () => {
    const path = join(directory, "state");
    const length = 300_000;
    const script = `import { writeFileAtomically } from ${JSON.stringify(join(import.meta.dirname, "file.ts"))};
      process.stdout.write("up");
      for (let n = 0; ; n += 1) writeFileAtomically(${JSON.stringify(path)}, String(n % 10).repeat(${length}), 0o600);`;
    for (let round = 0; round < sized(8, 100); round += 1) {
      const child = spawn(process.execPath, ["--input-type=module", "--eval", script], {
        stdio: ["ignore", "pipe", "ignore"],
      });
      const exited = once(child, "exit");
      await Promise.race([once(child.stdout, "data"), exited]);
      await delay(round % 20);
      child.kill("SIGKILL");
      await exited;
      const visible = readdirSync(directory).filter((name) => !name.startsWith("."));
      if (visible.length === 0) continue;
      expect(visible).toEqual(["state"]);
      const content = readFileSync(path, "latin1");
      expect(content).toBe((content[0] ?? "").repeat(length));
    }
  });
});

describe("fileInfo", () => {
  test("tells every kind of file, and follows links unless told", () => {
    const path = (name: string) => join(directory, name);
    writeFileSync(path("regular"), "12345");
    mkdirSync(path("directory"));
    symlinkSync("regular", path("link"));
    symlinkSync("nowhere", path("dangling"));
    execFileSync("mkfifo", [path("fifo")]);
    expect(fileInfo(path("regular"))).toEqual({ type: "regular file", size: 5 });
    expect(fileInfo(path("directory"))?.type).toBe("directory");
    expect(fileInfo(path("fifo"))?.type).toBe("fifo");
    expect(fileInfo("/dev/null")?.type).toBe("character device");
    expect(fileInfo(path("link"))?.type).toBe("regular file");
    expect(fileInfo(path("link"), { followLinks: false })?.type).toBe("symbolic link");
    expect(fileInfo(path("dangling"))).toBeUndefined();
    expect(exists(path("dangling"))).toBe(true);
    expect(exists(path("nothing"))).toBe(false);
  });

  test("throws what is not absence", () => {
    writeFileSync(join(directory, "file"), "");
    expect(() => fileInfo(join(directory, "file/below"))).toThrow(
      expect.objectContaining({ call: "stat", errno: "ENOTDIR" }),
    );
  });

  test("openFileInfo asks the descriptor, whatever became of its path", () => {
    const path = join(directory, "file");
    writeFileSync(path, "123");
    const fd = openFd(path, O_RDONLY, "a file");
    removeFile(path);
    expect(openFileInfo(fd)).toEqual({ type: "regular file", size: 3 });
    fd.close();
  });
});

describe("reading", () => {
  for (const size of [0, 1, 16 * 1024 - 1, 16 * 1024, 16 * 1024 + 1, 100_000]) {
    test(`a file of ${size} bytes whole`, () => {
      const content = Buffer.alloc(size, "0123456789");
      writeFileSync(join(directory, "file"), content);
      expect(readFileBytes(join(directory, "file")).equals(content)).toBe(true);
    });
  }

  test("files of the kernel, which tell no size", () => {
    expect(readFileText("/proc/self/mountinfo")).toBe(readFileSync("/proc/self/mountinfo", "utf8"));
  });

  test("an absent file is an error or undefined, as asked", () => {
    const path = join(directory, "nothing");
    expect(() => readFileText(path)).toThrow(`open ${path}: no such file or directory`);
    expect(readFileTextIfThere(path)).toBeUndefined();
    expect(() => readFileTextIfThere(directory)).toThrow("is a directory");
  });

  test("readFd waits for what a non-blocking descriptor does not have yet", () => {
    const path = join(directory, "fifo");
    execFileSync("mkfifo", [path]);
    const fd = openFd(path, O_RDWR | O_NONBLOCK, "a FIFO");
    const writer = spawn("sh", ["-c", `sleep 0.2; printf late >${path}`]);
    const buffer = Buffer.alloc(10);
    expect(readFd(fd.number, buffer, "a FIFO")).toBe(4);
    expect(buffer.toString("utf8", 0, 4)).toBe("late");
    fd.close();
    writer.unref();
  });

  test("readToEnd stops at its limit", () => {
    const path = join(directory, "file");
    writeFileSync(path, Buffer.alloc(20_000));
    const fd = openFd(path, O_RDWR, "a file");
    expect(() => readToEnd(fd.number, "it", { maxBytes: 10_000 })).toThrow("it is longer than 10000 bytes");
    fd.close();
  });
});

test("links: readLink, realPath", () => {
  symlinkSync("target", join(directory, "link"));
  mkdirSync(join(directory, "target"));
  expect(readLink(join(directory, "link"))).toBe("target");
  expect(() => readLink(directory)).toThrow(expect.objectContaining({ errno: "EINVAL" }));
  expect(realPath(join(directory, "link/../link"))).toBe(join(realPath(directory), "target"));
});

test("removeFile is content with absence, writeExisting is not", () => {
  removeFile(join(directory, "nothing"));
  expect(() => removeFile(directory)).toThrow(expect.objectContaining({ call: "unlink" }));
  expect(() => writeExisting(join(directory, "nothing"), "x")).toThrow("no such file or directory");
});
