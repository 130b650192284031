// Connections that are quiet, as bare descriptors (Bun only).
import { clearAsync, F_DUPFD_CLOEXEC, Fd } from "./fd.ts";
import { libc } from "./ffi.ts";
import { pollNow, type Ready } from "./poll.ts";
import { watchReadiness } from "./readiness.ts";
import { type SavedFd, saveOpenFd } from "./saved.ts";

/**
 * A connection that nothing came and went through for this long is parked: while a socket of the engine's own is open,
 * a timer of the engine wakes the process every second. A parked one is a bare descriptor whose readiness is told by
 * SIGIO (readiness.ts), and becomes a socket of the engine's again when its peer has something to say.
 */
const parkAfterMs = 2000;

/** A second descriptor of a connection, whose readiness is told by SIGIO. */
export class ParkedDescriptor {
  readonly #fd: Fd;
  readonly #endWatch: () => void;

  private constructor(fd: Fd, endWatch: () => void) {
    this.#fd = fd;
    this.#endWatch = endWatch;
  }

  /** Undefined when there is no descriptor left, or it can't be watched: the connection stays the engine's for now. */
  static of(connection: number, onReady: (ready: Ready) => void): ParkedDescriptor | undefined {
    const number = libc("fcntl", connection, F_DUPFD_CLOEXEC, 3);
    if (number < 0) return undefined;
    const fd = new Fd(number, "quiet connection");
    try {
      return new ParkedDescriptor(fd, watchReadiness(fd, onReady));
    } catch {
      clearAsync(fd);
      fd.close();
      return undefined;
    }
  }

  /** Of a connection that nobody else has. */
  static own(number: number, onReady: (ready: Ready) => void): ParkedDescriptor {
    const fd = new Fd(number, "quiet connection");
    return new ParkedDescriptor(fd, watchReadiness(fd, onReady));
  }

  save(): SavedFd {
    return saveOpenFd(this.#fd);
  }

  get number(): number {
    return this.#fd.number;
  }

  readyNow(): Ready {
    return pollNow(this.#fd);
  }

  /** How many bytes of `chunk` the kernel took. */
  write(chunk: Uint8Array): number {
    return Math.max(0, libc("write", this.#fd.number, chunk, chunk.length));
  }

  close(): void {
    this.#endWatch();
    this.#fd.close();
  }

  /** Ends the watch; the caller owns the number. */
  take(): number {
    this.#endWatch();
    try {
      clearAsync(this.#fd);
    } catch {
      // A signal too many is nothing; without its descriptor the connection would hang.
    }
    return this.#fd.take();
  }
}

/** What may become quiet. */
interface MayBeQuiet {
  /** Parks it if it was quiet since the last call. Returns whether there is no more to do. */
  parkIfQuiet(): boolean;
}

/** What may become quiet, and the one timer that looks at them; none while all are parked. */
const lively = new Set<MayBeQuiet>();
let parking: NodeJS.Timeout | undefined;

/** Has `stream` parked once it is quiet. */
export function parkLater(stream: MayBeQuiet): void {
  lively.add(stream);
  parking ??= setTimeout(parkQuietOnes, parkAfterMs);
  parking.unref();
}

/** Parked before others have their turn: each takes a dozen system calls. */
const parkAtOnce = 16;

function parkQuietOnes(): void {
  parkThese([...lively]);
}

function parkThese(streams: MayBeQuiet[]): void {
  for (const stream of streams.splice(0, parkAtOnce)) if (stream.parkIfQuiet()) lively.delete(stream);
  if (streams.length > 0) {
    setImmediate(parkThese, streams);
    return;
  }
  parking = undefined;
  const [first] = lively;
  if (first !== undefined) parkLater(first);
}
