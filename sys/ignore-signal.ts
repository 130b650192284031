// Signals that a short-lived process pays no heed to, at the price of a system call: the engines' handlers cost 0.3 ms.
import { libc } from "./ffi.ts";

const SIG_IGN = 1;

/** signal(2) with SIG_IGN. */
export function ignoreSignal(number: number): void {
  libc("signal", number, SIG_IGN);
}
