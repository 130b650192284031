// Everything that takes bytes of others.

import { bundleTargets } from "./bundle-targets.ts";
import type { Target } from "./fuzz.ts";
import { jsonTargets } from "./json-targets.ts";
import { messageTargets } from "./message-targets.ts";
import { stateTargets } from "./state-targets.ts";
import { textTargets } from "./text-targets.ts";
import { ttrpcTargets } from "./ttrpc-targets.ts";

export const targets: readonly Target[] = [
  ...ttrpcTargets,
  ...messageTargets,
  ...jsonTargets,
  ...bundleTargets,
  ...stateTargets,
  ...textTargets,
];
