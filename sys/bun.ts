// The parts of Bun's own API that this program uses, where Node's API costs start-up time or memory on Bun: importing
// node:net costs 1 MiB of private memory there, node:child_process and node:crypto 5 ms each (docs/performance.md).

export interface BunSubprocess {
  readonly pid: number;
  kill(signal: NodeJS.Signals): void;
  unref(): void;
}

export interface BunSocket {
  readonly fd: number;
  /** Bytes taken, fewer than given when the kernel's buffer is full (`drain` follows); -1 when closed. */
  write(chunk: Uint8Array): number;
  pause(): void;
  resume(): void;
  /** Sends what was taken, then FIN. */
  end(): void;
  terminate(): void;
  data: unknown;
}

export interface BunSocketHandler {
  open?(socket: BunSocket): void;
  data(socket: BunSocket, chunk: Uint8Array): void;
  drain?(socket: BunSocket): void;
  end?(socket: BunSocket): void;
  close?(socket: BunSocket, error?: Error): void;
  error?(socket: BunSocket, error: Error): void;
  connectError?(socket: BunSocket, error: Error): void;
}

interface BunApi {
  spawn(
    command: readonly string[],
    options: {
      argv0?: string;
      cwd?: string;
      env?: Readonly<Record<string, string | undefined>>;
      stdio: readonly ("ignore" | number)[];
      detached?: boolean;
      onExit?(child: BunSubprocess, code: number | null, signal: NodeJS.Signals | number | null): void;
    },
  ): BunSubprocess;
  listen(options: ({ fd: number } | { unix: string }) & { socket: BunSocketHandler }): {
    stop(closeActive?: boolean): void;
  };
  /** With `fd`: takes over a connected socket. */
  connect(options: ({ unix: string } | { fd: number }) & { socket: BunSocketHandler }): Promise<BunSocket>;
  /** Collects garbage now. */
  gc(synchronously: boolean): void;
  /** Returns free heap to the system. */
  shrink(): void;
  CryptoHasher: new (algorithm: "sha256") => { update(bytes: Uint8Array): { digest(encoding: "hex"): string } };
}

/** Only when `isBun`. */
export const bun = (globalThis as unknown as { Bun: BunApi }).Bun;
