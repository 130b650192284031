// `runts uninstall`: takes back what `install` has done, edits of configuration byte by byte.
import { existsSync, readdirSync, readFileSync, rmdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { applyPatch, parsePatch, reversePatch } from "diff";
import { daemonFor } from "../containerd.ts";
import { CommandError, ExitCode } from "../exit-codes.ts";
import { findShims } from "../shims.ts";
import { printJson, printLine, screenOf } from "../terminal.ts";
import { removeAddons } from "./addons.ts";
import { agree } from "./agree.ts";
import { linkTarget, readIfThere, readRealPath, removeTemporaries, replaceFile, sha256Of } from "./files.ts";
import { withLock } from "./lock.ts";
import { defaultPrefix, type Places, placesOf } from "./places.ts";
import { patchOf, renderPatch } from "./plan.ts";
import { carriedOut, type EditRecord, type InstallRecord, loadRecord, storeRecord } from "./record.ts";

export interface UninstallOptions {
  readonly prefix: string;
  readonly dryRun: boolean;
  readonly yes: boolean;
  readonly json: boolean;
  /** Also while shims run from it, and where a file can't be taken back: that one is left as it is. */
  readonly force: boolean;
}

/** What becomes of a file that was edited. */
type Restoration =
  | { readonly kind: "nothing" }
  | { readonly kind: "remove" }
  | { readonly kind: "write"; readonly content: Buffer }
  | { readonly kind: "conflict" };

export function uninstall(options: UninstallOptions): Promise<number> {
  return withLock(options.prefix, () => uninstallAlone(options));
}

async function uninstallAlone({ prefix, dryRun, yes, force, json }: UninstallOptions): Promise<number> {
  const places = placesOf(prefix);
  const screen = screenOf();
  const record = loadRecord(places);
  if (record === undefined) throw new CommandError(ExitCode.notFound, `nothing is installed below ${prefix}`);
  if (!force) refuseInUse(places);
  const restorations = record.edits.map((edit) => ({ edit, restoration: restorationOf(edit) }));
  const conflicts = restorations
    .filter(({ restoration }) => restoration.kind === "conflict")
    .map(({ edit }) => edit.path);
  if (conflicts.length > 0 && !force) {
    const backups = record.edits.filter(({ path }) => conflicts.includes(path)).map(({ backup }) => backup ?? "none");
    throw new CommandError(
      ExitCode.refused,
      `${conflicts.join(", ")} was edited since where runts is named: take that out by hand and say --force (as it was before: ${backups.join(", ")})`,
    );
  }
  const tell = json ? () => {} : printLine;
  const removed = [...record.links.map(({ path }) => path), ...record.files.map(({ path }) => path), places.library];
  for (const { edit, restoration } of restorations) tell(renderRestoration(edit, restoration, screen.colors));
  for (const path of removed) tell(`remove ${path}`);
  if (json) {
    const edits = restorations.map(({ edit, restoration }) => ({ path: edit.path, becomes: restoration.kind }));
    printJson({ changed: !dryRun, removed, edits, restarts: afterwards(record) });
  }
  if (dryRun) {
    tell(screen.colors.bold("Nothing was changed (--dry-run)."));
    return ExitCode.done;
  }
  if (!(await agree("Do it?", { yes }))) return ExitCode.refused;
  for (const { edit, restoration } of restorations) restore(edit, restoration);
  // Killed from here on it is called again, when the backups may be gone.
  storeRecord(places, { ...record, edits: [] });
  removeTemporaries([...record.edits, ...record.links, ...record.files].map(({ path }) => readRealPath(path)));
  remove(record, places);
  if (prefix === defaultPrefix) removeAddons();
  tell(screen.colors.green("Done."));
  for (const line of afterwards(record)) tell(line);
  return ExitCode.done;
}

function refuseInUse({ library }: Places): void {
  const users = findShims().filter(({ executable }) => executable.startsWith(`${library}/`));
  if (users.length === 0) return;
  const list = users.map(({ process, namespace, id }) => `${process.pid} (${namespace}/${id})`).join(", ");
  throw new CommandError(
    ExitCode.refused,
    `shims run from it: ${list}. End their containers first, or say --force: they run on, and containerd cleans up after them with the shim that it finds then`,
  );
}

/** The bytes from before where nobody else has written; else the text without what was put in. */
export function restorationOf(told: EditRecord): Restoration {
  const current = readIfThere(told.path);
  if (current === undefined) return { kind: "nothing" };
  const edit = carriedOut(told, current.toString("utf8"));
  if (edit === undefined) return { kind: "nothing" };
  const { sha256, backup, patches, isMixed } = edit;
  if (!isMixed && sha256Of(current) === sha256) {
    return backup === null ? { kind: "remove" } : { kind: "write", content: readFileSync(backup) };
  }
  let text = current.toString("utf8");
  for (const patch of patches.toReversed()) {
    const [parsed] = parsePatch(patch);
    const result = parsed === undefined ? false : applyPatch(text, reversePatch(parsed), { fuzzFactor: 0 });
    if (result === false) return { kind: "conflict" };
    text = result;
  }
  return backup === null && text.trim() === "" ? { kind: "remove" } : { kind: "write", content: Buffer.from(text) };
}

function renderRestoration(
  { path }: EditRecord,
  restoration: Restoration,
  colors: ReturnType<typeof screenOf>["colors"],
): string {
  switch (restoration.kind) {
    case "nothing":
      return `leave  ${path}: nothing of it is there`;
    case "remove":
      return `remove ${path}`;
    case "conflict":
      return colors.yellow(`leave  ${path}: it was edited since`);
    case "write":
      return `edit   ${path}\n${renderPatch(patchOf(path, readFileSync(path, "utf8"), restoration.content.toString("utf8")), colors)}`;
  }
}

function restore({ path }: EditRecord, restoration: Restoration): void {
  if (restoration.kind === "remove") rmSync(readRealPath(path));
  if (restoration.kind === "write") replaceFile(path, restoration.content);
}

function remove(record: InstallRecord, { library, record: file }: Places): void {
  for (const { path, target } of record.links) if (linkTarget(path) === target) rmSync(path);
  for (const { path, sha256 } of record.files) {
    const content = readIfThere(path);
    if (content !== undefined && sha256Of(content) === sha256) rmSync(path);
  }
  removeEmpty(record.directories);
  // The record is the last to go: without it nobody would know of the rest.
  for (const name of readdirSync(library))
    if (join(library, name) !== file) rmSync(join(library, name), { recursive: true });
  rmSync(file);
  removeEmpty(record.directories);
}

function removeEmpty(directories: readonly string[]): void {
  for (const path of directories.toReversed()) if (existsSync(path) && readdirSync(path).length === 0) rmdirSync(path);
}

function afterwards({ wishes, edits }: InstallRecord): string[] {
  const unit = daemonFor(wishes.config).unit ?? "containerd.service";
  return [
    `containerd remembers where it has found a shim, and finds nothing there now:  systemctl restart ${unit}`,
    ...(wishes.docker || edits.some(({ path }) => path === wishes.dockerConfig)
      ? ["And Docker:  systemctl restart docker"]
      : []),
    "Running containers survive that.",
  ];
}
