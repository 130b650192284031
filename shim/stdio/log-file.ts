// Log files: what `file://` names, be it a regular file, a device or a FIFO. The copies hand over what they read and never wait
// for the file; a backlog does.
import { preciseNow } from "../../sys/clock.ts";
import { infoOutside, makeDirectoriesOutside } from "../../sys/outside.ts";
import { parentOf } from "../../sys/path.ts";
import { restoreBytes, saveBytes } from "../../sys/saved.ts";
import { Backlog } from "./backlog.ts";
import { ioError } from "./errors.ts";
import { fileTargets } from "./file-targets.ts";
import { formatRecord, formatTime, type LogFormat, type StreamName } from "./log-format.ts";
import { LineCutter } from "./log-lines.ts";
import type { OutputTarget, OutputTargets } from "./output-targets.ts";
import { openedInTime } from "./patience.ts";
import { type LogFileOptions, type LogRecord, openForAppend, RotatingFile } from "./rotating-file.ts";
import type { SavedTargets } from "./saved.ts";
import { openTargets } from "./targets.ts";
import type { StdioUri } from "./uri.ts";

const defaultMaxFiles = 5;

/** As `openLogFile`, with a limit. Throws with upstream's text. */
export function openLogFileInTime(uri: StdioUri, deadlineMs: number | undefined): Promise<OutputTargets> {
  return openedInTime(uri.path, openLogFile(uri), deadlineMs, (targets) => targets.close()).catch((error: unknown) => {
    throw ioError(error);
  });
}

/** Opens the file and makes its directories. Throws Error, also for a parameter that makes no sense. */
export async function openLogFile({ path, parameters }: StdioUri): Promise<OutputTargets> {
  const options = parseOptions(parameters);
  const type = (await infoOutside(path))?.type;
  if (type === undefined) await makeDirectoriesOutside(parentOf(path), 0o755);
  else if (type !== "regular file" && type !== "directory") {
    if (options === undefined) return await openTargets(path, path);
    throw new Error(`a log's parameters need a regular file: ${path} is a ${type}`);
  }
  const opened = await openForAppend(path);
  if (options === undefined) return fileTargets(opened.file);
  return recordTargets(new RotatingFile(path, opened, options), options.format);
}

export function restoreRecords({ file, stdout, stderr }: SavedTargets & { kind: "records" }): OutputTargets {
  return recordTargets(RotatingFile.restore(file), file.format, { stdout, stderr });
}

/** `rests`: of each stream, the beginning of a line that has no end yet, in base64. */
function recordTargets(
  file: RotatingFile,
  format: LogFormat,
  rests: Readonly<Record<StreamName, string>> = { stdout: "", stderr: "" },
): OutputTargets {
  const backlog = new Backlog<LogRecord>((records) => file.append(records));
  const cutters: Partial<Record<StreamName, LineCutter>> = {};
  const target = (stream: StreamName): OutputTarget => {
    let records: LogRecord[] = [];
    let size = 0;
    let time = "";
    const lines = new LineCutter((piece, end) => {
      const bytes = formatRecord(format, { bytes: piece, end, stream, time });
      records.push({ bytes, stream, continues: end === "partial" });
      size += bytes.length;
    }, restoreBytes(rests[stream]));
    cutters[stream] = lines;
    const handOver = () => {
      backlog.add(records, size);
      records = [];
      size = 0;
    };
    return {
      sink: {
        consume: (bytes) => {
          time = formatTime(preciseNow());
          lines.push(bytes);
          handOver();
        },
        whenRoom: (callback) => backlog.whenRoom(callback),
      },
      options: {},
      ended: () => {
        time = formatTime(preciseNow());
        lines.end();
        handOver();
      },
    };
  };
  return {
    stdout: target("stdout"),
    stderr: target("stderr"),
    drain: (limitMs) => backlog.emptied(limitMs),
    close: () => backlog.whenEmpty(() => void file.close()),
    save: () => {
      backlog.checkQuiet();
      const rest = (stream: StreamName) => saveBytes(cutters[stream]?.rest ?? Buffer.alloc(0));
      return { kind: "records", file: file.save(format), stdout: rest("stdout"), stderr: rest("stderr") };
    },
  };
}

/** Undefined when nothing of the extension is asked for. Parameters that it does not know are ignored, as upstream. */
export function parseOptions(parameters: ReadonlyMap<string, string>): LogFileOptions | undefined {
  const format = parameters.get("format");
  const maxSize = parameters.get("max-size");
  const maxFile = parameters.get("max-file");
  if (format === undefined && maxSize === undefined && maxFile === undefined) return undefined;
  if (format !== undefined && format !== "raw" && format !== "json" && format !== "cri") {
    throw new Error(`invalid log format ${JSON.stringify(format)}: want raw, json or cri`);
  }
  return {
    format: format ?? "raw",
    maxBytes: maxSize === undefined ? undefined : parseSize(maxSize),
    maxFiles: maxFile === undefined ? defaultMaxFiles : parseCount(maxFile),
  };
}

const units: Readonly<Record<string, number>> = { "": 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3 };

/** `10m`, `10M`, `10MiB`, `4096`: units are powers of 1024, as Docker reads them. */
function parseSize(text: string): number {
  const match = /^(\d+)([kmg]?)(?:i?b)?$/i.exec(text);
  const bytes = match === null ? 0 : Number(match[1]) * (units[(match[2] as string).toLowerCase()] as number);
  if (!(bytes > 0)) throw new Error(`invalid max-size ${JSON.stringify(text)}`);
  return bytes;
}

function parseCount(text: string): number {
  const count = /^\d+$/.test(text) ? Number(text) : 0;
  if (count < 1 || count > 1000) throw new Error(`invalid max-file ${JSON.stringify(text)}: want 1 to 1000`);
  return count;
}
