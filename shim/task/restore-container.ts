// A container, taken up where another image of this process has left it.
import { ProcessSpec } from "../../oci/request-objects.ts";
import { Runtime } from "../../oci/runc.ts";
import { restoreBytes } from "../../sys/saved.ts";
import { restoreIo } from "../stdio/restore-io.ts";
import { Container } from "./container.ts";
import type { ShimEnvironment } from "./environment.ts";
import { Execs } from "./execs.ts";
import { InitProcess } from "./init-process.ts";
import type { SavedContainer } from "./saved.ts";

/** What has ended meanwhile is told from within. */
export async function restoreContainer(saved: SavedContainer, environment: ShimEnvironment): Promise<Container> {
  const { id, bundle, hasRootfsMounts, privatePidNamespace, ioOwner } = saved;
  const { stdio, options, checkpoint, parentCheckpoint, newCgroups } = saved.init;
  const { reaper } = environment;
  const runtime = new Runtime(saved.runtime);
  const execs = new Execs();
  const io = await restoreIo(saved.init.io, reaper);
  const creation = { id, bundle, stdio, io, runtime, options, checkpoint, parentCheckpoint, newCgroups };
  const init = new InitProcess({ ...creation, execPids: () => execs.pids() }, environment);
  init.restore(saved.init);
  const parts = { id, bundle, hasRootfsMounts, init, execs, runtime, privatePidNamespace, ioOwner };
  const container = new Container(parts, environment);
  for (const each of saved.execs) {
    const spec = each.spec === undefined ? undefined : new ProcessSpec(restoreBytes(each.spec));
    const exec = container.newExec(each.id, each.stdio, spec);
    exec.restore(each, each.io === undefined ? undefined : await restoreIo(each.io, reaper));
  }
  container.restore(saved);
  return container;
}
