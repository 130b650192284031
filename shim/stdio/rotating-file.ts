// A log file that is put aside when it is full: path, path.1 (the one before), path.2, …
import { errnoOf } from "../../sys/errno.ts";
import { type Fd, O_APPEND, O_CREAT, O_NOCTTY, O_NONBLOCK, O_WRONLY, setBlocking } from "../../sys/fd.ts";
import {
  closeOutside,
  openInfoOutside,
  openOutside,
  removeOutside,
  renameOutside,
  truncateOutside,
} from "../../sys/outside.ts";
import { restoreFd, saveFd } from "../../sys/saved.ts";
import { errorFields, log } from "../base/log.ts";
import { FileWriter } from "./file-writer.ts";
import type { LogFormat, StreamName } from "./log-format.ts";
import type { SavedRotatingFile } from "./saved.ts";

export interface LogFileOptions {
  readonly format: LogFormat;
  /** Rotates before the file gets longer; undefined never. */
  readonly maxBytes: number | undefined;
  /** Files that are kept, the current one included. */
  readonly maxFiles: number;
}

export type RotationLimits = Pick<LogFileOptions, "maxBytes" | "maxFiles">;

export interface LogRecord {
  readonly bytes: Buffer;
  readonly stream: StreamName;
  /** The stream's next record belongs to the same line. */
  readonly continues: boolean;
}

/** Creates the file with mode 0644 if need be; `size` is what it has. Throws SysError. */
export async function openForAppend(path: string): Promise<{ file: Fd; size: number }> {
  // Non-blocking: what has become a FIFO or a device meanwhile.
  const file = await openOutside(path, O_WRONLY | O_APPEND | O_CREAT | O_NONBLOCK | O_NOCTTY, 0o644);
  try {
    const { type, size } = await openInfoOutside(file);
    if (type !== "regular file") throw new Error(`${path} is not a regular file`);
    setBlocking(file);
    return { file, size };
  } catch (error) {
    void closeOutside(file);
    throw error;
  }
}

/** One call at a time. */
export class RotatingFile {
  readonly #path: string;
  readonly #maxBytes: number;
  readonly #maxFiles: number;
  #file: Fd;
  #writer: FileWriter;
  #size: number;
  #rotateAt: number;
  /** Streams whose last record is continued by their next one. */
  readonly #midLine = new Set<StreamName>();

  /** Takes over `opened`, which is at `path`. */
  constructor(path: string, opened: Awaited<ReturnType<typeof openForAppend>>, limits: RotationLimits) {
    this.#path = path;
    this.#maxBytes = limits.maxBytes ?? Number.POSITIVE_INFINITY;
    this.#rotateAt = this.#maxBytes;
    this.#maxFiles = limits.maxFiles;
    this.#file = opened.file;
    this.#writer = new FileWriter(this.#file);
    this.#size = opened.size;
  }

  save(format: LogFormat): SavedRotatingFile {
    return {
      file: saveFd(this.#file),
      droppedBytes: this.#writer.droppedBytes,
      path: this.#path,
      format,
      maxBytes: finite(this.#maxBytes),
      maxFiles: this.#maxFiles,
      size: this.#size,
      rotateAt: finite(this.#rotateAt),
      midLine: [...this.#midLine],
    };
  }

  static restore(saved: SavedRotatingFile): RotatingFile {
    const { path, maxBytes, maxFiles, size } = saved;
    const restored = new RotatingFile(path, { file: restoreFd(saved.file), size }, { maxBytes, maxFiles });
    restored.#writer = new FileWriter(restored.#file, saved.droppedBytes);
    restored.#rotateAt = saved.rotateAt ?? Number.POSITIVE_INFINITY;
    for (const stream of saved.midLine) restored.#midLine.add(stream);
    return restored;
  }

  /**
   * Writes whole records only: each is in one file, and what a full disk cuts short is taken back. The records of one
   * line are in one file as well, unless the line is longer than a file may be.
   */
  async append(records: readonly LogRecord[]): Promise<void> {
    if (!this.#file.isOpen) return;
    let batch: Buffer[] = [];
    let size = this.#size;
    for (const { bytes, stream, continues } of records) {
      if (size > 0 && size + bytes.length > this.#rotateAt && this.#mayRotate(size)) {
        await this.#write(batch);
        batch = [];
        await this.#rotate();
        size = this.#size;
      }
      batch.push(bytes);
      size += bytes.length;
      if (continues) this.#midLine.add(stream);
      else this.#midLine.delete(stream);
    }
    await this.#write(batch);
  }

  #mayRotate(size: number): boolean {
    return this.#midLine.size === 0 || size >= this.#rotateAt + this.#maxBytes;
  }

  async #write(records: readonly Buffer[]): Promise<void> {
    if (records.length === 0) return;
    const written = await this.#writer.write(records.length === 1 ? (records[0] as Buffer) : Buffer.concat(records));
    let whole = 0;
    for (const record of records) {
      if (whole + record.length > written) break;
      whole += record.length;
    }
    this.#size += whole;
    if (written !== whole) await this.#writer.takeBack(written - whole);
  }

  /** When that fails, the current file goes on and the next attempt comes after as much again. */
  async #rotate(): Promise<void> {
    try {
      if (this.#maxFiles === 1) {
        await truncateOutside(this.#file, 0);
      } else {
        await removeOutside(`${this.#path}.${this.#maxFiles - 1}`);
        for (let number = this.#maxFiles - 2; number >= 0; number -= 1) await this.#shift(number);
        const { file } = await openForAppend(this.#path);
        const full = this.#file;
        this.#file = file;
        this.#writer = new FileWriter(file);
        await closeOutside(full);
      }
      this.#size = 0;
      this.#rotateAt = this.#maxBytes;
    } catch (error) {
      log("warning", `can't rotate ${this.#path}`, errorFields(error));
      this.#rotateAt = this.#size + this.#maxBytes;
    }
  }

  async #shift(number: number): Promise<void> {
    const from = number === 0 ? this.#path : `${this.#path}.${number}`;
    try {
      await renameOutside(from, `${this.#path}.${number + 1}`);
    } catch (error) {
      if (errnoOf(error) !== "ENOENT") throw error;
    }
  }

  close(): Promise<void> {
    return closeOutside(this.#file);
  }
}

function finite(bytes: number): number | undefined {
  return Number.isFinite(bytes) ? bytes : undefined;
}
