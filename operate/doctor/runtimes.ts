// The OCI runtimes that containers are made with: there, new enough, able to do what is asked of them.
import { execFileSync } from "node:child_process";
import { findExecutable } from "../../sys/path.ts";
import { type Daemon, isAtLeast, parseVersion, type Version } from "../containerd.ts";
import { type Finding, note } from "./finding.ts";

export function checkRuntimes(daemon: Daemon, named: readonly string[]): Finding[] {
  const names = [...new Set(["runc", "crun", ...named.filter((name) => name !== "")])];
  const found = names.map((name) => ({ name, path: findExecutable(name, daemon.searchPath) }));
  const isMissing = found.every(({ path }) => path === undefined);
  return [
    ...found.flatMap(({ path }) => (path === undefined ? [] : aboutRuntime(path, daemon.version))),
    ...(isMissing ? [noRuntime(daemon)] : []),
    ...aboutCriu(daemon.searchPath),
  ];
}

function noRuntime({ searchPath }: Daemon): Finding {
  return {
    check: "no-runtime",
    level: "problem",
    what: `there is neither runc nor crun in containerd's PATH, ${searchPath}`,
    why: "no container can be made",
    mend: "apt-get install runc",
  };
}

function aboutRuntime(path: string, containerd: Version | undefined): Finding[] {
  const output = run(path, "--version");
  const version = output === undefined ? undefined : parseVersion(output);
  if (version === undefined) {
    return [
      {
        check: "runtime-broken",
        level: "problem",
        what: `${path} does not run`,
        why: "no container can be made with it",
        mend: `${path} --version`,
      },
    ];
  }
  const name = path.slice(path.lastIndexOf("/") + 1);
  const found: Finding[] = [note("runtime", `${path}: ${version.text}${featuresText(run(path, "features"))}`)];
  if (name === "crun" && isAtLeast(containerd, 1, 7) && !isAtLeast(version, 1, 9)) {
    found.push({
      check: "runtime-too-old",
      level: "problem",
      what: `${path} is of version ${version.text}, and containerd of ${containerd?.text ?? ""}`,
      why: "crun before 1.9 refuses the specification that containerd writes since 1.7: `unknown version specified`",
      mend: "install a newer crun",
    });
  }
  return found;
}

/** `, specification 1.0.0 to 1.2.0, id-mapped mounts, CRIU`. */
export function featuresText(output: string | undefined): string {
  try {
    const features = JSON.parse(output ?? "") as {
      ociVersionMin?: string;
      ociVersionMax?: string;
      linux?: { mountExtensions?: { idmap?: { enabled?: boolean } } };
      annotations?: Record<string, string>;
    };
    const parts = [
      `specification ${features.ociVersionMin ?? "?"} to ${features.ociVersionMax ?? "?"}`,
      ...(features.linux?.mountExtensions?.idmap?.enabled === true ? ["id-mapped mounts"] : []),
      ...(Object.keys(features.annotations ?? {}).some((key) => /checkpoint/i.test(key)) ? ["checkpoints"] : []),
    ];
    return `, ${parts.join(", ")}`;
  } catch {
    return ", tells no features";
  }
}

function aboutCriu(searchPath: string): Finding[] {
  const path = findExecutable("criu", searchPath);
  if (path === undefined) return [note("criu", "CRIU is not installed: no checkpoints")];
  const version = parseVersion(run(path, "--version") ?? "");
  return [note("criu", `${path}: ${version?.text ?? "of unknown version"}`)];
}

function run(path: string, word: string): string | undefined {
  try {
    return execFileSync(path, [word], {
      encoding: "utf8",
      timeout: 5000,
      // One that ignores another signal would be waited for.
      killSignal: "SIGKILL",
      stdio: ["ignore", "pipe", "ignore"],
    });
  } catch {
    return undefined;
  }
}
