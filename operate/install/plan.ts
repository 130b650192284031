// What is to be done, before anything is: steps that can be shown, left out where nothing is missing, and carried out.
import { existsSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { createTwoFilesPatch } from "diff";
import { CommandError, ExitCode } from "../exit-codes.ts";
import type { Screen } from "../terminal.ts";
import {
  copyExecutable,
  linkTarget,
  makeDirectories,
  missingDirectories,
  readIfThere,
  replaceFile,
  replaceLink,
  sha256Of,
} from "./files.ts";
import type { Places } from "./places.ts";
import { carriedOut, type EditRecord, type InstallRecord } from "./record.ts";

export type Step =
  | { readonly kind: "copy"; readonly from: string; readonly path: string }
  | { readonly kind: "link"; readonly path: string; readonly target: string }
  /** A file of ours alone. */
  | { readonly kind: "write"; readonly path: string; readonly content: string }
  /** A file of somebody else's. */
  | { readonly kind: "edit"; readonly path: string; readonly before: string | undefined; readonly after: string };

/** Those that change something. */
export function missing(steps: readonly Step[]): Step[] {
  return steps.filter(changes);
}

function changes(step: Step): boolean {
  switch (step.kind) {
    case "copy":
      return !existsSync(step.path);
    case "link":
      return linkTarget(step.path) !== step.target;
    case "write":
      return readIfThere(step.path)?.toString() !== step.content;
    case "edit":
      return step.before !== step.after;
  }
}

/** For people: a line for each, and a diff for what others own. */
export function renderSteps(steps: readonly Step[], { colors }: Screen): string {
  return steps.map((step) => renderStep(step, colors)).join("\n");
}

function renderStep(step: Step, colors: Screen["colors"]): string {
  switch (step.kind) {
    case "copy":
      return `copy  this executable to ${step.path}`;
    case "link":
      return `link  ${step.path} → ${step.target}`;
    case "write":
      return `write ${step.path}`;
    case "edit":
      return `edit  ${step.path}\n${renderPatch(patchOf(step.path, step.before ?? "", step.after), colors)}`;
  }
}

/** For programs: without the contents of files of ours. */
export function reportStep(step: Step): Readonly<Record<string, string>> {
  const { kind, path } = step;
  if (step.kind === "link") return { kind, path, target: step.target };
  if (step.kind === "edit") return { kind, path, diff: patchOf(path, step.before ?? "", step.after) };
  return { kind, path };
}

export function renderPatch(patch: string, colors: Screen["colors"]): string {
  const lines = patch.trimEnd().split("\n").slice(1);
  return lines
    .map((line) => {
      if (line.startsWith("+")) return colors.green(`      ${line}`);
      if (line.startsWith("-")) return colors.red(`      ${line}`);
      return `      ${line.startsWith("@@") ? colors.cyan(line) : line}`;
    })
    .join("\n");
}

export function patchOf(path: string, before: string, after: string, context = 3): string {
  return createTwoFilesPatch(path, path, before, after, "before", "after", { context });
}

/** Carries out `steps` one by one; each tells the record before it is done, so that whatever happens can be taken back. */
export function carryOut(
  steps: readonly Step[],
  places: Places,
  begun: InstallRecord,
  store: (record: InstallRecord) => void,
): InstallRecord {
  let record = begun;
  const note = (change: Partial<InstallRecord>) => {
    record = { ...record, ...change };
    store(record);
  };
  for (const step of steps) {
    const directory = dirname(step.path);
    note({ directories: [...new Set([...record.directories, ...missingDirectories(directory)])] });
    makeDirectories(directory);
    switch (step.kind) {
      case "copy":
        copyExecutable(step.from, step.path);
        break;
      case "link":
        note({
          links: [...record.links.filter(({ path }) => path !== step.path), { path: step.path, target: step.target }],
        });
        replaceLink(step.path, step.target);
        break;
      case "write": {
        const sha256 = sha256Of(step.content);
        note({ files: [...record.files.filter(({ path }) => path !== step.path), { path: step.path, sha256 }] });
        replaceFile(step.path, step.content);
        break;
      }
      case "edit":
        refuseChanged(step);
        note({ edits: withEdit(record.edits, step, places) });
        replaceFile(step.path, step.after);
        break;
    }
  }
  return record;
}

/** Whoever was asked may have thought about it for long. Throws CommandError. */
function refuseChanged({ path, before }: Step & { kind: "edit" }): void {
  if (readIfThere(path)?.toString() === before) return;
  throw new CommandError(ExitCode.failed, `${path} was edited just now, by somebody else: call this again`);
}

function withEdit(
  edits: readonly EditRecord[],
  { path, before, after }: Step & { kind: "edit" },
  { backups }: Places,
): EditRecord[] {
  const told = edits.find((edit) => edit.path === path);
  const others = edits.filter((edit) => edit !== told);
  const known = told === undefined ? undefined : carriedOut(told, before ?? "");
  const sha256 = sha256Of(after);
  // What others change beside it is nothing that hinders.
  const patch = patchOf(path, before ?? "", after, 0);
  if (known !== undefined) {
    const isMixed = known.isMixed || known.sha256 !== sha256Of(before ?? "");
    return [...others, { ...known, sha256, isMixed, patches: [...known.patches, patch] }];
  }
  let backup: string | null = null;
  if (before !== undefined) {
    makeDirectories(backups);
    backup = join(backups, `${sha256Of(path).slice(0, 8)}-${basename(path)}`);
    rmSync(backup, { force: true });
    replaceFile(backup, readIfThere(path) ?? before, 0o600);
  }
  return [...others, { path, backup, sha256, patches: [patch], isMixed: false }];
}
