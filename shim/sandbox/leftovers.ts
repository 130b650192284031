// What a killed shim has left of its pod, for `delete`. Its namespaces went with it; the holder, if there was one, too, unless the
// kernel has not got round to it yet.

import { sleep } from "../../sys/clock.ts";
import { killProcess } from "../../sys/kill.ts";
import { removePodFiles } from "./files.ts";
import { isThere } from "./holder.ts";
import { type Member, membersOf } from "./members.ts";
import { loadState } from "./state.ts";

const holderLimitMs = 1000;

/** Removes it. `removeContainer` is called for each container of the pod; rejects with what failed first, when everything was tried. */
export async function removePod(
  bundle: string,
  removeContainer: (member: Member & { readonly record: string }) => Promise<void>,
): Promise<void> {
  const life = loadState(bundle)?.life;
  const holder = life?.kind === "ready" ? life.holder : undefined;
  if (holder !== undefined && isThere(holder)) killProcess(holder.pid);
  const outcomes = await Promise.allSettled(membersOf(bundle).map(removeContainer));
  if (holder !== undefined) {
    for (let waited = 0; isThere(holder) && waited < holderLimitMs; waited += 10) await sleep(10);
  }
  removePodFiles(bundle);
  for (const outcome of outcomes) if (outcome.status === "rejected") throw outcome.reason;
}
