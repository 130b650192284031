import { closeSync, constants, mkdtempSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { makeFifo } from "../../conformance/driver/fifo.ts";
import { watchFile } from "../../sys/inotify.ts";
import { OutputFifo } from "./client-fifo.ts";

vi.mock("../../sys/inotify.ts", async (original) => {
  const real = await original<typeof import("../../sys/inotify.ts")>();
  return { ...real, watchFile: vi.fn(real.watchFile) };
});

describe("OutputFifo, when its last writer has ended,", () => {
  let directory: string;
  let path: string;
  let fifo: OutputFifo;

  beforeEach(() => {
    vi.mocked(watchFile).mockClear();
    directory = mkdtempSync(join(tmpdir(), "client-fifo-"));
    path = join(directory, "stdout");
    makeFifo(path);
    fifo = new OutputFifo(path);
  });

  afterEach(() => {
    fifo.close();
    rmSync(directory, { recursive: true });
  });

  const openReader = () => openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  const read = (fd: number) => {
    const buffer = Buffer.alloc(100);
    return buffer.toString("utf8", 0, readSync(fd, buffer));
  };
  const write = (text: string, meanwhile: () => void = () => {}) => {
    const writer = fifo.openForCopy();
    writeSync(writer.number, text);
    meanwhile();
    writer.close();
    fifo.writerEnded();
  };

  // The end of the process's last watch takes the kernel 5 ms and more, and the exit would wait for it.
  test("watches nothing where a client has read all, which gets EOF at once", () => {
    const reader = openReader();
    write("all of it", () => expect(read(reader)).toBe("all of it"));
    expect(watchFile).not.toHaveBeenCalled();
    expect(read(reader)).toBe("");
    closeSync(reader);
  });

  test("watches while a client has not read all, which then gets EOF", () => {
    const reader = openReader();
    write("all of it");
    expect(watchFile).toHaveBeenCalledOnce();
    expect(read(reader)).toBe("all of it");
    expect(read(reader)).toBe("");
    closeSync(reader);
  });

  test("watches while nobody reads, and keeps what was written", () => {
    write("all of it");
    expect(watchFile).toHaveBeenCalledOnce();
    const reader = openReader();
    expect(read(reader)).toBe("all of it");
    closeSync(reader);
  });
});
