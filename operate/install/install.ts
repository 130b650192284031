// `runts install` and `runts upgrade`: put this executable's files in place, and tell containerd and Docker of it.
import { existsSync, lstatSync, readdirSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { buildVersion, isBun } from "../../sys/build.ts";
import { type Documents, shells } from "../command-table.ts";
import { type Daemon, daemonFor } from "../containerd.ts";
import { CommandError, ExitCode } from "../exit-codes.ts";
import { findShims } from "../shims.ts";
import { printJson, printLine, screenOf } from "../terminal.ts";
import { agree } from "./agree.ts";
import { configurationSteps } from "./configuration.ts";
import { linkTarget, readRealPath, removeTemporaries, sha256Of } from "./files.ts";
import { withLock } from "./lock.ts";
import { executableName, type Places, placesOf, shimName, versionDirectory } from "./places.ts";
import { carryOut, missing, renderSteps, reportStep, type Step } from "./plan.ts";
import { type InstallRecord, loadRecord, storeRecord, type Wishes } from "./record.ts";
import { checkFound, chooseDropInDirectory } from "./search-path.ts";

export interface InstallOptions {
  readonly prefix: string;
  readonly wishes: Wishes;
  readonly dryRun: boolean;
  readonly yes: boolean;
  readonly json: boolean;
  /** An upgrade: configuration stays as it is. */
  readonly filesOnly?: boolean;
  readonly documents: Documents;
}

/** Resolves with the exit code. Throws CommandError when something is not understood: nothing was changed then. */
export function install(options: InstallOptions): Promise<number> {
  return withLock(options.prefix, () => installAlone(options));
}

async function installAlone(options: InstallOptions): Promise<number> {
  const { prefix, wishes, dryRun, yes, documents, filesOnly = false } = options;
  const places = placesOf(prefix);
  const screen = screenOf();
  const source = ownExecutable();
  const directory = versionDirectory(places, buildVersion ?? "0.0.0", sha256Of(readFileSync(source)));
  const before = loadRecord(places);
  const daemon = daemonFor(wishes.config);
  const { steps: all, remarks } = planSteps(places, {
    source,
    directory,
    wishes,
    daemon,
    record: before,
    filesOnly,
    documents,
  });
  const steps = missing(all);
  const tell = options.json ? () => {} : printLine;
  tell(steps.length === 0 ? "Nothing to do: it is installed like this." : renderSteps(steps, screen));
  for (const remark of remarks) tell(screen.colors.dim(`(${remark})`));
  const restarts = afterwards(steps, wishes, daemon);
  if (options.json)
    printJson({ changed: steps.length > 0 && !dryRun, steps: steps.map(reportStep), remarks, restarts });
  if (dryRun) {
    if (steps.length > 0) tell(screen.colors.bold("Nothing was changed (--dry-run)."));
    return ExitCode.done;
  }
  if (steps.length > 0) {
    if (!(await agree("Do it?", { yes }))) return ExitCode.refused;
    const nothing = { links: [], files: [], edits: [], directories: [] };
    removeTemporaries([places.record, ...all.map(({ path }) => readRealPath(path))]);
    const begun: InstallRecord = { ...nothing, ...before, format: 1, wishes, directory, version: buildVersion ?? "" };
    carryOut(steps, places, begun, (record) => {
      // The first step makes it.
      if (existsSync(places.library)) storeRecord(places, record);
    });
    tell(screen.colors.green("Done."));
    for (const line of restarts) tell(line);
  }
  removeUnused(places, directory);
  return ExitCode.done;
}

/** The file that this process runs. */
function ownExecutable(): string {
  if (!isBun || buildVersion === undefined) {
    throw new CommandError(
      ExitCode.refused,
      `only the executable installs itself: run the runts beside ${executableName}`,
    );
  }
  return "/proc/self/exe";
}

interface Place {
  readonly source: string;
  readonly directory: string;
  readonly wishes: Wishes;
  readonly daemon: Daemon;
  readonly record: InstallRecord | undefined;
  readonly filesOnly: boolean;
  readonly documents: Documents;
}

function planSteps(places: Places, place: Place): { steps: Step[]; remarks: string[] } {
  const { source, directory, wishes, daemon, record, filesOnly, documents } = place;
  const executable = join(directory, executableName);
  const link = (path: string): Step => ({ kind: "link", path, target: relative(dirname(path), executable) });
  // What an earlier call has linked goes on with this version too.
  const earlier = record?.links.map(({ path }) => path) ?? [];
  const links = new Set([places.commandLink, ...earlier]);
  let configuration: { steps: Step[]; remarks: string[] } = { steps: [], remarks: [] };
  if (!filesOnly) {
    const ownName = join(places.prefix, "bin", shimName(wishes.dropIn ? "runts" : wishes.name));
    links.add(ownName);
    if (wishes.dropIn) links.add(join(chooseDropInDirectory(places, daemon, ours), shimName("runc")));
    else checkFound(dirname(ownName), daemon);
    configuration = configurationSteps(wishes, daemon, ownName);
  }
  for (const path of links) refuseForeign(path, ours);
  return {
    steps: [
      { kind: "copy", from: source, path: executable },
      ...[...links].map(link),
      { kind: "write", path: places.manual, content: documents.manual },
      ...shells.map(
        (shell): Step => ({ kind: "write", path: places.completions[shell], content: documents.completions[shell] }),
      ),
      ...configuration.steps,
    ],
    remarks: configuration.remarks,
  };

  function ours(path: string): boolean {
    return record?.links.some((known) => known.path === path) === true || pointsInto(path, places.library);
  }
}

/** Also by way of another link, as one that somebody has made by hand. */
function pointsInto(path: string, library: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink() && realpathSync(path).startsWith(`${realpathSync(library)}/`);
  } catch {
    return false;
  }
}

