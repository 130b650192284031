// Where copied output goes under the `fifo` scheme: FIFOs, and whatever else is there to be written.
import { type Fd, O_APPEND, O_NOCTTY, O_NONBLOCK, O_WRONLY } from "../../sys/fd.ts";
import { fileInfo } from "../../sys/file.ts";
import { closeOutside, infoOutside, isInMemory, openInfoOutside, openOutside } from "../../sys/outside.ts";
import { OutputFifo } from "./client-fifo.ts";
import { copyError } from "./errors.ts";
import type { OutputTarget, OutputTargets } from "./output-targets.ts";
import { openedInTime } from "./patience.ts";

/** Of one path, for one stream or for both. */
interface Opened {
  target(): OutputTarget;
  drain?(limitMs: number): Promise<void>;
  close(): void;
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
    return {
      stdout: first?.target(),
      stderr: second?.target(),
      drain: async (limitMs) => {
        await Promise.all(opened.map((one) => one.drain?.(limitMs)));
      },
      close,
    };
  } catch (error) {
    close();
    throw error;
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
  const { fileTargets } = await import("./file-targets.ts");
  const targets = fileTargets(file);
  return { ...targets, target: () => targets.stdout as OutputTarget };
}

function openFifo(path: string): Opened {
  const fifo = new OutputFifo(path);
  const sinks: Fd[] = [];
  return {
    target: () => {
      const sink = fifo.openForCopy();
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
