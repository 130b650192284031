// Where the files of an installation are, below its prefix.
import { join } from "node:path";

export const executableName = "containerd-shim-runts-v2";

export interface Places {
  readonly prefix: string;
  /** Everything that is ours alone: a directory for each version, the record, the backups. */
  readonly library: string;
  readonly record: string;
  readonly backups: string;
  readonly commandLink: string;
  readonly manual: string;
  readonly completions: { readonly bash: string; readonly zsh: string; readonly fish: string };
}

export const defaultPrefix = "/usr/local";

export function placesOf(prefix: string): Places {
  const library = join(prefix, "lib/runts");
  return {
    prefix,
    library,
    record: join(library, "installed.json"),
    backups: join(library, "backup"),
    commandLink: join(prefix, "bin/runts"),
    manual: join(prefix, "share/man/man8/runts.8"),
    completions: {
      bash: join(prefix, "share/bash-completion/completions/runts"),
      zsh: join(prefix, "share/zsh/site-functions/_runts"),
      fish: join(prefix, "share/fish/vendor_completions.d/runts.fish"),
    },
  };
}

/** The directory of a build: its version and its content, so that no file that runs is ever written over. */
export function versionDirectory({ library }: Places, version: string, sha256: string): string {
  return join(library, `${version}-${sha256.slice(0, 12)}`);
}

/** What containerd looks for when a runtime is called `io.containerd.<name>.v2`. */
export function shimName(name: string): string {
  return `containerd-shim-${name}-v2`;
}
