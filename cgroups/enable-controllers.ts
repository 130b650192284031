// Lets the controllers of the unified hierarchy reach a container's cgroup (docs/contract/task-service.md 8).
import { readText, writeText } from "./files.ts";
import type { Cgroup } from "./path.ts";

/**
 * Enables every controller of the root in the children of each ancestor of `cgroup`, from the root on. Does nothing on
 * v1. Where delegation forbids it the others are tried all the same; the last failure is thrown, for the log (KF-091).
 */
export function enableControllers(cgroup: Cgroup): void {
  if (cgroup.kind === "v1") return;
  const wanted = words(readText(`${cgroup.root}/cgroup.controllers`));
  if (wanted.length === 0 || cgroup.path === cgroup.root) return;
  const path = cgroup.path.slice(cgroup.root.length + 1);
  let failure: unknown;
  let directory = cgroup.root;
  for (const name of path.split("/")) {
    const file = `${directory}/cgroup.subtree_control`;
    directory = `${directory}/${name}`;
    const enabled = new Set(words(readText(file)));
    // The usual case: the runtime or the host's own manager did it.
    if (wanted.every((controller) => enabled.has(controller))) continue;
    try {
      writeText(file, wanted.map((controller) => `+${controller}`).join(" "));
    } catch (error) {
      failure = error;
    }
  }
  if (failure !== undefined) throw failure;
}

function words(text: string | undefined): string[] {
  return (text ?? "").split(/\s+/).filter((word) => word !== "");
}
