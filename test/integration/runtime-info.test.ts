// What the shim says of itself and of the runtime below it, to whoever asks: -info, ctr, and the daemon for its gates.

import { chownSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { afterAll, describe, expect, test } from "vitest";
import { ociSpec } from "../../conformance/driver/oci-spec.ts";
import { makeRootfs } from "../../conformance/driver/rootfs.ts";
import { packOptions } from "../../conformance/driver/shim-driver.ts";
import { containerd as optionTypes, runtimeoptions } from "../../proto/gen/options.js";
import { containerd as infoTypes } from "../../proto/gen/runtime-info.js";
import { useDriver } from "../driver/use-driver.ts";
import { CommandDirectory } from "../helpers/command-directory.ts";
import { isContainerd2 } from "../helpers/daemon-under-test.ts";
import { eventually } from "../helpers/eventually.ts";
import type { PrivateContainerd } from "../helpers/private-containerd.ts";
import { killProcess } from "../helpers/processes.ts";
import { newerRuntimes, systemPath } from "../helpers/runtimes-under-test.ts";
import { isOurs, shims, shimUnderTest } from "../helpers/shim-under-test.ts";
import { useContainerd } from "../helpers/use-containerd.ts";

const { RuntimeInfo } = infoTypes.types;

const newerCrun = join(newerRuntimes(), "crun");
const newerRunc = join(newerRuntimes(), "runc");
/** Debian 12's, which has no `features`. */
const oldCrun = "/usr/bin/crun";

async function featuresOf(binary: string): Promise<object> {
  const { stdout } = await execa(binary, ["features"], { env: { PATH: systemPath } });
  return JSON.parse(stdout) as object;
}

function any(typeUrl: string, value: Uint8Array): Buffer {
  const field = (number: number, bytes: Uint8Array) =>
    Buffer.concat([Buffer.from([(number << 3) | 2, bytes.length]), bytes]);
  return Buffer.concat([field(1, Buffer.from(typeUrl)), field(2, value)]);
}

const runcOptions = (binaryName: string) => {
  const { typeUrl, value } = packOptions({ binaryName });
  return any(typeUrl, value);
};
const genericOptions = (toml: string) =>
  any("runtimeoptions.v1.Options", runtimeoptions.v1.Options.encode({ configBody: Buffer.from(toml) }).finish());

// The Go shim has -info since 2.0.
if (isOurs || isContainerd2) {
  describe("-info", () => {
    const driver = useDriver();
    const commands = new CommandDirectory().script("odd-runc", `echo "$@" >\${0%/*}/words; echo '{"odd":true}'`);
    afterAll(() => commands.remove());

    const info = async (stdin: Uint8Array) => {
      const result = await driver().run(["-info"], { cwd: driver().directory, stdin });
      expect(result).toMatchObject({ exitCode: 0 });
      const { features, ...rest } = RuntimeInfo.decode(result.stdout);
      const json = Buffer.from(features?.value ?? []).toString();
      return { ...rest, typeUrl: features?.typeUrl, features: json === "" ? undefined : (JSON.parse(json) as object) };
    };

    test("without options has the features of the runc in the PATH", async () => {
      const answer = await info(new Uint8Array(0));
      expect(answer.name).toBe(isOurs ? "io.containerd.runts.v2" : "io.containerd.runc.v2");
      expect(answer.version?.version).toMatch(/^\S+$/);
      expect(answer.typeUrl).toMatch(/\/features\/Features$/);
      // The Go shim passes on what it knows.
      if (isOurs) expect(answer.features).toEqual(await featuresOf("runc"));
      else expect(answer.features).toHaveProperty("ociVersionMin");
      expect(answer.options ?? undefined).toBeUndefined();
    });

    test("with options has those of the binary that they name, and the options (KF-103)", async () => {
      const answer = await info(runcOptions(newerCrun));
      expect(answer.features).toHaveProperty(["annotations", "run.oci.crun.version"]);
      const { Options } = optionTypes.runc.v1;
      expect(Options.decode(answer.options?.value ?? new Uint8Array(0)).binaryName).toBe(newerCrun);
    });

    test.runIf(isOurs)("takes generic options as well (KF-103)", async () => {
      const answer = await info(genericOptions(`BinaryName = "${newerCrun}"\n`));
      expect(answer.features).toHaveProperty(["annotations", "run.oci.crun.version"]);
    });

    test("of a binary that has no features says nothing of them (KF-103)", async () => {
      expect((await info(runcOptions(oldCrun))).features).toBeUndefined();
      expect((await info(runcOptions("/bin/false"))).features).toBeUndefined();
    });

    test("asks the binary for its features and for nothing else", async () => {
      const odd = join(commands.path, "odd-runc");
      await info(runcOptions(odd));
      const { stdout } = await execa("cat", [join(commands.path, "words")]);
      expect(stdout).toBe("features");
    });

    test("of a binary that is not there fails in one line that names it", async () => {
      const result = await driver().run(["-info"], { cwd: driver().directory, stdin: runcOptions("no-runc") });
      expect(result.exitCode).toBe(1);
      expect(result.stderr).toContain("no-runc");
      expect(result.stderr.trim()).not.toContain("\n");
    });
  });
}

// Daemons before 2.0 do not ask.
if (isContainerd2) {
  describe("ctr plugins inspect-runtime", () => {
    const commands = new CommandDirectory().link("containerd-shim-runc-v2", shimUnderTest.executable);
    afterAll(() => commands.remove());
    const containerd = useContainerd(() => ({ path: [commands.path] }));

    interface Inspected {
      Name: string;
      Features?: object;
      Options?: { binary_name?: string };
    }
    const inspect = async (...flags: string[]) =>
      JSON.parse(await containerd().ctr.run("plugins", "inspect-runtime", ...flags)) as Inspected;

    test("shows runc's features as it does with the Go shim", async () => {
      const ours = await inspect("--runtime", containerd().shim.runtime);
      const absolute = await inspect("--runtime", shimUnderTest.executable);
      const go = await inspect("--runtime", shims.go.executable);
      expect(ours.Features).toEqual(go.Features);
      expect(absolute.Features).toEqual(go.Features);
      expect(Object.keys(go.Features ?? {})).toContain("linux");
      expect(ours.Name).toBe(containerd().shim.runtime);
    });

    test.runIf(isOurs)("obeys the options: a file under our own name, runc's flags under the drop-in's", async () => {
      const file = join(containerd().directory, "runtime.toml");
      writeFileSync(file, `BinaryName = "${newerCrun}"\n`);
      const own = await inspect("--runtime", containerd().shim.runtime, "--runtime-config-path", file);
      const dropIn = await inspect("--runc-binary", newerCrun);
      for (const { Features } of [own, dropIn])
        expect(Features).toHaveProperty(["annotations", "run.oci.crun.version"]);
      expect(dropIn.Options?.binary_name).toBe(newerCrun);
    });
  });

  describe("the gate for id-mapped mounts", () => {
    for (const [runtime, program, open] of [
      ["Debian 12's runc 1.1", "/usr/bin/runc", false],
      ["a newer runc", newerRunc, true],
      ["a newer crun", newerCrun, true],
    ] as const) {
      describe(`with ${runtime}`, () => {
        const commands = new CommandDirectory().link("runc", program);
        afterAll(() => commands.remove());
        const containerd = useContainerd(() => ({ path: [commands.path] }));

        test(open ? "lets them through, and they are mapped" : "keeps them out (KF-103)", async () => {
          const id = containerd().newId();
          const { runtime } = containerd().shim;
          const config = await mappedSpec(containerd(), id);
          const result = await containerd().ctr.try("run", "--rm", "--runtime", runtime, "--config", config, id);
          if (open) {
            expect(result).toMatchObject({ exitCode: 0, stdout: "3000:3000\n" });
            return;
          }
          expect(result.stderr).toContain("idmap mounts not supported");
          // The daemon forgets what it has started by then, whichever shim it is.
          killProcess(containerd().shimPid(id), "SIGTERM");
          await eventually("the shim has gone", () => !existsSync(containerd().shimSocket(id)));
        });
      });
    }
  });
}

/** A config.json whose container shows how it sees the owner of a file of user 1000, mounted with 1000 mapped to 3000. */
async function mappedSpec(containerd: PrivateContainerd, id: string): Promise<string> {
  const [rootfs, source] = [join(containerd.directory, "rootfs"), join(containerd.directory, "source")];
  makeRootfs(rootfs);
  mkdirSync(source);
  writeFileSync(join(source, "file"), "");
  chownSync(join(source, "file"), 1000, 1000);
  const mapping = [{ containerID: 1000, hostID: 3000, size: 1 }];
  const cgroupsPath = `/${containerd.namespace}/${id}`;
  const spec = ociSpec({ args: ["stat", "-c", "%u:%g", "/mnt/file"], rootfs, cgroupsPath }) as { mounts: object[] };
  const mount = { destination: "/mnt", type: "bind", source, options: ["rbind"] };
  spec.mounts.push({ ...mount, uidMappings: mapping, gidMappings: mapping });
  const path = join(containerd.directory, "mapped.json");
  writeFileSync(path, JSON.stringify(spec));
  return path;
}
