// A containerd as the operator's command describes it, for what looks at one.

import { type Daemon, parseVersion } from "../../operate/containerd.ts";

/** One that runs, of version 2.1.4, with `searchPath` for its PATH. */
export function daemonWithPath(searchPath: string): Daemon {
  return {
    ...{ pid: 42, executable: "/usr/bin/containerd", isReplaced: false, configPath: "/etc/containerd/config.toml" },
    ...{ version: parseVersion("v2.1.4"), searchPath, unit: undefined, keeper: undefined },
  };
}
