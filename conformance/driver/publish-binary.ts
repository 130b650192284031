// What a shim that knows no ttrpc address does with an event: it runs containerd's executable, the `-publish-binary` of its
// command line, as `publish --topic … --namespace …`, with an Any on its stdin. Here a script that keeps both in a directory.

import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export interface Published {
  readonly topic: string;
  readonly namespace: string;
  /** When it was published, in milliseconds since 1970. */
  readonly atMs: number;
  /** The Any. */
  readonly event: Uint8Array;
}

const script = (directory: string) => `#!/bin/sh
[ "\${1#-}" != "$1" ] || [ "$1" = publish ] || exit 1
d='${directory}'
n=$(date +%s%N)-$$
cat >"$d/$n.event"
for word; do printf '%s\\n' "$word"; done >"$d/$n.new"
mv "$d/$n.new" "$d/$n.words"
`;

export class PublishBinary {
  readonly path: string;
  readonly #directory: string;

  constructor(directory: string) {
    this.#directory = join(directory, "published");
    this.path = join(directory, "publish-binary");
    mkdirSync(this.#directory);
    writeFileSync(this.path, script(this.#directory));
    chmodSync(this.path, 0o755);
  }

  /** What was published since the last look, in order. */
  take(): Published[] {
    const names = readdirSync(this.#directory).filter((name) => name.endsWith(".words"));
    return names.sort().map((name) => {
      const file = join(this.#directory, name);
      const words = readFileSync(file, "utf8").split("\n");
      const body = file.replace(/words$/, "event");
      const event = readFileSync(body);
      for (const done of [file, body]) rmSync(done);
      const flagOf = (flag: string) => {
        const at = words.findIndex((word) => word.replace(/^--?/, "").split("=")[0] === flag);
        const [, inline] = words[at]?.split("=") ?? [];
        return at < 0 ? "" : (inline ?? words[at + 1] ?? "");
      };
      const atMs = Number(name.split("-")[0]) / 1e6;
      return { topic: flagOf("topic"), namespace: flagOf("namespace"), atMs, event };
    });
  }
}
