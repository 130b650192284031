// What runs before the engine (bin/launcher): one file that works wherever it is copied to, one boot, and nobody else's variables.

import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { describe, expect, test } from "vitest";
import { TestContainer } from "../../conformance/driver/container.ts";
import { ShimDriver } from "../../conformance/driver/shim-driver.ts";
import { useDriver } from "../driver/use-driver.ts";
import { eventually } from "../helpers/eventually.ts";
import { isAlive, listProcesses } from "../helpers/processes.ts";
import { runtimePath } from "../helpers/runtimes-under-test.ts";
import { shimUnderTest } from "../helpers/shim-under-test.ts";

const { executable } = shimUnderTest;

/** Each of them, read by an engine, its loader or its allocator, ends it, floods its output or loads foreign code. */
const hostile = {
  BUN_OPTIONS: "--preload=/nonexistent.js",
  BUN_BE_BUN: "1",
  BUN_JSC_dumpOptions: "2",
  BUN_JSC_useJIT: "maybe",
  BUN_INSPECT: "ws://127.0.0.1:1/x?wait=1",
  NODE_OPTIONS: "--require=/nonexistent.js",
  NODE_EXTRA_CA_CERTS: "/nonexistent.pem",
  MIMALLOC_SHOW_STATS: "1",
  MIMALLOC_VERBOSE: "3",
  LD_PRELOAD: "/nonexistent.so",
  LD_DEBUG: "all",
  RUNTS_START: "9 1",
  RUNTS_ADDON: "/nonexistent.node",
  RUNTS_RELAY: "1",
};

