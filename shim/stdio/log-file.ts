import { preciseNow } from "../../sys/clock.ts";
import { makeDirectories } from "../../sys/directory.ts";
import type { Fd } from "../../sys/fd.ts";
import { parentOf } from "../../sys/path.ts";
import { ioError } from "./errors.ts";
import { FileWriter } from "./file-writer.ts";
import { formatRecord, formatTime, type LogFormat, type StreamName } from "./log-format.ts";
import { LineCutter } from "./log-lines.ts";
import type { OutputTarget, OutputTargets } from "./pipes.ts";
import { type LogFileOptions, type LogRecord, openForAppend, RotatingFile } from "./rotating-file.ts";
import type { StdioUri } from "./uri.ts";

const defaultMaxFiles = 5;

/** Opens the file and makes its directories. Throws with upstream's text, and for a parameter that makes no sense. */
export function openLogFile({ path, parameters }: StdioUri): OutputTargets {
  try {
    const options = parseOptions(parameters);
    makeDirectories(parentOf(path), 0o755);
    if (options === undefined) return plainTargets(openForAppend(path));
    return recordTargets(new RotatingFile(path, options), options.format);
  } catch (error) {
    throw ioError(error);
  }
}

function plainTargets(file: Fd): OutputTargets {
  const writer = new FileWriter(file);
  const target: OutputTarget = { sink: { consume: (bytes) => writer.write(bytes) }, options: {}, ended: () => {} };
  return { stdout: target, stderr: target, close: () => file.close() };
}

function recordTargets(file: RotatingFile, format: LogFormat): OutputTargets {
  const target = (stream: StreamName): OutputTarget => {
    let records: LogRecord[] = [];
    let time = "";
    const lines = new LineCutter((bytes, end) => {
      records.push({
        bytes: formatRecord(format, { bytes, end, stream, time }),
        stream,
        continues: end === "partial",
      });
    });
    const write = () => {
      file.append(records);
      records = [];
    };
    return {
      sink: {
        consume: (bytes) => {
          time = formatTime(preciseNow());
          lines.push(bytes);
          write();
        },
      },
      options: {},
      ended: () => {
        time = formatTime(preciseNow());
        lines.end();
        write();
      },
    };
  };
  return { stdout: target("stdout"), stderr: target("stderr"), close: () => file.close() };
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
