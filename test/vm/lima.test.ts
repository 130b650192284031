// deploy/lima: what its template does in a new machine, done in this one, which has all but limactl.

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, inject, test } from "vitest";
import { parse } from "yaml";
import { run } from "../helpers/containers.ts";
import { PrivateContainerd } from "../helpers/private-containerd.ts";
import { shimUnderTest } from "../helpers/shim-under-test.ts";

const project = join(import.meta.dirname, "../..");
const packages = join(project, "dist/packages");
const { version } = JSON.parse(readFileSync(join(project, "package.json"), "utf8")) as { version: string };

const copyDatabase = `
set -e
mkdir -p /tmp/dpkg/info /tmp/dpkg/updates /tmp/dpkg/triggers /tmp/dpkg/alternatives
cp /var/lib/dpkg/status /tmp/dpkg/
touch /tmp/dpkg/diversions /tmp/dpkg/statoverride /tmp/dpkg/available
mountpoint -q /var/lib/dpkg || mount --bind /tmp/dpkg /var/lib/dpkg
`;

test.runIf(existsSync(join(packages, `runts_${version}_amd64.deb`)))(
  "the provisioning script installs the package, and containerd runs containers with it",
  async () => {
    const template = parse(readFileSync(join(project, "deploy/lima/runts.yaml"), "utf8"));
    const [{ mode, script }] = template.provision;
    expect(mode).toBe("system");
    // dpkg knows which packages are installed, and not their files: a tenth of the time in an emulated machine. The host's database is
    // seen through an overlay, and may change under it.
    execFileSync("sh", ["-c", copyDatabase], { stdio: "ignore" });
    execFileSync("sh", ["-c", script.replaceAll("{{.Param.packages}}", packages)], {
      stdio: ["ignore", "inherit", "ignore"],
    });
    expect(execFileSync("/usr/bin/runts", ["--version"], { encoding: "utf8" })).toContain(version);
    const executable = "/usr/bin/containerd-shim-runts-v2";
    const shim = { ...shimUnderTest, executable, path: ["/usr/bin"] };
    const containerd = await PrivateContainerd.start({ shim, imageArchive: inject("imageArchive") });
    try {
      expect((await run(containerd, ["echo", "hello"], { runtime: "io.containerd.runts.v2" })).stdout).toBe("hello\n");
    } finally {
      await containerd.stop();
      execFileSync("dpkg", ["--purge", "runts"], { stdio: "ignore" });
    }
    expect(existsSync(executable)).toBe(false);
  },
  300_000,
);