function refuseForeign(path: string, isOurs: (path: string) => boolean): void {
  if (linkTarget(path) === undefined || isOurs(path)) return;
  throw new CommandError(
    ExitCode.refused,
    `${path} is there and not of this installation: move it away, or choose another --prefix`,
  );
}

/** What takes effect when. */
function afterwards(steps: readonly Step[], wishes: Wishes, daemon: Daemon): string[] {
  const edited = (path: string) => steps.some((step) => step.kind === "edit" && step.path === path);
  const unit = daemon.unit ?? "containerd.service";
  const lines: string[] = [];
  if (edited(wishes.config))
    lines.push(`containerd reads its configuration when it starts:  systemctl restart ${unit}`);
  else if (wishes.dropIn && steps.some((step) => step.kind === "link" && step.path.endsWith(shimName("runc")))) {
    lines.push(
      `containerd remembers where it has found a shim; until it is restarted new containers get the old one:  systemctl restart ${unit}`,
    );
  }
  if (edited(wishes.dockerConfig))
    lines.push("Docker reads its configuration when it starts:  systemctl restart docker");
  else if (wishes.docker && wishes.dropIn)
    lines.push("Docker's containerd is the one to restart, or Docker where that has its own.");
  if (lines.length > 0)
    lines.push("Running containers survive the restart of containerd; they keep the shim that they have.");
  return lines;
}

/** Versions that nothing runs from any more. A shim may execute its file again for as long as it lives. */
export function removeUnused({ library }: Places, current: string): string[] {
  if (!existsSync(library)) return [];
  const used = new Set(findShims().map(({ executable }) => dirname(executable)));
  const unused = readdirSync(library, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /-[0-9a-f]{12}$/.test(entry.name))
    .map((entry) => join(library, entry.name))
    .filter((path) => path !== current && !used.has(path));
  for (const path of unused) rmSync(path, { recursive: true });
  return unused;
}

/** `runts upgrade`: this executable in place of the one that is installed. Throws CommandError without an installation. */
export function upgrade(options: Omit<InstallOptions, "wishes" | "filesOnly">): Promise<number> {
  return withLock(options.prefix, () => upgradeAlone(options));
}

async function upgradeAlone(options: Omit<InstallOptions, "wishes" | "filesOnly">): Promise<number> {
  const record = loadRecord(placesOf(options.prefix));
  if (record === undefined) throw new CommandError(ExitCode.notFound, `nothing is installed below ${options.prefix}`);
  return await installAlone({ ...options, wishes: record.wishes, filesOnly: true });
}
