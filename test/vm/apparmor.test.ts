// Confined containers, which the host's kernel does not know: output must arrive whatever the profile says of files.

import { readFileSync, readlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { execWords, initPid, remove, run, runDetached } from "../helpers/containers.ts";
import { shims } from "../helpers/shim-under-test.ts";
import { useContainerd } from "../helpers/use-containerd.ts";
import { hasSystemd } from "./lanes.ts";

const denyWrite = "k8s-apparmor-example-deny-write";
const stock = "cri-containerd.apparmor.d";

// From the tutorial of Kubernetes, to the letter.
const denyWriteProfile = `
#include <tunables/global>
profile ${denyWrite} flags=(attach_disconnected) {
  #include <abstractions/base>
  file,
  # Deny all file writes.
  deny /** w,
}
`;

// AppArmor does not care for cgroups: once is enough.
describe.skipIf(hasSystemd)("with AppArmor", () => {
  const containerd = useContainerd();

  beforeAll(async () => {
    const file = join(containerd().directory, denyWrite);
    writeFileSync(file, denyWriteProfile);
    await execa("apparmor_parser", ["--replace", "--skip-cache", file]);
  });

  afterAll(async () => {
    await execa("apparmor_parser", ["--remove"], { input: denyWriteProfile, reject: false });
  });

  const label = async (id: string) => {
    const pid = await initPid(containerd(), id);
    return readFileSync(`/proc/${pid}/attr/current`, "utf8").trim();
  };

  test("a container with the stock profile is confined, and writes into the client's FIFO itself", async () => {
    const flags = ["--apparmor-default-profile", stock];
    const id = await runDetached(containerd(), ["sleep", "1000"], { flags });
    expect(await label(id)).toBe(`${stock} (enforce)`);
    const pid = await initPid(containerd(), id);
    expect(readlinkSync(`/proc/${pid}/fd/1`)).toMatch(/^\/.*stdout$/);
    const exec = await containerd().ctr.try(...execWords(id, ["sh", "-c", "echo one; echo two >&2"]));
    expect(exec).toMatchObject({ exitCode: 0, stdout: "one\n", stderr: "two\n" });
    await remove(containerd(), id);
    const result = await run(containerd(), ["sh", "-c", "echo one; echo two >&2; echo three >/dev/stdout"], { flags });
    expect(result).toMatchObject({ exitCode: 0, stdout: "one\nthree\n", stderr: "two\n" });
  });

  test("a profile that denies writes takes files away, not stdout and stderr", async () => {
    const script = "echo one; echo two >&2; echo no >/tmp/file || echo denied";
    const result = await run(containerd(), ["sh", "-c", script], { flags: ["--apparmor-profile", denyWrite] });
    expect(result).toMatchObject({ exitCode: 0, stdout: "one\ndenied\n" });
    expect(result.stderr).toContain("two\n");
  });

  test("a profile that denies writes lets an exec's output through", async () => {
    const flags = ["--apparmor-profile", denyWrite];
    const id = await runDetached(containerd(), ["sleep", "1000"], { flags });
    expect(await label(id)).toBe(`${denyWrite} (enforce)`);
    const exec = await containerd().ctr.try(...execWords(id, ["sh", "-c", "echo one; echo two >&2"]));
    expect(exec).toMatchObject({ exitCode: 0, stdout: "one\n", stderr: "two\n" });
    await remove(containerd(), id);
  });

  // By its path a FIFO is a file, which a pipe is not: the Go shim's containers can do this.
  const reopen = (runtime: string) => {
    return run(containerd(), ["sh", "-c", "echo one >/dev/stdout"], {
      flags: ["--apparmor-profile", denyWrite],
      runtime,
    });
  };

  test("a profile that denies writes lets a process open its stdout again, with the Go shim", async () => {
    expect(await reopen(shims.go.runtime)).toMatchObject({ exitCode: 0, stdout: "one\n" });
  });

  // With a FIFO of the client's it could not: confined processes get copied stdio.
  test("a profile that denies writes lets a process open its stdout again", async () => {
    expect(await reopen(containerd().shim.runtime)).toMatchObject({ exitCode: 0, stdout: "one\n" });
  });
});
