// Clients of a process's stdio, as programs of their own: they open FIFOs blocking, can be killed, and never lag behind.

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { constants, openSync } from "node:fs";
import { crc32 } from "node:zlib";

export interface Received {
  readonly bytes: number;
  readonly crc: number;
}

/** Reads `path` to its end (`cat`), keeping the first MiB. */
export class Reader {
  readonly #child: ChildProcess;
  #bytes = 0;
  #crc = 0;
  #text = "";
  readonly #closed: Promise<unknown>;

  /** Stops by itself, as `pause` does, soon after so many bytes. */
  constructor(path: string, { pauseAfter = Number.POSITIVE_INFINITY } = {}) {
    this.#child = spawn("cat", [path], { stdio: ["ignore", "pipe", "inherit"] });
    this.#closed = once(this.#child, "close");
    this.#child.stdout?.on("data", (chunk: Buffer) => {
      this.#bytes += chunk.length;
      this.#crc = crc32(chunk, this.#crc);
      if (this.#text.length < 1 << 20) this.#text += chunk.toString("latin1");
      if (this.#bytes > pauseAfter && this.#bytes - chunk.length <= pauseAfter) this.pause();
    });
  }

  get bytes(): number {
    return this.#bytes;
  }

  get text(): string {
    return this.#text;
  }

  get ended(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  /** Stops reading for the moment: the FIFO fills up. */
  pause(): void {
    this.#child.stdout?.pause();
  }

  resume(): void {
    this.#child.stdout?.resume();
  }

  async toEnd(): Promise<Received> {
    await this.#closed;
    return { bytes: this.#bytes, crc: this.#crc };
  }

  async kill(): Promise<void> {
    this.#child.kill("SIGKILL");
    this.resume();
    await this.#closed;
  }
}

/** What `bytes` of the pattern that `patternCommand` writes look like. */
export function patternCrc(bytes: number): number {
  const line = Buffer.from("0123456789abcde\n".repeat(4096));
  let crc = 0;
  for (let left = bytes; left > 0; left -= line.length) crc = crc32(line.subarray(0, Math.min(left, line.length)), crc);
  return crc;
}

/** A shell command that writes `bytes` bytes of it. */
export function patternCommand(bytes: number): string {
  return `yes 0123456789abcde | head -c ${bytes}`;
}

/** Opens a FIFO's write end; there must be a reader. */
export function openWriter(path: string): number {
  return openSync(path, constants.O_WRONLY | constants.O_NONBLOCK);
}
