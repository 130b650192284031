// Where copied output goes under the `fifo` scheme: FIFOs, and whatever else is there to be written.
import { type Fd, O_APPEND, O_NOCTTY, O_NONBLOCK, O_WRONLY } from "../../sys/fd.ts";
import { fileInfo } from "../../sys/file.ts";
import { closeOutside, infoOutside, isInMemory, openInfoOutside, openOutside } from "../../sys/outside.ts";
import { restoreFd, saveFd } from "../../sys/saved.ts";
import { OutputFifo } from "./client-fifo.ts";
import { copyError } from "./errors.ts";
import type { OutputTarget, OutputTargets } from "./output-targets.ts";
import { openedInTime } from "./patience.ts";
import type { SavedOpened, SavedPaths } from "./saved.ts";

/** Of one path, for one stream or for both. */
interface Opened {
  target(): OutputTarget;
  drain?(limitMs: number): Promise<void>;
  close(): void;
  save(): SavedOpened;
}

/** As `openTargets`, with a limit. */
export function openTargetsInTime(
  stdout: string,
  stderr: string,
  deadlineMs: number | undefined,
): Promise<OutputTargets> {
  const what = [stdout, stderr].filter((path) => path !== "").join(" or ");
  return openedInTime(what, openTargets(stdout, stderr), deadlineMs, (targets) => targets.close()).catch(
    (error: unknown) => {
      throw copyError(error);
    },
  );
}

/** Throws Error. */
export async function openTargets(stdout: string, stderr: string): Promise<OutputTargets> {
  const opened: Opened[] = [];
  const open = async (path: string): Promise<Opened> => {
    const one = await openPath(path);
    opened.push(one);
    return one;
  };
  const close = () => {
    for (const one of opened) one.close();
  };
  try {
    const first = stdout === "" ? undefined : await open(stdout);
    const second = stderr === "" ? undefined : stderr === stdout ? first : await open(stderr);
    return targetsOf(opened, first, second);
  } catch (error) {
    close();
    throw error;
  }
}

function targetsOf(all: readonly Opened[], stdout: Opened | undefined, stderr: Opened | undefined): OutputTargets {
  const placeOf = (one: Opened | undefined) => (one === undefined ? undefined : all.indexOf(one));
  return {
    stdout: stdout?.target(),
    stderr: stderr?.target(),
    drain: async (limitMs) => {
      await Promise.all(all.map((one) => one.drain?.(limitMs)));
    },
    close: () => {
      for (const one of all) one.close();
    },
    save: () => ({
      kind: "paths",
      opened: all.map((one) => one.save()),
      stdout: placeOf(stdout),
      stderr: placeOf(stderr),
    }),
  };
}

export async function restorePaths({ opened, stdout, stderr }: SavedPaths): Promise<OutputTargets> {
  const all = await Promise.all(opened.map(restoreOpened));
  const at = (place: number | undefined) => (place === undefined ? undefined : all[place]);
  return targetsOf(all, at(stdout), at(stderr));
}

async function restoreOpened(saved: SavedOpened): Promise<Opened> {
  switch (saved.kind) {
    case "fifo": {
      const sinks = saved.sinks.map((sink) => restoreFd(sink ?? undefined));
      return fifoOpened(new OutputFifo(saved.fifo.path, saved.fifo), sinks);
    }
    case "device":
      return openDevice(restoreFd(saved.device));
    case "file":
      return openFile(restoreFd(saved.file), saved.droppedBytes);
  }
}

async function openPath(path: string): Promise<Opened> {
  // A thread is asked only where the answer may take long.
  const info = isInMemory(path) ? fileInfo(path, { fromMemory: true }) : await infoOutside(path);
  const type = info?.type;
  if (type === "fifo") return openFifo(path);
  const file = await openExisting(path);
  try {
    if ((await openInfoOutside(file)).type === "character device") return openDevice(file);
  } catch (error) {
    void closeOutside(file);
    throw error;
  }
  return openFile(file);
}

async function openFile(file: Fd, droppedBytes = 0): Promise<Opened> {
  const { fileTargets } = await import("./file-targets.ts");
  const targets = fileTargets(file, droppedBytes);
  return { ...targets, target: () => targets.stdout as OutputTarget };
}

function openFifo(path: string): Opened {
  return fifoOpened(new OutputFifo(path), []);
}

/** `restored`: sinks that there are already, in the order of `target`'s calls. */
function fifoOpened(fifo: OutputFifo, restored: readonly Fd[]): Opened {
  const sinks: Fd[] = [];
  return {
    save: () => ({ kind: "fifo", fifo: fifo.save(), sinks: sinks.map((sink) => saveFd(sink) ?? null) }),
    target: () => {
      const sink = restored[sinks.length] ?? fifo.openForCopy();
      sinks.push(sink);
      return { sink, options: { splice: true }, ended: () => fifo.copyEnded(sink) };
    },
    close: () => {
      fifo.close();
      for (const sink of sinks) sink.close();
    },
  };
}

/** A device may take its time, and is waited for. */
function openDevice(device: Fd): Opened {
  return {
    save: () => ({ kind: "device", device: saveFd(device) }),
    target: () => ({ sink: device, options: { mayStayBusy: true }, ended: () => {} }),
    close: () => void closeOutside(device),
  };
}

async function openExisting(path: string): Promise<Fd> {
  try {
    // Non-blocking matters for a device without its other side; regular files don't know it.
    return await openOutside(path, O_WRONLY | O_APPEND | O_NONBLOCK | O_NOCTTY);
  } catch (error) {
    throw new Error(`containerd-shim: opening file ${JSON.stringify(path)} failed: ${(error as Error).message}`, {
      cause: error,
    });
  }
}
