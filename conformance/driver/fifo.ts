// A client's end of a process's stdio.

import { execFileSync } from "node:child_process";
import { closeSync, constants, openSync, readSync, writeSync } from "node:fs";
import { eventually } from "./eventually.ts";

/** Reads a FIFO to its end, as a client that is there from the beginning. */
export class OutputReader {
  readonly path: string;
  readonly #chunks: Buffer[] = [];
  #fd: number | undefined;
  #hadWriter = false;

  constructor(path: string) {
    this.path = path;
    makeFifo(path);
    this.#fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  }

  get text(): string {
    this.#read();
    return Buffer.concat(this.#chunks).toString();
  }

  /** True once a writer was there and none is any more. */
  get ended(): boolean {
    this.#read();
    return this.#fd === undefined;
  }

  /** For a process that was started: it may have come and gone between two looks. */
  async toEnd(): Promise<string> {
    this.#hadWriter = true;
    await eventually(`the end of ${this.path}`, () => this.ended);
    return this.text;
  }

  #read(): void {
    const buffer = Buffer.alloc(64 * 1024);
    for (;;) {
      if (this.#fd === undefined) return;
      let count: number;
      try {
        count = readSync(this.#fd, buffer);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EAGAIN") throw error;
        this.#hadWriter = true;
        return;
      }
      if (count === 0) {
        if (this.#hadWriter) this.close();
        return;
      }
      this.#hadWriter = true;
      this.#chunks.push(Buffer.from(buffer.subarray(0, count)));
    }
  }

  close(): void {
    if (this.#fd !== undefined) closeSync(this.#fd);
    this.#fd = undefined;
  }
}

/** Writes a process's stdin. */
export class InputWriter {
  readonly path: string;
  #fd: number | undefined;

  constructor(path: string) {
    this.path = path;
    makeFifo(path);
    this.#fd = openSync(path, constants.O_RDWR | constants.O_NONBLOCK);
  }

  write(text: string): void {
    if (this.#fd === undefined) throw new Error(`${this.path} is closed`);
    writeSync(this.#fd, text);
  }

  close(): void {
    if (this.#fd !== undefined) closeSync(this.#fd);
    this.#fd = undefined;
  }
}

export function makeFifo(path: string): void {
  execFileSync("mkfifo", ["-m", "600", path]);
}
