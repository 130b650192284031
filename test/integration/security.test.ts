// The claims of docs/security.md that no other test shows, tried by whoever they are about: a process in a container, another user of
// the machine, a client.

import { execFile, execFileSync } from "node:child_process";
import { chmodSync, openSync, readdirSync, readFileSync, readlinkSync, statSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { TestContainer } from "../../conformance/driver/container.ts";
import { FakeRuntime } from "../../conformance/driver/fake-runtime.ts";
import { useDriver } from "../driver/use-driver.ts";
import { fallsAsleep } from "../helpers/asleep.ts";
import { eventually } from "../helpers/eventually.ts";
import { isAlive, killProcess } from "../helpers/processes.ts";
import { shimUnderTest } from "../helpers/shim-under-test.ts";

const run = promisify(execFile);
const ours = describe.runIf(shimUnderTest.kind === "bun");

/** What a shell in the container says to `script`, and with which status it ends. */
async function inside(container: TestContainer, script: string): Promise<string> {
  const { bundle, client, id } = container;
  const execId = `e${Math.random().toString(36).slice(2)}`;
  const [stdout, stderr] = [bundle.output(`${execId}-o`), bundle.output(`${execId}-e`)];
  const process = {
    terminal: false,
    user: { uid: 0, gid: 0 },
    args: ["sh", "-c", script],
    env: ["PATH=/bin"],
    cwd: "/",
  };
  const spec = { typeUrl: "", value: Buffer.from(JSON.stringify(process)) };
  await client.call("Exec", { id, execId, spec, stdout: stdout.path, stderr: stderr.path });
  await client.call("Start", { id, execId });
  await container.wait(execId);
  await client.call("Delete", { id, execId });
  return `${await stdout.toEnd()}${await stderr.toEnd()}`;
}

ours("the shim's socket", () => {
  const driver = useDriver();

  test("is root's alone, in a directory of root's alone, and has no abstract name", async () => {
    const container = await TestContainer.run(driver());
    const { socket } = container.bundle;
    const [own, directory] = [statSync(socket), statSync(dirname(socket))];
    expect([own.mode & 0o777, own.uid, own.gid]).toEqual([0o600, 0, 0]);
    expect([directory.mode & 0o777, directory.uid]).toEqual([0o700, 0]);
    const pid = container.bundle.shimPid() ?? 0;
    const inodes = readdirSync(`/proc/${pid}/fd`).flatMap((name) => {
      return /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${name}`))?.[1] ?? [];
    });
    const table = readFileSync(`/proc/${pid}/net/unix`, "utf8").split("\n");
    const names = table.map((line) => line.split(/\s+/)).filter(([, , , , , , inode = ""]) => inodes.includes(inode));
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter(([, , , , , , , name = ""]) => name.startsWith("@"))).toEqual([]);
    await container.end();
  });

  test("lets nobody in but root with root's group, whatever its mode is", async () => {
    const container = await TestContainer.run(driver());
    // Handed in as an open directory: what others could do if the modes were wrong.
    const knock = `const s = require("net").connect(process.argv[1]); s.on("error", (e) => { console.log(e.code); process.exit() });
      s.on("close", () => { console.log("closed"); process.exit() }); s.write(Buffer.from(process.argv[2], "hex"));
      s.on("data", () => { console.log("answered"); process.exit() });`;
    // A request for a service that nobody has.
    const request = "0000000d0000000101000a046e6f706512055374617465";
    const as = (...identity: string[]) =>
      run("setpriv", [...identity, "--clear-groups", process.execPath, "-e", knock, container.bundle.socket, request]);
    expect((await as("--reuid=0", "--regid=0")).stdout).toBe("answered\n");
    expect((await as("--reuid=65534", "--regid=65534")).stdout).toBe("EACCES\n");
    // With root's rights over files, and another identity.
    expect((await as("--reuid=0", "--regid=1")).stdout).toMatch(/^(closed|ECONNRESET|EPIPE)\n$/);
    expect((await container.state()).status).toBe(2);
    await container.end();
  });
});

ours("a process in a container", () => {
  const driver = useDriver();

  test("with the machine's pids sees nothing of the shim, and what it may send does not end it", async () => {
    const container = await TestContainer.run(driver(), { pidNamespace: "host" });
    const shim = container.bundle.shimPid() ?? 0;
    const looks = ["exe", "cwd", "root"].map((name) => `readlink /proc/${shim}/${name}`);
    const opens = [
      `cat /proc/${shim}/environ`,
      `cat /proc/${shim}/fd/*`,
      `readlink /proc/${shim}/fd/0`,
      `cat /proc/${shim}/mem`,
      `: >/proc/${shim}/exe`,
    ];
    for (const attempt of [...looks, ...opens]) {
      const said = await inside(container, `${attempt} && echo reached`);
      expect(said, attempt).not.toContain("reached");
    }
    // As root, without a user namespace, it may signal every process of root's.
    for (const signal of ["USR1", "IO", "CHLD", "HUP", "PIPE", "WINCH", "CONT"]) {
      await inside(container, `for i in 1 2 3 4 5 6 7 8 9; do kill -${signal} ${shim}; done`);
      expect((await container.state()).status, signal).toBe(2);
    }
    expect(container.bundle.shimPid()).toBe(shim);
    await container.end();
  });

  test("with the machine's pids that kills the shim ends itself, and nothing is left", async () => {
    const container = await TestContainer.run(driver(), { pidNamespace: "host" });
    const shim = container.bundle.shimPid() ?? 0;
    await inside(container, `kill -9 ${shim}`).catch(() => "");
    await eventually("the shim is gone", () => !isAlive(shim));
    container.client.close();
    expect(await container.bundle.delete()).toMatchObject({ pid: container.pid, exitStatus: 137 });
    await eventually("and so is the container", () => !isAlive(container.pid));
  });

  test("in a user namespace can't even signal it", async () => {
    // Its root has to reach the rootfs.
    chmodSync(driver().directory, 0o711);
    const container = await TestContainer.run(driver(), {
      userNamespace: true,
      runc: { ioUid: 100_000, ioGid: 100_000 },
    });
    const shim = container.bundle.shimPid() ?? 0;
    // As the container's root, and with the machine's pids to name it by.
    const words = ["--user", "--target", String(container.pid), "-S", "0", "-G", "0", "kill", "-9", String(shim)];
    await expect(run("nsenter", words)).rejects.toThrow(/not permitted/);
    expect((await container.state()).status).toBe(2);
    await container.end();
  });

  test("reaches with its stdout, a FIFO of the machine, that FIFO and nothing else", async () => {
    const container = await TestContainer.run(driver());
    const fifo = container.stdout.path;
    expect(readlinkSync(`/proc/${container.pid}/fd/1`)).toBe(fifo);
    for (const attempt of [
      "cd /proc/1/fd/1",
      "ls /proc/1/fd/1/..",
      `ls ${dirname(fifo)}`,
      "ln /proc/1/fd/1 /tmp/link",
      "ln -L /proc/1/fd/1 /tmp/link",
      "mv /proc/1/fd/1 /tmp/moved",
      "rm /proc/1/fd/1",
    ]) {
      expect(await inside(container, `${attempt} && echo reached`), attempt).not.toContain("reached");
    }
    await inside(container, "chmod 777 /proc/1/fd/1; chown 7:7 /proc/1/fd/1");
    // Said in docs/stdio.md: the FIFO is as it wants, and who can't reach its directory can't reach it.
    expect(statSync(fifo).mode & 0o777).toBe(0o777);
    const own = join(dirname(fifo), `${container.id}-stderr`);
    expect(statSync(own).mode & 0o777).toBe(0o600);
    await container.end();
  });

  test("that writes without end, to nobody, costs the shim nothing", async () => {
    const container = await TestContainer.run(driver(), { args: ["yes"] });
    const pid = container.bundle.shimPid() ?? 0;
    await container.exec("flood", ["yes"]);
    const before = Number(/Anonymous: +(\d+)/.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))?.[1]);
    for (let n = 0; n < 20; n += 1) expect((await container.state()).status).toBe(2);
    const after = Number(/Anonymous: +(\d+)/.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))?.[1]);
    expect(after - before).toBeLessThan(8 * 1024);
    await container.end();
  });

  test("that forks and ends, forks and ends, is killed with all that come of it", async () => {
    const hop = "hop() { (hop &) ; }; for i in 1 2 3 4 5 6 7 8; do hop; done; echo up; exec sleep 1000";
    const container = await TestContainer.run(driver(), { pidNamespace: "host", args: ["sh", "-c", hop] });
    await expect.poll(() => container.stdout.text).toContain("up");
    // Init alone: what is left hops on, in nobody's care but the shim's. useDriver looks for it afterwards.
    killProcess(container.pid, "SIGKILL");
    await container.wait();
    await container.client.call("Delete", { id: container.id });
    await driver().shutdown(container.client, container.bundle);
    expect(driver().cgroups()).toEqual([]);
  });
});

ours("a runtime", () => {
  const driver = useDriver();

  test("is given 0, 1 and 2 and nothing of the shim's, nor its variables", async () => {
    const runtime = new FakeRuntime(driver());
    const list = join(driver().directory, "descriptors");
    // Sourced by the script before it does anything.
    for (const verb of ["create", "start", "exec", "kill", "delete"] as const) {
      runtime.set(verb, { output: `$(ls -l /proc/$$/fd >>'${list}'; env >>'${list}')` });
    }
    const container = await TestContainer.run(driver(), { runc: runtime.options });
    await container.exec("e");
    await container.end();
    const text = readFileSync(list, { encoding: "utf8", flag: "a+" });
    const numbers = [...text.matchAll(/ (\d+) -> (.*)$/gm)].filter(([, n, target]) => {
      // A shell keeps its script open.
      return Number(n) > 2 && !/fake-runtime|behaviour/.test(target ?? "");
    });
    expect(numbers).toEqual([]);
    expect(text).not.toMatch(/^RUNTS_/m);
  });
});

ours("a shim that sleeps", () => {
  const driver = useDriver({ environment: { RUNTS_SLEEP_AFTER: "0.05" } });

  test("has left what it knows in a file that nobody can change", async () => {
    const container = await TestContainer.run(driver());
    const pid = container.bundle.shimPid() ?? 0;
    await fallsAsleep(pid);
    const states = readdirSync(`/proc/${pid}/fd`).filter((name) =>
      readlinkSync(`/proc/${pid}/fd/${name}`).startsWith("/memfd:state"),
    );
    expect(states).toHaveLength(1);
    const file = openSync(`/proc/${pid}/fd/${states[0]}`, "r+");
    expect(() => writeSync(file, "{}")).toThrow(/EPERM/);
    expect(() => execFileSync("truncate", ["-s", "0", `/proc/${pid}/fd/${states[0]}`], { stdio: "ignore" })).toThrow();
    expect((await container.state()).status).toBe(2);
    await container.end();
  });
});

ours("a state that nobody has left", () => {
  const driver = useDriver({ environment: { RUNTS_STATE: "0 1", RUNTS_SLEEP: "0 1", RUNTS_START: "1 1" } });

  test("is not believed", async () => {
    const container = await TestContainer.run(driver());
    await container.end();
  });
});
