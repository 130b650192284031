// Which shim an executable says that it is, by its `-v`.

import { basename } from "node:path";
import { runAction } from "./action.ts";

export interface Identity {
  readonly kind: "runts" | "go" | "other";
  /** Major and minor version of containerd for a Go shim ("1.6"), the whole version for another one; empty if it says none. */
  readonly version: string;
  /** For people. */
  readonly name: string;
  /** What executes runts; empty for others. */
  readonly engine: string;
}

/** Parses what `-v` prints; nothing at all is a shim of which nothing is known. */
export function parseIdentity(executable: string, text: string): Identity {
  const field = (name: string) => new RegExp(`^ +${name}: *(.*)$`, "m").exec(text)?.[1]?.trim() ?? "";
  const [version, engine] = [field("Version"), field("Engine")];
  const name = basename(executable);
  if (engine !== "" && field("State") !== "") return { kind: "runts", version, engine, name: `runts ${version}` };
  // Shims made with containerd's library print this too; the stock one has containerd's version.
  if (field("Go version") !== "" && /containerd-shim-runc-v2:?$/m.test(text.split("\n")[0] ?? "")) {
    const generation = /^v?(\d+\.\d+)/.exec(version)?.[1] ?? "";
    return { kind: "go", version: generation, engine: "", name: `Go ${generation}` };
  }
  return { kind: "other", version, engine: "", name: version === "" ? name : `${name} ${version}` };
}

/** Never throws: an executable that does not answer has no identity, which is not this function's business. */
export async function identify(
  executable: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<Identity> {
  try {
    const { stdout } = await runAction([executable, "-v"], { cwd: "/", environment, timeoutMs: 10_000 });
    return parseIdentity(executable, stdout.toString());
  } catch {
    return parseIdentity(executable, "");
  }
}
