// Containers that stand still, whoever has stopped them; and processes that somebody has moved elsewhere.

import { execFileSync } from "node:child_process";
import { closeSync, constants, existsSync, openSync, readFileSync, readSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { failure, TestContainer } from "../../conformance/driver/container.ts";
import { Status } from "../../shim/task/state.ts";
import { Code } from "../../ttrpc/status.ts";
import { describeRuntimes } from "../driver/lanes.ts";
import { useDriver } from "../driver/use-driver.ts";
import { CommandDirectory } from "../helpers/command-directory.ts";
import { eventually } from "../helpers/eventually.ts";
import { isAlive } from "../helpers/processes.ts";
import { isOurs } from "../helpers/shim-under-test.ts";

const isUnified = existsSync("/sys/fs/cgroup/cgroup.controllers");

describeRuntimes("a container that stands still", ({ driver, options: runc, name }) => {
  const ours = test.runIf(isOurs);

  const freezer = (id: string) =>
    isUnified
      ? `/sys/fs/cgroup/${driver().namespace}/${id}/cgroup.freeze`
      : `/sys/fs/cgroup/freezer/${driver().namespace}/${id}/freezer.state`;
  const isFrozen = (id: string) => /^(1|FROZEN)/.test(readFileSync(freezer(id), "utf8"));

  async function freeze(id: string): Promise<void> {
    writeFileSync(freezer(id), isUnified ? "1" : "FROZEN");
    await eventually("it is frozen", () => isFrozen(id));
  }

  const thaw = (id: string) => writeFileSync(freezer(id), isUnified ? "0" : "THAWED");

  for (const all of [false, true]) {
    ours(`because of somebody else is killed, all = ${all}`, async () => {
      const container = await TestContainer.run(driver(), { runc, args: ["sh", "-c", "sleep 1000 & wait"] });
      await freeze(container.id);
      await container.kill(9, { all });
      expect(await container.wait()).toBe(137);
      await container.end();
    });
  }

  ours("because of somebody else is killed, and deleted, before its start", async () => {
    const container = await TestContainer.create(driver(), { runc });
    await freeze(container.id);
    await container.kill(9);
    expect(await container.wait()).toBe(137);
    await container.end();
    const other = await TestContainer.create(driver(), { runc });
    await freeze(other.id);
    await other.client.call("Delete", { id: other.id });
    await driver().shutdown(other.client, other.bundle);
  });

  ours("because of somebody else can be resumed", async () => {
    const container = await TestContainer.run(driver(), { runc });
    const { id, client } = container;
    await freeze(id);
    await client.call("Resume", { id });
    expect(isFrozen(id)).toBe(false);
    expect((await container.state()).status).toBe(Status.running);
    expect(await container.events(3)).toEqual(["create", "start", "resumed"]);
    await container.end();
  });

  ours("and was resumed by somebody else can be paused again and take an exec", async () => {
    const container = await TestContainer.run(driver(), { runc });
    const { id, client } = container;
    await client.call("Pause", { id });
    thaw(id);
    await container.exec("second", ["true"]);
    expect(await container.wait("second")).toBe(0);
    expect((await container.state()).status).toBe(Status.running);
    await client.call("Pause", { id });
    expect(isFrozen(id)).toBe(true);
    thaw(id);
    // The runtime's own no; the state is the kernel's.
    await failure(client.call("Resume", { id }));
    expect((await container.state()).status).toBe(Status.running);
    await container.end();
  });

  for (const then of ["killed", "resumed"]) {
    ours(`because of a Pause that was ended after it had its effect can be ${then}`, async () => {
      const commands = new CommandDirectory();
      commands.script(name, `case " $* " in *" pause "*) ${name} "$@"; exec sleep 5;; esac\nexec ${name} "$@"`);
      const slow = { ...runc, binaryName: join(commands.path, name) };
      const container = await TestContainer.run(driver(), { runc: slow });
      const { id, client } = container;
      const pause = failure(client.call("Pause", { id }, { timeoutMs: 1000 }));
      expect((await pause).code).toBe(Code.deadlineExceeded);
      await eventually("it is paused", async () => (await container.state()).status === Status.paused);
      if (then === "resumed") await client.call("Resume", { id });
      if (then === "resumed") expect(isFrozen(id)).toBe(false);
      await container.kill(9);
      expect(await container.wait()).toBe(137);
      await container.end();
      commands.remove();
    });
  }

  ours("loses an exec that is killed, and stays as it is", async () => {
    const container = await TestContainer.run(driver(), { runc });
    const { id, client } = container;
    await container.exec("second");
    const third = await container.exec("third", ["sh", "-c", "sleep 1000 & wait"]);
    await client.call("Pause", { id });
    await container.kill(9, { execId: "second" });
    expect(await container.wait("second")).toBe(137);
    expect(isFrozen(id)).toBe(true);
    expect((await container.state()).status).toBe(Status.paused);
    await client.call("Resume", { id });
    expect([container.pid, third].every(isAlive)).toBe(true);
    await container.end();
  });

  ours("and another signal reaches it when it goes on", async () => {
    const program = "trap 'echo usr1' USR1; echo up; while :; do sleep 0.02; done";
    const container = await TestContainer.run(driver(), { runc, args: ["sh", "-c", program] });
    await expect.poll(() => container.stdout.text).toContain("up");
    await freeze(container.id);
    await container.kill(10);
    await container.client.call("Resume", { id: container.id });
    await expect.poll(() => container.stdout.text).toContain("usr1");
    await container.end();
  });
});

describe.runIf(isOurs)("a container that has no cgroup of its own", () => {
  const driver = useDriver();

  test("is complained of once, not with each Stats", async () => {
    const commands = new CommandDirectory();
    const move =
      "for root in /sys/fs/cgroup /sys/fs/cgroup/*; do [ ! -e $root/cgroup.procs ] || cat $pid_file >$root/cgroup.procs; done";
    commands.script(
      "runc",
      `pid_file=$(expr "$*" : '.*--pid-file \\([^ ]*\\)'); PATH=\${PATH#*:} runc "$@" || exit
case " $* " in *" create "*) ${move};; esac`,
    );
    const container = await TestContainer.run(driver(), { runc: { binaryName: join(commands.path, "runc") } });
    const { client, id, bundle } = container;
    for (let n = 0; n < 5; n += 1) await client.call("Stats", { id }).catch(() => undefined);
    const log = openSync(join(bundle.path, "log"), constants.O_RDONLY | constants.O_NONBLOCK);
    const lines = Buffer.alloc(65_536);
    const text = lines.toString("utf8", 0, readSync(log, lines));
    closeSync(log);
    expect(text.match(/failed to load the container's cgroup/g)).toHaveLength(1);
    await container.end();
    commands.remove();
  });
});

describeRuntimes("a container whose processes were moved to another cgroup", ({ driver, options: runc }) => {
  test.runIf(isOurs)("lists those that the shim knows, and all of them are killed", async () => {
    const container = await TestContainer.run(driver(), { runc });
    const { id, pid } = container;
    const second = await container.exec("second");
    const script = `for old in /sys/fs/cgroup/*/$1/$2 /sys/fs/cgroup/$1/$2; do
      [ -d $old ] || continue; new=\${old%/*}/elsewhere; mkdir $new
      for file in cpuset.cpus cpuset.mems; do [ ! -e $old/$file ] || cat $old/$file >$new/$file; done
      for pid in $(cat $old/cgroup.procs); do echo $pid >$new/cgroup.procs; done; rmdir $old; done`;
    execFileSync("sh", ["-ec", script, "sh", driver().namespace, id]);
    expect((await container.pids()).toSorted()).toEqual([pid, second].toSorted());
    await container.kill(15, { all: true });
    expect([await container.wait("second"), (await container.state()).status]).toEqual([143, Status.running]);
    await container.kill(9, { all: true });
    expect(await container.wait()).toBe(137);
    expect(await container.pids()).toEqual([]);
    const remove =
      "for each in /sys/fs/cgroup/*/$1/elsewhere /sys/fs/cgroup/$1/elsewhere; do [ ! -d $each ] || rmdir $each; done";
    execFileSync("sh", ["-ec", remove, "sh", driver().namespace]);
    await container.end();
  });
});
