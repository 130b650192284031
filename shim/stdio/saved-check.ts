// Whether a process's stdio as another program has kept it is what this one can't do without (docs/upgrade.md).
import {
  fields,
  flag,
  type Kind,
  kinds,
  list,
  maybe,
  nothing,
  number,
  optional,
  pid,
  text,
  unasked,
} from "../../sys/saved-check.ts";
import type { StdioPaths } from "./process-io.ts";
import type {
  SavedCopy,
  SavedFifoIo,
  SavedFile,
  SavedInput,
  SavedInputFifo,
  SavedIo,
  SavedLogger,
  SavedLoggerIo,
  SavedLoggerOutput,
  SavedOpened,
  SavedOutput,
  SavedOutputFifo,
  SavedPaths,
  SavedPipeIo,
  SavedRotatingFile,
  SavedTargets,
  SavedTerminalIo,
  SavedTerminalOutput,
} from "./saved.ts";

export const paths = fields<StdioPaths>({ stdin: text, stdout: text, stderr: text, terminal: flag });

const copy = fields<SavedCopy>({
  ...{ state: text, splices: flag, pending: maybe(text), isSinkLost: flag },
  ...{ handedOn: number, ownersEnd: unasked, isCounted: unasked },
});
const inputFifo = fields<SavedInputFifo>({ path: text, keepAlive: optional });
const input = fields<SavedInput>({ fifo: maybe(inputFifo), source: optional, write: optional, copy });
const outputFifo = fields<SavedOutputFifo>({
  ...{ path: text, hold: optional, holdWrites: flag, writeEnd: optional, writers: number },
});
const file = { file: optional, droppedBytes: number };
const opened = kinds<SavedOpened>({
  fifo: fields<Kind<SavedOpened, "fifo">>({ fifo: outputFifo, sinks: list(optional) }),
  device: fields<Kind<SavedOpened, "device">>({ device: optional }),
  file: fields<SavedFile>(file),
});
const rotatingFile = fields<SavedRotatingFile>({
  ...{ ...file, path: text, format: text, maxBytes: maybe(number), maxFiles: number, size: number },
  ...{ rotateAt: maybe(number), midLine: list(text) },
});
const targets = kinds<SavedTargets>({
  paths: fields<SavedPaths>({ opened: list(opened), stdout: maybe(number), stderr: maybe(number) }),
  file: fields<SavedFile>(file),
  records: fields<Kind<SavedTargets, "records">>({ file: rotatingFile, stdout: text, stderr: text }),
});
const loggerOutput = fields<SavedLoggerOutput>({ readEnd: optional, writeEnd: optional, drain: maybe(copy) });
const logger = fields<SavedLogger>({ pid, exited: flag, closed: flag, outputs: list(loggerOutput) });
export const io = kinds<SavedIo>({
  null: nothing,
  direct: fields<SavedFifoIo>({ stdin: maybe(input), outputs: list(outputFifo), isShared: flag, ended: flag }),
  pipes: fields<SavedPipeIo>({
    ...{ stdin: maybe(input), targets, outputs: list(fields<SavedOutput>({ readEnd: optional, copy })) },
  }),
  logger: fields<SavedLoggerIo>({ stdin: maybe(input), logger }),
  terminal: fields<SavedTerminalIo>({
    ...{ stdin: maybe(inputFifo), source: optional, master: optional, input: maybe(copy), outputCopy: copy },
    output: kinds<SavedTerminalOutput>({
      none: nothing,
      targets: fields<Kind<SavedTerminalOutput, "targets">>({ targets }),
      logger: fields<Kind<SavedTerminalOutput, "logger">>({ logger }),
    }),
  }),
});
