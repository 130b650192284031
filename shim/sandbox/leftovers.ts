// What a lost shim has left of its pod, for `delete`. The shim is dead, or containerd has given it up; then it is to go as well. Its
// namespaces go with it; the holder, if there was one, too, unless the kernel has not got round to it yet.
import { sleep } from "../../sys/clock.ts";
import { killProcess } from "../../sys/kill.ts";
import { isRunning } from "../../sys/process-identity.ts";
import { removePodFiles } from "./files.ts";
import { type Member, membersOf } from "./members.ts";
import { loadState } from "./state.ts";

const endLimitMs = 1000;

/** Removes it. `removeContainer` is called for each container of the pod; rejects with what failed first, when everything was tried. */
export async function removePod(
  bundle: string,
  removeContainer: (member: Member & { readonly record: string }) => Promise<void>,
): Promise<void> {
  const state = loadState(bundle);
  const holder = state?.life.kind === "ready" ? state.life.holder : undefined;
  // The shim first: it makes nothing more then.
  const own = [state?.shim, holder].filter((process) => process !== undefined);
  for (const process of own) if (isRunning(process)) killProcess(process.pid);
  const outcomes = await Promise.allSettled(membersOf(bundle).map(removeContainer));
  for (let waited = 0; own.some(isRunning) && waited < endLimitMs; waited += 10) await sleep(10);
  removePodFiles(bundle);
  for (const outcome of outcomes) if (outcome.status === "rejected") throw outcome.reason;
}
