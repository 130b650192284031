// Stdio that is saved and taken up: what is restored saves the same again, field by field, and goes on with its descriptors.

import { constants, mkdtempSync, openSync, readSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { makeFifo } from "../../conformance/driver/fifo.ts";
import { O_APPEND, O_NONBLOCK, O_RDONLY, O_RDWR, O_WRONLY, openFd, openPipe } from "../../sys/fd.ts";
import { libcOrThrow } from "../../sys/ffi.ts";
import { Reaper } from "../../sys/reaper.ts";
import type { SavedFd } from "../../sys/saved.ts";
import type { ProcessIo } from "./process-io.ts";
import { restoreIo } from "./restore-io.ts";
import type { SavedCopy, SavedIo } from "./saved.ts";
import { isRetrying } from "./sink.ts";

const directory = mkdtempSync(join(tmpdir(), "runts-saved-"));
afterAll(() => rmSync(directory, { recursive: true }));
const reaper = new Reaper(() => false);
let names = 0;
const path = () => join(directory, String(++names));

function fifo(): string {
  const name = path();
  makeFifo(name);
  return name;
}

/** A descriptor that the restored object owns. */
function saved(name: string, flags: number, purpose: string): SavedFd {
  return { fd: openFd(name, flags, purpose).take(), purpose };
}

function pipe(name: string): { read: SavedFd; write: SavedFd } {
  const { read, write } = openPipe(name);
  const [readPurpose, writePurpose] = [read.purpose, write.purpose];
  return { read: { fd: read.take(), purpose: readPurpose }, write: { fd: write.take(), purpose: writePurpose } };
}

function terminal(): { master: SavedFd; slave: number } {
  const master = openFd("/dev/ptmx", O_RDWR | O_NONBLOCK, "terminal");
  const number = Buffer.alloc(4);
  libcOrThrow("ioctl", "/dev/ptmx", master.number, 0x4004_5431, number);
  libcOrThrow("ioctl", "/dev/ptmx", master.number, 0x8004_5430, number);
  const slave = openSync(`/dev/pts/${number.readInt32LE(0)}`, constants.O_RDWR | constants.O_NOCTTY);
  return { master: { fd: master.take(), purpose: "terminal" }, slave };
}

const copying: SavedCopy = {
  ...{
    state: "copying",
    splices: true,
    pending: undefined,
    handedOn: 0,
    ownersEnd: 0,
    isCounted: false,
    isSinkLost: false,
  },
};

/** Full: nobody reads. */
function fullFifo(): { path: string; sink: SavedFd; hold: SavedFd } {
  const name = fifo();
  const hold = saved(name, O_RDWR | O_NONBLOCK, `output ${name}`);
  const sink = saved(name, O_WRONLY | O_NONBLOCK, `write end of output ${name}`);
  try {
    for (;;) writeSync(hold.fd, Buffer.alloc(4096));
  } catch {
    return { path: name, hold, sink };
  }
}

function outputFifo(name = fifo()) {
  return {
    path: name,
    hold: saved(name, O_RDWR | O_NONBLOCK, `output ${name}`),
    holdWrites: true,
    writeEnd: undefined,
    writers: 1,
  };
}

/** A process's stdin that is copied. */
function input() {
  const name = fifo();
  const source = saved(name, O_RDONLY | O_NONBLOCK, `read end of stdin ${name}`);
  const keepAlive = saved(name, O_WRONLY | O_NONBLOCK, `stdin ${name}`);
  const { read, write } = pipe("stdin");
  return { input: { fifo: { path: name, keepAlive }, source, write, copy: copying }, child: read.fd, name };
}

/** As it is after JSON. */
const json = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

let io: ProcessIo;
async function restored(state: unknown): Promise<unknown> {
  io = await restoreIo(json(state) as SavedIo, reaper);
  return json(io.save());
}

describe("stdio that is taken up", () => {
  beforeEach(() => {
    names += 1;
  });

  test("none", async () => {
    expect(await restored({ kind: "null" })).toEqual({ kind: "null" });
  });

  test("direct, with stdin; apart and shared; before and after the process's end", async () => {
    const { input: stdin, child, name } = input();
    const state = {
      kind: "direct",
      stdin,
      outputs: [outputFifo(), outputFifo()],
      isShared: false,
      ended: false,
    } as const;
    expect(await restored(state)).toEqual(json(state));
    const writer = openSync(name, constants.O_WRONLY);
    writeSync(writer, "typed");
    await expect.poll(() => readable(child)).toBe(5);
    io.processEnded();
    const after = json(io.save()) as typeof state;
    expect(after.ended).toBe(true);
    expect(after.stdin?.copy.state).toBe("ended");
    expect(after.outputs[0]).toMatchObject({ writers: 0, writeEnd: expect.anything() });
    expect(await restored(after)).toEqual(after);
    await io.close();

    const shared = {
      kind: "direct",
      outputs: [{ ...outputFifo(), writers: 2 }],
      isShared: true,
      ended: false,
    } as const;
    expect(await restored({ ...shared, stdin: undefined })).toEqual(json(shared));
    await io.close();
  });

  test("copied, with what a full FIFO has not taken", async () => {
    const full = fullFifo();
    const { read } = pipe("stdout");
    const copy: SavedCopy = {
      ...{ state: "finishing", splices: false, pending: Buffer.from("left").toString("base64") },
      ...{ handedOn: 7, ownersEnd: 11, isCounted: true, isSinkLost: false },
    };
    const opened = {
      kind: "fifo",
      fifo: { path: full.path, hold: full.hold, holdWrites: true, writeEnd: undefined, writers: 1 },
      sinks: [full.sink],
    } as const;
    const state = {
      ...{ kind: "pipes", stdin: undefined, outputs: [{ readEnd: read, copy }] },
      targets: { kind: "paths", opened: [opened], stdout: undefined, stderr: 0 },
    } as const;
    expect(await restored(state)).toEqual(json(state));
    const client = openSync(full.path, constants.O_RDONLY | constants.O_NONBLOCK);
    let text = "";
    await expect
      .poll(() => {
        try {
          const buffer = Buffer.alloc(1 << 20);
          text += buffer.toString("latin1", 0, readSync(client, buffer));
        } catch {
          // Nothing now.
        }
        return text.endsWith("left");
      })
      .toBe(true);
    await io.close();
  });

  test("copied to a sink that nobody reads any more, to a device and to a file", async () => {
    const file = path();
    writeFileSync(file, "");
    const [first, second] = [pipe("stdout"), pipe("stderr")];
    const state = {
      ...{ kind: "pipes", stdin: undefined },
      outputs: [
        { readEnd: first.read, copy: { ...copying, splices: false, isSinkLost: true } },
        { readEnd: second.read, copy: { ...copying, splices: false, handedOn: 3 } },
      ],
      targets: {
        kind: "paths",
        opened: [
          { kind: "device", device: saved("/dev/null", O_WRONLY, "/dev/null") },
          { kind: "file", file: saved(file, O_WRONLY | O_APPEND, file), droppedBytes: 12 },
        ],
        stdout: 0,
        stderr: 1,
      },
    } as const;
    expect(await restored(state)).toEqual(json(state));
    await io.close();
  });

  test("a plain log file, and one of records with a line that has no end", async () => {
    const log = path();
    const ends = pipe("stdout");
    const plain = {
      ...{ kind: "pipes", stdin: undefined, outputs: [{ readEnd: ends.read, copy: { ...copying, splices: false } }] },
      targets: { kind: "file", file: saved(log, O_WRONLY | O_APPEND | constants.O_CREAT, log), droppedBytes: 0 },
    } as const;
    // The copies of both streams are there: stderr's has ended.
    const both = {
      ...plain,
      outputs: [...plain.outputs, { readEnd: undefined, copy: { ...copying, state: "ended" } as const }],
    };
    expect(await restored(both)).toEqual(json(both));
    await io.close();

    const records = path();
    const [out, err] = [pipe("stdout"), pipe("stderr")];
    const state = {
      ...{ kind: "pipes", stdin: undefined },
      outputs: [out, err].map(({ read }) => ({ readEnd: read, copy: { ...copying, splices: false } })),
      targets: {
        kind: "records",
        file: {
          ...{ file: saved(records, O_WRONLY | O_APPEND | constants.O_CREAT, records), droppedBytes: 5, path: records },
          ...{ format: "json", maxBytes: 100, maxFiles: 3, size: 42, rotateAt: 120, midLine: ["stderr"] },
        },
        stdout: Buffer.from("half ").toString("base64"),
        stderr: Buffer.from("\xff", "latin1").toString("base64"),
      },
    } as const;
    expect(await restored(state)).toEqual(json(state));
    writeSync(out.write.fd, "a line\n");
    await expect.poll(() => openText(records)).toContain('"half a line\\n"');
    await io.close();
    const endless = {
      ...state,
      targets: { ...state.targets, file: { ...state.targets.file, maxBytes: undefined, rotateAt: undefined } },
      outputs: [],
    } as const;
    endless.targets.file.file.fd satisfies number;
  });

  test("of a logging binary that has ended: what it does not read is drained", async () => {
    const [out, err] = [pipe("stdout to logger"), pipe("stderr to logger")];
    const state = {
      ...{ kind: "logger", stdin: undefined },
      logger: {
        ...{ pid: 4_000_000, exited: true, closed: false },
        outputs: [
          { readEnd: out.read, writeEnd: undefined, drain: { ...copying, splices: false, handedOn: 9 } },
          { readEnd: undefined, writeEnd: undefined, drain: { ...copying, splices: false, state: "ended" } },
        ],
      },
    } as const;
    expect(await restored(state)).toEqual(json(state));
    writeSync(out.write.fd, "nobody reads this");
    await expect.poll(() => readable(out.read.fd)).toBe(0);
    expect(err.read.fd).toBeGreaterThan(2);
    await io.close();
  });

  test("a terminal, with stdin and output", async () => {
    const { master, slave } = terminal();
    const stdin = fifo();
    const output = outputFifo();
    const state = {
      kind: "terminal",
      stdin: { path: stdin, keepAlive: saved(stdin, O_RDWR | O_NONBLOCK, `stdin ${stdin}`) },
      source: saved(stdin, O_RDONLY | O_NONBLOCK, `read end of stdin ${stdin}`),
      master,
      input: { ...copying, splices: false, handedOn: 2 },
      output: {
        kind: "targets",
        targets: {
          kind: "paths",
          opened: [
            {
              kind: "fifo",
              fifo: output,
              sinks: [saved(output.path, O_WRONLY | O_NONBLOCK, `write end of output ${output.path}`)],
            },
          ],
          stdout: 0,
          stderr: undefined,
        },
      },
      outputCopy: { ...copying, splices: false },
    } as const;
    expect(await restored(state)).toEqual(json(state));
    writeSync(slave, "shown");
    const client = openSync(output.path, constants.O_RDONLY | constants.O_NONBLOCK);
    await expect.poll(() => readable(client)).toBe(5);
    await io.close();
    const without = terminal();
    const bare = {
      ...{ kind: "terminal", stdin: undefined, source: undefined, master: without.master, input: undefined },
      ...{ output: { kind: "none" }, outputCopy: { ...copying, splices: false } },
    } as const;
    expect(await restored(bare)).toEqual(json(bare));
    await io.close();
  });
});

test("a device that is full is known to be so", async () => {
  const { read, write } = pipe("stdout");
  const full = fullFifo();
  writeSync(write.fd, "more");
  const state = {
    ...{ kind: "pipes", stdin: undefined, outputs: [{ readEnd: read, copy: { ...copying, splices: false } }] },
    targets: { kind: "paths", opened: [{ kind: "device", device: full.sink }], stdout: 0, stderr: undefined },
  } as const;
  const busy = await restoreIo(json(state) as unknown as SavedIo, reaper);
  expect(isRetrying()).toBe(true);
  await busy.close();
  expect(isRetrying()).toBe(false);
});

/** Bytes that wait in a pipe, FIFO or terminal. */
function readable(fd: number): number {
  const count = Buffer.alloc(4);
  return libcOrThrow("ioctl", "FIONREAD", fd, 0x541b, count) < 0 ? -1 : count.readInt32LE(0);
}

function openText(name: string): string {
  const fd = openSync(name, constants.O_RDONLY);
  const buffer = Buffer.alloc(4096);
  return buffer.toString("latin1", 0, readSync(fd, buffer));
}
