// A log file that is put aside when it is full: path, path.1 (the one before), path.2, …
import { fstatSync, ftruncateSync } from "node:fs";
import { errnoOf, sysCall } from "../../sys/errno.ts";
import { type Fd, O_APPEND, O_CREAT, O_WRONLY, openFd } from "../../sys/fd.ts";
import { libcOrThrow } from "../../sys/ffi.ts";
import { openFileInfo, removeFile } from "../../sys/file.ts";
import { errorFields, log } from "../base/log.ts";
import { FileWriter } from "./file-writer.ts";
import type { LogFormat, StreamName } from "./log-format.ts";

export interface LogFileOptions {
  readonly format: LogFormat;
  /** Rotates before the file gets longer; undefined never. */
  readonly maxBytes: number | undefined;
  /** Files that are kept, the current one included. */
  readonly maxFiles: number;
}

export interface LogRecord {
  readonly bytes: Buffer;
  readonly stream: StreamName;
  /** The stream's next record belongs to the same line. */
  readonly continues: boolean;
}

/** Creates the file with mode 0644 if need be. Throws SysError. */
export function openForAppend(path: string): Fd {
  const file = openFd(path, O_WRONLY | O_APPEND | O_CREAT, path, 0o644);
  if (openFileInfo(file).type === "regular file") return file;
  file.close();
  throw new Error(`${path} is not a regular file`);
}

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

  /** Appends to a file that is there. Throws SysError. */
  constructor(path: string, { maxBytes, maxFiles }: Pick<LogFileOptions, "maxBytes" | "maxFiles">) {
    this.#path = path;
    this.#maxBytes = maxBytes ?? Number.POSITIVE_INFINITY;
    this.#rotateAt = this.#maxBytes;
    this.#maxFiles = maxFiles;
    this.#file = openForAppend(path);
    this.#writer = new FileWriter(this.#file);
    this.#size = fstatSync(this.#file.number).size;
  }

  /**
   * Writes whole records only: each is in one file, and what a full disk cuts short is taken back. The records of one
   * line are in one file as well, unless the line is longer than a file may be.
   */
  append(records: readonly LogRecord[]): void {
    if (!this.#file.isOpen) return;
    let batch: Buffer[] = [];
    let size = this.#size;
    for (const { bytes, stream, continues } of records) {
      if (size > 0 && size + bytes.length > this.#rotateAt && this.#mayRotate(size)) {
        this.#write(batch);
        batch = [];
        this.#rotate();
        size = this.#size;
      }
      batch.push(bytes);
      size += bytes.length;
      if (continues) this.#midLine.add(stream);
      else this.#midLine.delete(stream);
    }
    this.#write(batch);
  }

  #mayRotate(size: number): boolean {
    return this.#midLine.size === 0 || size >= this.#rotateAt + this.#maxBytes;
  }

  #write(records: readonly Buffer[]): void {
    if (records.length === 0) return;
    const written = this.#writer.write(records.length === 1 ? (records[0] as Buffer) : Buffer.concat(records));
    let whole = 0;
    for (const record of records) {
      if (whole + record.length > written) break;
      whole += record.length;
    }
    this.#size += whole;
    if (written !== whole) this.#writer.takeBack(written - whole);
  }

  /** When that fails, the current file goes on and the next attempt comes after as much again. */
  #rotate(): void {
    try {
      if (this.#maxFiles === 1) {
        sysCall(() => ftruncateSync(this.#file.number, 0));
      } else {
        removeFile(`${this.#path}.${this.#maxFiles - 1}`);
        for (let number = this.#maxFiles - 2; number >= 0; number -= 1) this.#shift(number);
        const next = openForAppend(this.#path);
        this.#file.close();
        this.#file = next;
        this.#writer = new FileWriter(next);
      }
      this.#size = 0;
      this.#rotateAt = this.#maxBytes;
    } catch (error) {
      log("warning", `can't rotate ${this.#path}`, errorFields(error));
      this.#rotateAt = this.#size + this.#maxBytes;
    }
  }

  #shift(number: number): void {
    const from = number === 0 ? this.#path : `${this.#path}.${number}`;
    try {
      libcOrThrow("rename", from, from, `${this.#path}.${number + 1}`);
    } catch (error) {
      if (errnoOf(error) !== "ENOENT") throw error;
    }
  }

  close(): void {
    this.#file.close();
  }
}
