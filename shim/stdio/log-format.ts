// How a line of output becomes a record of a log file.

export type StreamName = "stdout" | "stderr";
export type LogFormat = "raw" | "json" | "cri";

/** A piece of a line (log-lines.ts) with where and when it came from. */
export interface Piece {
  readonly bytes: Buffer;
  readonly end: "line" | "partial" | "stream";
  readonly stream: StreamName;
  /** RFC3339Nano in UTC. */
  readonly time: string;
}

/** The record of `piece`, which has its newline. */
export function formatRecord(format: LogFormat, piece: Piece): Buffer {
  switch (format) {
    case "raw":
      return piece.end === "line" ? Buffer.concat([piece.bytes, lineEnd]) : Buffer.from(piece.bytes);
    case "json": {
      // Docker's json-file: a piece without newline in `log` is continued by the next record of its stream.
      const log = piece.bytes.toString("utf8") + (piece.end === "line" ? "\n" : "");
      return Buffer.from(`${JSON.stringify({ log, stream: piece.stream, time: piece.time })}\n`);
    }
    case "cri": {
      // Kubernetes' CRI log format: P is continued by the next record of its stream, F is not.
      const tag = piece.end === "partial" ? "P" : "F";
      return Buffer.concat([Buffer.from(`${piece.time} ${piece.stream} ${tag} `), piece.bytes, lineEnd]);
    }
  }
}

const lineEnd = Buffer.from("\n");

/** As Go prints time.RFC3339Nano in UTC: without trailing zeros of the fraction. */
export function formatTime({ seconds, nanos }: { seconds: number; nanos: number }): string {
  const whole = new Date(seconds * 1000).toISOString().slice(0, 19);
  const fraction = nanos === 0 ? "" : `.${String(nanos).padStart(9, "0").replace(/0+$/, "")}`;
  return `${whole}${fraction}Z`;
}
