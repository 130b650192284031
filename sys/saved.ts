// What a process that executes itself anew takes along: values, and descriptors by their numbers.
import { Fd } from "./fd.ts";

/** Something is under way that can't be interrupted and taken up again. `message` says what. */
export class NotQuiet extends Error {
  override readonly name = "NotQuiet";
}

/** A descriptor that stays open through the execution. */
export interface SavedFd {
  readonly fd: number;
  readonly purpose: string;
}

/** Undefined for one that is closed. */
export function saveFd(fd: Fd | undefined): SavedFd | undefined {
  return fd?.isOpen === true ? { fd: fd.number, purpose: fd.purpose } : undefined;
}

/** Throws NotQuiet for one that is closed. */
export function saveOpenFd(fd: Fd): SavedFd {
  const saved = saveFd(fd);
  if (saved === undefined) throw new NotQuiet(`${fd.purpose} is closed`);
  return saved;
}

/** A closed one where there is none. */
export function restoreFd(saved: SavedFd | undefined, purpose = "closed"): Fd {
  return saved === undefined ? Fd.closed(purpose) : new Fd(saved.fd, saved.purpose);
}

export function restoreOptionalFd(saved: SavedFd | undefined): Fd | undefined {
  return saved === undefined ? undefined : restoreFd(saved);
}

export function saveBytes(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64");
}

export function restoreBytes(saved: string): Buffer {
  return Buffer.from(saved, "base64");
}

/** All descriptors in a saved value, wherever they are in it. */
export function descriptorsIn(value: unknown): number[] {
  if (typeof value !== "object" || value === null) return [];
  const { fd, purpose } = value as Partial<SavedFd>;
  const own = typeof fd === "number" && typeof purpose === "string" ? [fd] : [];
  return [...own, ...Object.values(value).flatMap(descriptorsIn)];
}
