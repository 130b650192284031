// Whether a pod as another program has kept it is what this one can't do without (docs/upgrade.md).
import {
  descriptor,
  exit,
  fields,
  flag,
  identity,
  type Kind,
  kinds,
  list,
  maybe,
  moment,
  nothing,
  pid,
  text,
} from "../../sys/saved-check.ts";
import type { Dns, Pod } from "./pod.ts";
import type { SavedHome, SavedPod } from "./saved.ts";
import type { SandboxState } from "./state.ts";

const podLife = kinds<SandboxState["life"]>({
  created: nothing,
  ready: fields<Kind<SandboxState["life"], "ready">>({ pid, holder: maybe(identity) }),
  stopped: fields<Kind<SandboxState["life"], "stopped">>({ exit }),
});
const texts = list(text);
const podSpec = fields<Pod>({
  ...{ hostname: text, netns: maybe(text), hostIpc: flag, sharesPids: flag, sysctls: nothing, cgroupParent: text },
  dns: maybe(fields<Dns>({ servers: texts, searches: texts, options: texts })),
  userNamespace: maybe(fields<NonNullable<Pod["userNamespace"]>>({ uids: list(nothing), gids: list(nothing) })),
});
export const pod = fields<SavedPod>({
  state: fields<SandboxState>({
    id: text,
    bundle: text,
    pod: podSpec,
    createdAt: moment,
    shim: identity,
    life: podLife,
  }),
  home: maybe(list(fields<SavedHome[number]>({ place: descriptor }))),
});