// Where the launcher is: in the executable that is shipped.
describe.runIf(shimUnderTest.kind === "bun")("the launcher", () => {
  describe("with variables of the engine in containerd's environment", () => {
    const driver = useDriver({ environment: hostile });

    test("runs a whole life, and prints what is asked for alone", async () => {
      const bundle = driver().bundle({ args: ["sh", "-c", "exit 3"] });
      const started = await driver().run([...driver().flags(bundle), "start"], { cwd: bundle.path });
      expect(started).toMatchObject({ exitCode: 0, stderr: "" });
      expect(started.stdout.toString()).toBe(`unix://${bundle.socket}`);
      const client = await driver().connect(started.stdout.toString());
      // The loader of a runtime may well heed them: it is containerd's environment that it runs in.
      const wrapper = join(driver().directory, "runtime-without-preload");
      writeFileSync(
        wrapper,
        `#!/bin/busybox sh\nbusybox env >>${driver().directory}/environment\nexec busybox env -i PATH="$PATH" runc "$@"\n`,
      );
      chmodSync(wrapper, 0o755);
      await client.call("Create", bundle.createRequest({ binaryName: wrapper }));
      await client.call("Start", { id: bundle.id });
      expect(await client.call("Wait", { id: bundle.id })).toMatchObject({ exitStatus: 3 });
      await driver().end(client, bundle);
      expect(await bundle.delete()).toMatchObject({ exitStatus: 3, stderr: "" });
      const seen = readFileSync(join(driver().directory, "environment"), "utf8");
      for (const [name, value] of Object.entries(hostile)) {
        if (name.startsWith("RUNTS_")) expect(seen).not.toContain(`${name}=`);
        else expect(seen).toContain(`${name}=${value}\n`);
      }
    });

    test("says its version, what it can do, what is wrong, and nothing else", async () => {
      const cwd = driver().directory;
      const version = await driver().run(["-v"], { cwd });
      expect(version).toMatchObject({ exitCode: 0, stderr: "" });
      expect(version.stdout.toString()).toMatch(
        /^containerd-shim-runts-v2:\n {2}Version: .*\n {2}Revision: .*\n {2}State: .*\n {2}Engine: bun .*\n\n$/,
      );
      expect(await driver().run(["-info"], { cwd })).toMatchObject({ exitCode: 0, stderr: "" });
      const wrong = await driver().run(["start"], { cwd });
      expect(wrong).toMatchObject({ exitCode: 1, stderr: "io.containerd.runts.v2: shim namespace cannot be empty" });
      expect(wrong.stdout.length).toBe(0);
    });
  });

  describe("copied alone", () => {
    const places = [
      ["under the Go shim's name", "containerd-shim-runc-v2"],
      ["to a path with spaces", "a b/c  d/containerd-shim-runts-v2"],
      ["to a path that is no UTF-8", Buffer.from("b\xe9/containerd-shim-runts-v2", "latin1")],
      ["under no shim's name", "x"],
    ] as const;
    const driver = useDriver();

    test.each(places)("runs a whole life %s", async (_, name) => {
      const path = Buffer.concat([Buffer.from(`${driver().directory}/copy/`), Buffer.from(name)]);
      const slash = path.lastIndexOf("/");
      mkdirSync(path.subarray(0, slash), { recursive: true });
      copyFileSync(executable, path);
      const link = join(driver().directory, "copy/link");
      symlinkSync(path, link);
      const other = await ShimDriver.start({ executable: link, path: [...shimUnderTest.path, ...runtimePath] });
      try {
        const container = await TestContainer.run(other, { args: ["sh", "-c", "exit 3"] });
        expect(await container.wait()).toBe(3);
        await container.end();
        expect(await container.bundle.delete()).toMatchObject({ exitStatus: 3, stderr: "" });
        expect(await other.settle()).toEqual([]);
      } finally {
        await other.stop();
        rmSync(join(driver().directory, "copy"), { recursive: true });
      }
    });
  });

  describe("start", () => {
    const driver = useDriver();

    test("leaves a process that is called as upstream's is, without what the caller left open", async () => {
      const container = await TestContainer.run(driver(), {});
      const pid = container.bundle.shimPid() ?? 0;
      const words = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
      expect(words).toEqual([
        executable,
        ...["-namespace", driver().namespace],
        ...["-id", container.id],
        ...["-address", driver().containerdAddress, ""],
      ]);
      expect(readFileSync(`/proc/${pid}/comm`, "utf8")).toBe("containerd-shim\n");
      await container.end();
    });

    test("that is given up leaves nothing", async () => {
      for (let delayMs = 0; delayMs < 24; delayMs += 2) {
        const bundle = driver().bundle();
        const args = [...driver().flags(bundle), "start"];
        const child = spawn(executable, args, { cwd: bundle.path, stdio: ["pipe", "pipe", "pipe"] });
        // Its options do not come, so that it can't be through.
        await new Promise((resolve) => setTimeout(resolve, delayMs));
        child.kill("SIGKILL");
        await once(child, "exit");
        await eventually(
          "its shim has gone",
          () => !listProcesses().some(({ commandLine }) => commandLine.includes(bundle.id)),
        );
        expect(existsSync(bundle.socket)).toBe(false);
      }
    });

    test.each(["<&- >&-", "<&- >&- 2>&-", "<&-", ">&-", "2>&-"])(
      "works with standard streams closed: %s",
      async (closed) => {
        const bundle = driver().bundle();
        const words = [executable, ...driver().flags(bundle), "start"];
        const started = await execa("sh", ["-c", `exec "$@" ${closed}`, "sh", ...words], {
          cwd: bundle.path,
          input: "",
          reject: false,
        });
        expect(started).toMatchObject({ exitCode: 0, stderr: "" });
        const client = await driver().connect(`unix://${bundle.socket}`);
        const streams = [0, 1, 2].map((fd) => readlinkSync(`/proc/${bundle.shimPid()}/fd/${fd}`));
        expect(streams).toEqual([...Array(2).fill("/dev/null"), expect.stringMatching(/^\/dev\/null$|\/log$/)]);
        await driver().shutdown(client, bundle);
      },
    );

    test("that fails when its address is out already leaves no shim and no socket", async () => {
      const bundle = driver().bundle();
      const script = 'mount --make-rprivate /; mount -t tmpfs tmpfs /dev; exec "$0" "$@"';
      const words = ["--mount", "sh", "-c", script, executable, ...driver().flags(bundle), "start"];
      // Whoever starts it waits for the end of its output.
      const result = await execa("unshare", words, { cwd: bundle.path, reject: false, input: "", timeout: 10_000 });
      expect(result).toMatchObject({ exitCode: 1, timedOut: false });
      expect(result.stderr).toContain("/dev/null");
      expect(listProcesses().some(({ commandLine }) => commandLine.includes(bundle.id))).toBe(false);
      expect(existsSync(bundle.socket)).toBe(false);
    });

    test("whose shim is killed fails with its name for that", async () => {
      const bundle = driver().bundle();
      const child = spawn(executable, [...driver().flags(bundle), "start"], {
        cwd: bundle.path,
        stdio: ["pipe", "pipe", "pipe"],
      });
      let stderr = "";
      child.stderr.on("data", (chunk: Buffer) => {
        stderr += chunk.toString();
      });
      const shim = await eventually("its shim", () =>
        listProcesses().find(({ pid, commandLine }) => pid !== child.pid && commandLine.includes(bundle.id)),
      );
      process.kill(shim.pid, "SIGKILL");
      expect(await once(child, "close")).toEqual([1, null]);
      expect(stderr).toBe("the shim was ended by signal 9\n");
    });
  });

  describe("the ffi addon", () => {
    /** Runs the executable in a mount namespace of its own, after `prepare`, a shell's words with $place as the addon's directory. */
    async function runWith(prepare: string) {
      const script = `set -e; place=${place}; mount --make-rprivate /; ${prepare}; exec "$0" -info </dev/null >/dev/null`;
      return execa("unshare", ["--mount", "sh", "-c", script, executable], { reject: false });
    }

    const architecture = process.arch === "arm64" ? "arm64" : "x64";
    const addon = readFileSync(
      `node_modules/@yuuang/ffi-rs-linux-${architecture}-gnu/ffi-rs.linux-${architecture}-gnu.node`,
    );
    /** Beside those of other builds. */
    const place = `/run/runts/${createHash("sha256").update(addon).digest("hex")}`;

    test("is unpacked once, for root alone, under its content's name", async () => {
      expect((await execa(executable, ["-info"], { input: "" })).exitCode).toBe(0);
      const path = join(place, "runts-ffi.node");
      const { mode, uid, ino } = statSync(path);
      expect([mode & 0o777, uid]).toEqual([0o500, 0]);
      expect(statSync("/run/runts").mode & 0o777).toBe(0o700);
      await execa(executable, ["-info"], { input: "" });
      expect(statSync(path).ino).toBe(ino);
    });

    test.each([
      [
        "other content of the same length",
        'd=$place; s=$(stat -c %s "$d"/*); head -c "$s" /dev/zero >"$d"/runts-ffi.node',
      ],
      ["half of it", 'd=$place; truncate -s 1000 "$d"/runts-ffi.node'],
      ["a mode that lets others write", "chmod -R 0777 $place"],
      ["another owner", "chown -R 1:1 $place"],
      ["a link", 'd=$place; rm "$d"/runts-ffi.node; ln -s /bin/true "$d"/runts-ffi.node'],
      ["a directory in its place", 'd=$place; rm "$d"/runts-ffi.node; mkdir "$d"/runts-ffi.node'],
      ["no directory at all, and no execution in /run", "umount /run; mount -t tmpfs -o noexec tmpfs /run"],
      ["nowhere to write", "umount /run; mount -t tmpfs -o ro tmpfs /run; mount -t tmpfs -o ro tmpfs /var/lib"],
      [
        "a directory of somebody else's",
        "umount /run; mount -t tmpfs tmpfs /run; mkdir -m 0777 /run/runts; mount -t tmpfs -o ro tmpfs /var/lib",
      ],
    ])("works with %s", async (_, prepare) => {
      // A copy of what is there, on a file system of its own.
      const copy =
        "mount -t tmpfs tmpfs /mnt; cp -a /run/runts /mnt/; mount -t tmpfs -o mode=0755 tmpfs /run; cp -a /mnt/runts /run/";
      const result = await runWith(`${copy}; ${prepare}`);
      expect(result).toMatchObject({ exitCode: 0, stderr: "" });
    });

    test("that can't be loaded is one line, and no reason not to say the version", async () => {
      const result = await runWith("mount -t tmpfs -o ro tmpfs /run; mount -t tmpfs -o ro tmpfs /var/lib; ulimit -n 3");
      expect(result.exitCode).not.toBe(0);
      expect(result.stderr.split("\n").length).toBeLessThanOrEqual(1);
      expect(
        (await execa("sh", ["-c", 'ulimit -n 3; exec "$0" -v', executable], { reject: false })).exitCode,
      ).toBeDefined();
    });
  });

  test("keeps what is running when the executable is replaced and its addon's directory is removed", async () => {
    const driver = await ShimDriver.start({ executable, path: [...shimUnderTest.path, ...runtimePath] });
    try {
      const copy = join(driver.directory, "containerd-shim-runts-v2");
      copyFileSync(executable, copy);
      const other = await ShimDriver.start({ executable: copy, path: [...shimUnderTest.path, ...runtimePath] });
      const container = await TestContainer.run(other, {});
      const pid = container.bundle.shimPid() ?? 0;
      // As install(1) does it.
      rmSync(copy);
      copyFileSync(executable, copy);
      expect(await container.client.call("State", { id: container.id })).toMatchObject({ pid: container.pid });
      await container.end();
      await eventually("it has gone", () => !isAlive(pid));
      expect(await other.settle()).toEqual([]);
      await other.stop();
    } finally {
      await driver.stop();
    }
  });
});
