// `runts doctor`: looks at everything that containers of this machine depend on, and says what is wrong and what mends it.
import { dirname } from "node:path";
import { type Daemon, daemonFor, runningDaemons } from "../containerd.ts";
import { type DaemonSettings, settingsOf } from "../daemon-settings.ts";
import { CommandError, ExitCode } from "../exit-codes.ts";
import { chooseLooks, refuseEmpty } from "../inspect.ts";
import { advice } from "../inspect-text.ts";
import { printable } from "../printable.ts";
import { reportOf } from "../report.ts";
import { type Look, lookAtShims } from "../snapshot.ts";
import { OpenFiles } from "../stdio.ts";
import { printJson, printLine, type Screen, screenOf } from "../terminal.ts";
import { checkPrograms, checkShim, checkShims } from "./busy-shims.ts";
import { checkDaemon } from "./daemons.ts";
import { checkDisks, type Place } from "./disks.ts";
import { checkDocker } from "./docker.ts";
import type { Finding } from "./finding.ts";
import { checkKernel } from "./kernel.ts";
import { checkLeftovers, type Ground, socketDirectoriesOf } from "./leftovers.ts";
import { checkRuntimes, isMissing, runtimeGone } from "./runtimes.ts";

export interface DoctorOptions {
  readonly json: boolean;
  readonly fix: boolean;
  /** One containerd alone; all that run unless given. */
  readonly config: string | undefined;
  readonly dockerConfig: string;
  readonly youngMs: number;
}

export async function doctor(id: string | undefined, options: DoctorOptions): Promise<number> {
  if (id !== undefined) refuseEmpty(id);
  const findings = await examine(id, options);
  const mended = options.fix ? mend(findings) : new Map<Finding, string>();
  if (options.json) {
    printJson(
      findings.map((finding) => {
        const { fix, ...rest } = finding;
        return { ...rest, fixable: fix !== undefined, mended: mended.get(finding) === "mended" };
      }),
    );
  } else {
    printLine(renderFindings(findings, mended, screenOf()));
  }
  const left = findings.filter((finding) => finding.level !== "note" && mended.get(finding) !== "mended");
  return left.length > 0 ? ExitCode.problems : ExitCode.done;
}

/** What can do no harm. Returns `mended`, or why it was not. */
function mend(findings: readonly Finding[]): Map<Finding, string> {
  return new Map(
    findings.flatMap((finding): [Finding, string][] => {
      if (finding.fix === undefined) return [];
      try {
        finding.fix();
        return [[finding, "mended"]];
      } catch (error) {
        return [[finding, error instanceof Error ? error.message : String(error)]];
      }
    }),
  );
}

interface One {
  readonly daemon: Daemon;
  readonly settings: DaemonSettings | undefined;
}

async function examine(id: string | undefined, options: DoctorOptions): Promise<Finding[]> {
  const running = options.config === undefined ? runningDaemons() : [];
  const daemons: One[] = (running.length > 0 ? running : [daemonFor(options.config)]).map((daemon) => ({
    daemon,
    settings: settingsOf(daemon),
  }));
  const addresses = daemons.flatMap(({ settings }) => (settings === undefined ? [] : [settings.address]));
  const looks = (await lookAtShims({ asks: true })).filter(
    ({ found }) => options.config === undefined || addresses.includes(found.containerdAddress),
  );
  const settings = daemons.flatMap((one) => (one.settings === undefined ? [] : [one.settings]));
  const ground = groundOf(looks, settings, options.youngMs);
  const shimsOf = ({ settings }: One) => looks.filter(({ found }) => found.containerdAddress === settings?.address);
  if (id !== undefined) {
    const daemonOf = (look: Look) => daemons.find((one) => shimsOf(one).includes(look))?.daemon;
    return examineOne(id, looks, ground, daemonOf);
  }
  return [
    ...daemons.flatMap((one) => attempt("containerd", () => checkDaemon(one.daemon, one.settings))),
    ...attempt(options.dockerConfig, () => checkDocker(options.dockerConfig)),
    ...daemons.flatMap((one) =>
      attempt("shims", () =>
        checkPrograms(
          one.daemon,
          shimsOf(one).map(({ found }) => found),
        ),
      ),
    ),
    ...attempt("runtimes", () =>
      checkRuntimes(
        daemons.map((one) => ({
          daemon: one.daemon,
          named: namedRuntimes(one.settings),
          used: shimsOf(one).flatMap(usedRuntimes),
        })),
      ),
    ),
    ...attempt("the kernel", () => checkKernel()),
    ...attempt("file systems", () => checkDisks(placesOf(settings))),
    ...checkShims(looks.map(({ view }) => view)),
    ...attempt("leftovers", () => checkLeftovers(ground)),
  ];
}

/** What one look fails at is a finding like others, and the others are made. */
export function attempt(subject: string, look: () => Finding[]): Finding[] {
  try {
    return look();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [{ check: "not-looked", level: "warning", what: `${subject} could not be looked at: ${reason}` }];
  }
}

