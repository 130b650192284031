// The streams of an exec or an attach: the daemon's streaming server by WebSocket, as `kubectl exec` uses it through the
// API server. Each message begins with the number of its channel.

import { eventually } from "../helpers/eventually.ts";

const channels = { stdin: 0, stdout: 1, stderr: 2, error: 3, resize: 4 } as const;

/** What the server says at the end of an exec, on the error channel. */
interface EndStatus {
  status: "Success" | "Failure";
  message?: string;
  details?: { causes?: { reason: string; message: string }[] };
}

export class Stream {
  readonly #socket: WebSocket;
  readonly #received: Record<number, Buffer[]> = { [channels.stdout]: [], [channels.stderr]: [], [channels.error]: [] };
  /** Up to where `see` has looked. */
  #seen = 0;
  /** Resolves when the connection is closed, by either side. */
  readonly closed: Promise<void>;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.binaryType = "arraybuffer";
    socket.addEventListener("message", ({ data }) => {
      const message = Buffer.from(data as ArrayBuffer);
      this.#received[message[0] as number]?.push(message.subarray(1));
    });
    this.closed = new Promise((resolve) => socket.addEventListener("close", () => resolve(), { once: true }));
  }

  /** `url` as Exec or Attach gave it: it is good for one connection. */
  static async open(url: string): Promise<Stream> {
    const socket = new WebSocket(url.replace(/^http/, "ws"), ["v4.channel.k8s.io"]);
    const stream = new Stream(socket);
    await new Promise<void>((resolve, reject) => {
      socket.addEventListener("open", () => resolve(), { once: true });
      socket.addEventListener("error", () => reject(new Error(`no connection to ${url}`)), { once: true });
    });
    return stream;
  }

  get stdout(): string {
    return this.#text(channels.stdout);
  }

  get stderr(): string {
    return this.#text(channels.stderr);
  }

  get stdoutBytes(): number {
    return (this.#received[channels.stdout] as Buffer[]).reduce((sum, { length }) => sum + length, 0);
  }

  send(input: string): void {
    this.#socket.send(Buffer.concat([Buffer.of(channels.stdin), Buffer.from(input)]));
  }

  resize(columns: number, rows: number): void {
    const size = JSON.stringify({ Width: columns, Height: rows });
    this.#socket.send(Buffer.concat([Buffer.of(channels.resize), Buffer.from(size)]));
  }

  /** Waits for output that was not waited for before, and returns the match. */
  see(pattern: RegExp): Promise<RegExpExecArray> {
    return eventually(`${pattern} in the stream`, () => {
      const match = pattern.exec(this.stdout.slice(this.#seen));
      if (!match) throw new Error(`seen: ${JSON.stringify(this.stdout.slice(this.#seen))}`);
      this.#seen += match.index + match[0].length;
      return match;
    });
  }

  /** Waits for the end of the exec, and returns its exit code. */
  async exitCode(): Promise<number> {
    await this.closed;
    const text = this.#text(channels.error);
    const end = JSON.parse(text || '{"status":"Failure","message":"closed without a status"}') as EndStatus;
    if (end.status === "Success") return 0;
    const cause = end.details?.causes?.find(({ reason }) => reason === "ExitCode");
    if (!cause) throw new Error(`the exec failed: ${end.message}`);
    return Number(cause.message);
  }

  /** The client goes away. */
  async close(): Promise<void> {
    this.#socket.close();
    await this.closed;
  }

  #text(channel: number): string {
    return Buffer.concat(this.#received[channel] as Buffer[]).toString();
  }
}
