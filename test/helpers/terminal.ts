// A person at a terminal: a program on a pty of ours, its screen text, keys and window size.

import { type IPty, spawn } from "node-pty";
import { eventually } from "./eventually.ts";

export class Terminal {
  readonly #pty: IPty;
  #text = "";
  #read = 0;
  readonly #exit: Promise<number>;

  constructor(argv: readonly string[], { columns = 80, rows = 24 } = {}) {
    const [file, ...args] = argv;
    this.#pty = spawn(file as string, args, { cols: columns, rows, env: process.env, name: "xterm" });
    this.#pty.onData((data) => {
      // ctr leaves the translation of newlines on, so each line ends with one or two of these.
      this.#text += data.replaceAll("\r", "");
    });
    this.#exit = new Promise((resolve) => {
      this.#pty.onExit(({ exitCode }) => resolve(exitCode));
    });
  }

  /** Everything written to the terminal so far, lines ending with \n. */
  get text(): string {
    return this.#text;
  }

  type(keys: string): void {
    this.#pty.write(keys);
  }

  resize(columns: number, rows: number): void {
    this.#pty.resize(columns, rows);
  }

  /** Waits for text that was not waited for before, and returns the match. */
  async see(pattern: RegExp): Promise<RegExpExecArray> {
    return eventually(`${pattern} on the terminal`, () => {
      const match = pattern.exec(this.#text.slice(this.#read));
      if (!match) throw new Error(`seen: ${JSON.stringify(this.#text.slice(this.#read))}`);
      this.#read += match.index + match[0].length;
      return match;
    });
  }

  /** The exit code of the program, once it has ended. */
  exit(): Promise<number> {
    return this.#exit;
  }

  /** Takes the terminal away, as closing a window does. */
  hangUp(): void {
    this.#pty.kill("SIGKILL");
  }
}
