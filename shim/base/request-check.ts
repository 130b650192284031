// What a request must not ask for, found out before anything is made of it.
import { errnoOf } from "../../sys/errno.ts";
import { fileInfo } from "../../sys/file.ts";
import { ShimError } from "./errdefs.ts";
import { complaintAboutId } from "./ids.ts";

/** Throws `invalid-argument` for an id that can't be the name of a file. */
export function checkId(what: string, id: string): void {
  const complaint = complaintAboutId(id);
  if (complaint !== undefined) throw new ShimError("invalid-argument", `${what} ${JSON.stringify(id)} ${complaint}`);
}

/** How a path is refused for what it is. */
const ofPath = new Set(["ENOTDIR", "EACCES", "ELOOP", "ENAMETOOLONG"]);

/** Throws `invalid-argument` unless `bundle` is a directory that is there, by its absolute path. */
export function checkBundle(bundle: string): void {
  checkText("bundle", bundle);
  if (!bundle.startsWith("/")) refuse(`bundle ${JSON.stringify(bundle)} is not an absolute path`);
  let type: string | undefined;
  try {
    type = fileInfo(bundle)?.type;
  } catch (error) {
    // Others say nothing of the path: a disk that can't be read, no memory.
    if (!ofPath.has(errnoOf(error) ?? "")) throw error;
  }
  if (type !== "directory") refuse(`bundle ${JSON.stringify(bundle)} is not a directory`);
}

/**
 * Throws `invalid-argument` when a text somewhere in `value` holds a NUL: it becomes a path, an argument or the like, which
 * the kernel takes to end there.
 */
export function checkText(what: string, value: unknown): void {
  if (typeof value === "string") {
    if (value.includes("\0")) refuse(`${what} holds a NUL`);
  } else if (typeof value === "object" && value !== null && !(value instanceof Uint8Array)) {
    for (const entry of Object.values(value)) checkText(what, entry);
  }
}

/** As `checkText`, for a path or URI of a client's: a URI may hold a NUL as an escape. */
export function checkStdio(paths: readonly string[]): void {
  checkText("a path", paths);
  for (const path of paths) {
    if (path.includes("%00") && /^[A-Za-z][A-Za-z0-9+.-]*:/.test(path)) refuse("a stdio URI holds a NUL");
  }
}

function refuse(message: string): never {
  throw new ShimError("invalid-argument", message);
}

/** JSON of a request: what is wrong with it is the caller's mistake. Throws ShimError `invalid-argument` for a SyntaxError. */
export function checkedJson<T>(what: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new ShimError("invalid-argument", `${what}: ${error.message}`, { cause: error });
  }
}