/** All that concerns one container or shim, which may be dead. Throws CommandError where nothing is known of it. */
function examineOne(
  id: string,
  looks: readonly Look[],
  ground: Ground,
  daemonOf: (look: Look) => Daemon | undefined,
): Finding[] {
  const left = checkLeftovers(ground).filter(({ what }) => what.includes(id));
  let chosen: Look[] = [];
  try {
    chosen = chooseLooks(looks, id);
  } catch (error) {
    if (!(error instanceof CommandError) || left.length === 0) throw error;
  }
  const files = new OpenFiles();
  return [
    ...chosen.flatMap((look) => {
      const fromShim = checkShim(look.view);
      // What has a finding of its own is not advised once more.
      const advised = advice({ ...reportOf(look, files), commands: [], oldestEventAgeMs: 0 });
      return [
        ...fromShim,
        ...advised.map((what): Finding => ({ check: "output", level: "warning", what, mend: `runts inspect ${id}` })),
        ...goneRuntimes(look, daemonOf(look)),
        ...checkDisks(look.view.containers.map(({ bundle }) => ({ path: bundle, what: "the bundle" }))),
      ];
    }),
    ...left,
  ];
}

function goneRuntimes(look: Look, daemon: Daemon | undefined): Finding[] {
  if (daemon === undefined) return [];
  const names = [...new Set(usedRuntimes(look))].filter((name) => isMissing(name, daemon));
  return names.map((name) => runtimeGone(name, daemon));
}

function groundOf(looks: readonly Look[], settings: readonly DaemonSettings[], youngMs: number): Ground {
  const shims = looks.map(({ found }) => found);
  const fromShims = shims.flatMap(({ bundle }) => {
    const tasks = bundle === undefined ? "" : dirname(dirname(bundle));
    return tasks.endsWith("/io.containerd.runtime.v2.task") ? [dirname(tasks)] : [];
  });
  const roots = settings.flatMap(({ handlers }) =>
    handlers.flatMap(({ options }) =>
      typeof options.Root === "string" && options.Root.startsWith("/") ? [options.Root] : [],
    ),
  );
  return {
    shims,
    states: [...new Set([...settings.map(({ state }) => state), ...fromShims])],
    socketDirectories: socketDirectoriesOf(shims),
    runtimeRoots: [...new Set(["/run/containerd/runc", ...roots])],
    youngMs,
  };
}

function namedRuntimes(settings: DaemonSettings | undefined): string[] {
  const names = settings?.handlers.map(({ options }) => options.BinaryName) ?? [];
  return names.filter((name) => typeof name === "string");
}

function usedRuntimes({ view }: Look): string[] {
  return view.containers.map(({ runtime }) => runtime);
}

function placesOf(settings: readonly DaemonSettings[]): Place[] {
  return [
    ...settings.flatMap(({ root, state }) => [
      { path: state, what: "containerd's state" },
      { path: root, what: "containerd's images and snapshots" },
    ]),
    { path: "/run", what: "sockets and states" },
    { path: "/var/log", what: "logs" },
    { path: "/tmp", what: "temporary files" },
  ];
}

/** For people. Of many findings of one kind the first ones stand for the rest. */
export function renderFindings(
  findings: readonly Finding[],
  mended: ReadonlyMap<Finding, string>,
  { colors }: Screen,
): string {
  const notes = findings
    .filter(({ level }) => level === "note")
    .map(({ what }) => `${colors.dim("·")} ${printable(what)}`);
  const rest = findings.filter(({ level }) => level !== "note");
  const rankOf = (finding: Finding) => rest.filter(({ check }) => check === finding.check).indexOf(finding);
  const lines = rest.flatMap((finding) => {
    const rank = rankOf(finding);
    if (rank < shownAlike) return [renderFinding(finding, mended.get(finding), colors)];
    const more = rest.filter(({ check }) => check === finding.check).length - shownAlike;
    return rank === shownAlike ? [`  ${colors.dim(`and ${more} more like it; --json has them`)}`] : [];
  });
  const fixable = findings.filter((finding) => finding.fix !== undefined && !mended.has(finding)).length;
  const hint = fixable > 0 ? `; runts doctor --fix mends ${fixable} of them` : "";
  const [problems, warnings] = (["problem", "warning"] as const).map((level) =>
    plural(rest.filter((finding) => finding.level === level).length, level),
  );
  return [
    ...notes,
    ...lines,
    rest.length === 0 ? colors.green("nothing to mend") : `${problems}, ${warnings}${hint}`,
  ].join("\n");
}

const shownAlike = 3;

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

function renderFinding(finding: Finding, mended: string | undefined, colors: Screen["colors"]): string {
  const { level } = finding;
  const [what = "", why, command] = [finding.what, finding.why, finding.mend].map((text) =>
    text === undefined ? undefined : printable(text),
  );
  const mark = level === "problem" ? colors.red("✗") : colors.yellow("!");
  return [
    `${mark} ${what}`,
    ...(why === undefined ? [] : [`    ${colors.dim("why")}   ${why}`]),
    ...(mended === "mended" ? [`    ${colors.green("mended")}`] : []),
    ...(mended !== undefined && mended !== "mended" ? [`    ${colors.red("not mended")}: ${mended}`] : []),
    ...(command === undefined || mended === "mended" ? [] : [`    ${colors.dim("mend")}  ${command}`]),
  ].join("\n");
}
