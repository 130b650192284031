// Text of errors, for those who need no more than that: `start` loads no protocol code for it.

/** Text of anything thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
