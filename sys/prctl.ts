// Process attributes (prctl(2)).
import { libcOrThrow } from "./ffi.ts";

const PR_SET_PDEATHSIG = 1;
const PR_SET_CHILD_SUBREAPER = 36;
const PR_SCHED_CORE = 62;
const PR_SCHED_CORE_CREATE = 1;
const PIDTYPE_PGID = 2;

/** Orphaned descendants become children of this process. */
export function becomeSubreaper(): void {
  libcOrThrow("prctl", "PR_SET_CHILD_SUBREAPER", PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
}

/** Gives this process group a core-scheduling cookie of its own, inherited by children (Documentation/admin-guide/hw-vuln/core-scheduling.rst). */
export function createCoreSchedulingCookie(): void {
  libcOrThrow("prctl", "PR_SCHED_CORE", PR_SCHED_CORE, PR_SCHED_CORE_CREATE, 0, PIDTYPE_PGID, 0);
}

/** Takes back that this process ends with the one that made it (bin/launcher/start.c). */
export function outliveLauncher(): void {
  libcOrThrow("prctl", "PR_SET_PDEATHSIG", PR_SET_PDEATHSIG, 0, 0, 0, 0);
}
