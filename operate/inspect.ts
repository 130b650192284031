// `runts inspect ID`: all that is known of one container and its shim.
import { CommandError, ExitCode } from "./exit-codes.ts";
import { renderInspection } from "./inspect-text.ts";
import { reportOf } from "./report.ts";
import { type ContainerView, type Look, lookAtShims, lookCloser, type ShimView } from "./snapshot.ts";
import { OpenFiles } from "./stdio.ts";
import { printJson, printLine, screenOf } from "./terminal.ts";

export async function inspect(id: string, options: { json?: boolean; namespace?: string }): Promise<number> {
  // The others are not disturbed.
  const chosen = chooseLooks(await lookAtShims({ asks: false }), id, options.namespace);
  const looks = await Promise.all(chosen.map(lookCloser));
  const files = new OpenFiles();
  const reports = looks.map((look) => reportOf(look, files));
  if (options.json === true) printJson(reports);
  else printLine(reports.map((report) => renderInspection(report, screenOf())).join("\n\n"));
  return ExitCode.done;
}

/** An empty word is a variable that was not set: the beginning of every id, and meant for none. Throws CommandError. */
export function refuseEmpty(id: string): void {
  if (id === "") throw new CommandError(ExitCode.usage, "an id is empty");
}

/** The shims meant by `id`: a container's id, the beginning of one, its name, or a pid. Throws CommandError. */
export function chooseLooks(looks: readonly Look[], id: string, namespace?: string): Look[] {
  refuseEmpty(id);
  const candidates = looks.filter(({ view }) => namespace === undefined || view.namespace === namespace);
  const where = (test: (container: ContainerView, shim: ShimView) => boolean) =>
    candidates.filter(({ view }) => view.containers.some((container) => test(container, view)));
  const ways = [
    () => where((container) => container.id === id),
    () => candidates.filter(({ view }) => view.id === id),
    () => candidates.filter(({ view }) => String(view.pid) === id),
    // 0 is the pid of what has none.
    () =>
      where(({ pid, execs }) => [pid, ...execs.map((exec) => exec.pid)].some((one) => one > 0 && String(one) === id)),
    () => where(({ name }) => name === id),
    () => where((container) => container.id.startsWith(id)),
  ];
  for (const way of ways) {
    const found = way();
    if (found.length > 0) return found;
  }
  const inNamespace = namespace === undefined ? "" : ` in namespace ${namespace}`;
  throw new CommandError(ExitCode.notFound, `no container or shim ${id}${inNamespace}; runts ps lists them`);
}
