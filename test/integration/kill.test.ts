// Kill, and calls that meet each other: real containers and a runtime that hangs.

import { chmodSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { failure, TestContainer } from "../../conformance/driver/container.ts";
import { FakeRuntime } from "../../conformance/driver/fake-runtime.ts";
import { ociProcess } from "../../conformance/driver/oci-spec.ts";
import type { Verb } from "../../oci/errors.ts";
import { Code } from "../../ttrpc/status.ts";
import { describeRuntimes, noTest } from "../driver/lanes.ts";
import { useDriver } from "../driver/use-driver.ts";
import { eventually } from "../helpers/eventually.ts";
import { isAlive, listProcesses } from "../helpers/processes.ts";
import { areNewer } from "../helpers/runtimes-under-test.ts";
import { isOurs } from "../helpers/shim-under-test.ts";

const paused = 4;
const stopped = 3;

describeRuntimes("kill", ({ driver, options: runc, name }) => {
  test("sends each signal to init as it is", async () => {
    const program = "trap 'echo usr1' USR1; trap 'echo term; exit 5' TERM; echo up; while :; do sleep 0.02; done";
    const container = await TestContainer.run(driver(), { runc, args: ["sh", "-c", program] });
    await expect.poll(() => container.stdout.text).toContain("up");
    await container.kill(0);
    await container.kill(10);
    await expect.poll(() => container.stdout.text).toContain("usr1");
    await container.kill(15);
    expect(await container.wait()).toBe(5);
    await container.end();
  });

  test("works on a created task", async () => {
    const container = await TestContainer.create(driver(), { runc });
    await container.kill(9);
    expect(await container.wait()).toBe(137);
    expect((await failure(container.client.call("Start", { id: container.id }))).message).toBe(
      "cannot start a stopped process",
    );
    await container.end();
    expect(await container.events(3)).toEqual(["create", "exit", "delete"]);
  });

  test("reaches init and an exec in a user namespace, who may open /dev/stdout again (KF-072)", async () => {
    // Its root has to reach the rootfs.
    chmodSync(driver().directory, 0o711);
    const args = ["sh", "-c", "echo x > /proc/self/fd/1; sleep 1000"];
    // As CRI does it for such containers.
    const owned = { ...runc, ioUid: 100_000, ioGid: 100_000 };
    const container = await TestContainer.run(driver(), { runc: owned, args, userNamespace: true });
    await expect.poll(() => container.stdout.text).toBe("x\n");
    expect(readFileSync(`/proc/${container.pid}/uid_map`, "utf8")).toMatch(/^\s+0\s+100000\s+65536\n$/);
    await container.exec("second", ["sleep", "1000"]);
    await container.kill(9, { execId: "second" });
    expect(await container.wait("second")).toBe(137);
    await container.kill(9);
    expect(await container.wait()).toBe(137);
    await container.end();
  });

  test("says not found of what has ended, and of what never was (KF-048)", async () => {
    const container = await TestContainer.run(driver(), { runc });
    const { id, client } = container;
    await container.exec("second", ["true"]);
    await container.wait("second");
    expect(await failure(container.kill(9, { execId: "second" }))).toEqual({
      code: Code.notFound,
      message: "process already finished: not found",
    });
    expect((await failure(container.kill(9, { execId: "nobody" }))).code).toBe(Code.notFound);
    await client.call("Exec", { id, execId: "created", spec: { typeUrl: "", value: ociProcess(["true"]) } });
    expect((await failure(container.kill(9, { execId: "created" }))).code).toBe(Code.failedPrecondition);
    await container.kill(9);
    await container.wait();
    expect(await failure(container.kill(9))).toEqual({
      code: Code.notFound,
      message: "process already finished: not found",
    });
    expect((await failure(client.call("Kill", { id: "nobody", signal: 9 }))).code).toBe(Code.notFound);
    await container.end();
  });

  // crun 1.8.1 does not thaw what it kills, and the Go shim leaves it to the runtime.
  test.skipIf(!isOurs && name === "crun").each([false, true])(
    "ends a paused container at once, all = %s (KF-143)",
    async (all) => {
      const container = await TestContainer.run(driver(), { runc, args: ["sh", "-c", "sleep 1000 & wait"] });
      await container.client.call("Pause", { id: container.id });
      expect((await container.state()).status).toBe(paused);
      const from = performance.now();
      await container.kill(9, { all });
      expect(await container.wait()).toBe(137);
      expect(performance.now() - from).toBeLessThan(1000);
      expect((await container.state()).status).toBe(stopped);
      await container.end();
    },
  );

  test("of all ends every process, execs too, each with its exit before init's", async () => {
    const args = ["sh", "-c", "sleep 1000 & sleep 1000 & wait"];
    const container = await TestContainer.run(driver(), { runc, args });
    await container.exec("second");
    await container.kill(9, { all: true });
    expect([await container.wait("second"), await container.wait()]).toEqual([137, 137]);
    await container.end();
    const exits =
      (await container.events(7)) &&
      driver()
        .events.of(container.id)
        .filter(({ topic }) => topic === "/tasks/exit");
    expect(exits.map(({ fields }) => fields.id)).toEqual(["second", container.id]);
  });

  // runc since 1.2 ignores --all, unless the container has no pid namespace of its own.
  const reachesAll = name === "crun" || !areNewer;
  (reachesAll ? test : noTest)("of all with another signal reaches every process", async () => {
    // Init survives: its end would take the other along.
    const shell = (answer: string) => `trap '${answer}' TERM; echo up; while :; do sleep 0.02; done`;
    const args = ["sh", "-c", shell("echo term")];
    const container = await TestContainer.run(driver(), { runc, args });
    await container.exec("second", ["sh", "-c", shell("exit 3")]);
    await expect.poll(() => container.stdout.text).toContain("up");
    // The exec sets its trap a moment after its start.
    await eventually("both have set their traps", () => {
      const pids = listProcesses().filter(({ commandLine }) =>
        commandLine.some((word) => /^trap .* TERM; echo up/.test(word)),
      );
      return pids.length >= 2 && pids.every(({ pid }) => catchesTerm(pid));
    });
    await container.kill(15, { all: true });
    expect(await container.wait("second")).toBe(3);
    await expect.poll(() => container.stdout.text).toContain("term");
    await container.end();
  });

  test("of all on a stopped container is no error", async () => {
    const container = await TestContainer.run(driver(), { runc });
    await container.kill(9);
    await container.wait();
    await container.kill(9, { all: true });
    await container.end();
  });

  test("in the host's pid namespace, nothing survives init (KF-052)", async () => {
    const program = "for i in 1 2 3 4 5 6 7 8 9 10; do setsid sleep 1000 & done; echo up; exec sleep 1000";
    const container = await TestContainer.run(driver(), { runc, pidNamespace: "host", args: ["sh", "-c", program] });
    await expect.poll(() => container.stdout.text).toContain("up");
    await container.exec("second");
    const pids = await container.pids();
    expect(pids).toHaveLength(12);
    await container.kill(9);
    await container.wait();
    await eventually("all are gone", () => !pids.some(isAlive));
    expect(await container.wait("second")).toBe(137);
    await container.end();
  });

  test("of all in one container leaves its neighbour in the same pid namespace alone (KF-053)", async () => {
    const first = await TestContainer.run(driver(), { runc });
    const bundle = driver().bundle({ pidNamespace: `/proc/${first.pid}/ns/pid` });
    const { client } = first;
    await client.call("Create", bundle.createRequest(runc));
    const { pid } = await client.call("Start", { id: bundle.id });
    await client.call("Kill", { id: bundle.id, signal: 9, all: true });
    await client.call("Wait", { id: bundle.id });
    expect(isAlive(pid)).toBe(false);
    expect((await first.state()).status).toBe(2);
    expect(isAlive(first.pid)).toBe(true);
    await client.call("Delete", { id: bundle.id });
    await first.end();
  });

  test("never reaches a pid that was collected (KF-016)", async () => {
    const container = await TestContainer.run(driver(), { runc, args: ["true"] });
    await container.wait();
    await container.exec("late").catch(() => undefined);
    expect((await failure(container.kill(9))).code).toBe(Code.notFound);
    expect((await failure(container.kill(0))).code).toBe(Code.notFound);
    await container.end();
  });

  test("is what Delete wants first, unless the task was never started (KF-055)", async () => {
    const container = await TestContainer.run(driver(), { runc });
    const { id, client } = container;
    expect((await failure(client.call("Delete", { id }))).message).toBe("cannot delete a running process");
    await client.call("Pause", { id });
    expect((await failure(client.call("Delete", { id }))).message).toBe("cannot delete a paused process");
    await client.call("Resume", { id });
    expect(isAlive(container.pid)).toBe(true);
    await container.end();
    const created = await TestContainer.create(driver(), { runc });
    await created.client.call("Delete", { id: created.id });
    expect(isAlive(created.pid)).toBe(false);
    await driver().shutdown(created.client, created.bundle);
  });

  test.runIf(isOurs)(
    "100 Execs with one id at once: one is taken, and the id is free after Delete (KF-054)",
    async () => {
      const container = await TestContainer.run(driver(), { runc });
      const { id, client } = container;
      const spec = { typeUrl: "", value: ociProcess(["true"]) };
      const add = () =>
        client.call("Exec", { id, execId: "same", spec }).then(
          () => 0,
          (error) => error.code as number,
        );
      const codes = await Promise.all(Array.from({ length: 100 }, add));
      expect(codes.filter((code) => code === 0)).toHaveLength(1);
      expect(codes.filter((code) => code === Code.alreadyExists)).toHaveLength(99);
      await client.call("Delete", { id, execId: "same" });
      expect(await add()).toBe(0);
      await container.end();
    },
  );
});

describe.runIf(isOurs)("with a runtime that hangs", () => {
  const driver = useDriver();

  // Known by its name: then a kill needs no runtime.
  for (const name of ["runc", "fake-runtime"]) {
    describe(`called ${name}`, () => {
      test.each(["update", "exec", "pause"] as Verb[])(
        "in %s, Kill and State are answered at once (KF-049)",
        async (verb) => {
          const runtime = new FakeRuntime(driver(), { name });
          const container = await TestContainer.run(driver(), { runc: runtime.options });
          const { id, client } = container;
          runtime.set(verb, { hang: true });
          const spec = { typeUrl: "", value: ociProcess(["true"]) };
          if (verb === "exec") await client.call("Exec", { id, execId: "e", spec });
          const slow = {
            update: () => client.call("Update", { id, resources: { value: Buffer.from("{}") } }, { timeoutMs: 3000 }),
            exec: () => client.call("Start", { id, execId: "e" }, { timeoutMs: 3000 }),
            pause: () => client.call("Pause", { id }, { timeoutMs: 3000 }),
          }[verb as "update" | "exec" | "pause"]();
          const outcome = failure(slow);
          await eventually(`the runtime is asked to ${verb}`, () => runtime.calls(verb).length > 0);
          const from = performance.now();
          await container.state();
          await container.kill(9);
          expect(performance.now() - from).toBeLessThan(1000);
          expect(await container.wait()).toBe(137);
          // The call ends at its deadline and takes its command with it (KF-109).
          expect((await outcome).code).toBe(Code.deadlineExceeded);
          await eventually("the hung command is gone", () =>
            driver()
              .processes()
              .every((pid) => !readCommand(pid).startsWith("sleep 1000") || pid === container.pid),
          );
          runtime.set(verb);
          await container.end();
        },
      );
    });
  }

  test("in create of one container, its neighbours do not notice (KF-050)", async () => {
    const runtime = new FakeRuntime(driver());
    const container = await TestContainer.run(driver(), { runc: runtime.options });
    const { client } = container;
    runtime.set("create", { hang: true });
    const bundle = driver().bundle();
    let isOver = false;
    const slow = failure(client.call("Create", bundle.createRequest(runtime.options), { timeoutMs: 1500 })).finally(
      () => {
        isOver = true;
      },
    );
    await eventually("create hangs", () => runtime.calls("create").length === 2);
    await container.state();
    await client.call("Connect", { id: container.id });
    expect(isOver).toBe(false);
    expect((await failure(client.call("State", { id: bundle.id }))).code).toBe(Code.notFound);
    expect((await slow).code).toBe(Code.deadlineExceeded);
    runtime.set("create");
    // Undone: the same id can be created again (KF-111).
    await eventually("the id is free again", async () => {
      await client.call("Create", bundle.createRequest(runtime.options));
      return true;
    });
    await client.call("Delete", { id: bundle.id });
    await container.end();
  });

  test("in ps, Connect answers, Pids fails at its deadline with no word of not found, and works again (KF-029, KF-030)", async () => {
    const runtime = new FakeRuntime(driver());
    const container = await TestContainer.run(driver(), { runc: runtime.options });
    const { id, client } = container;
    runtime.set("ps", { hang: true });
    let isOver = false;
    const slow = failure(client.call("Pids", { id }, { timeoutMs: 1500 })).finally(() => {
      isOver = true;
    });
    expect((await client.call("Connect", { id })).taskPid).toBe(container.pid);
    expect(isOver).toBe(false);
    expect((await slow).code).toBe(Code.deadlineExceeded);
    runtime.set("ps", { status: 1 });
    expect((await failure(client.call("Pids", { id }))).code).toBe(Code.unknown);
    runtime.set("ps");
    expect(await container.pids()).toEqual([container.pid]);
    await container.end();
  });

  test("an unknown runtime is asked for every kill, a known one for none of one process", async () => {
    for (const [name, kills] of [
      ["fake-runtime", 1],
      ["runc", 0],
    ] as const) {
      const runtime = new FakeRuntime(driver(), { name });
      const container = await TestContainer.run(driver(), { runc: runtime.options });
      await container.kill(9);
      await container.wait();
      expect(runtime.calls("kill")).toHaveLength(kills);
      await container.end();
    }
  });
});

/** Bit 14 of the mask of caught signals is SIGTERM. */
function catchesTerm(pid: number): boolean {
  try {
    const mask = /^SigCgt:\s*([0-9a-f]+)$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? "0";
    return (BigInt(`0x${mask}`) & (1n << 14n)) !== 0n;
  } catch {
    return false;
  }
}

function readCommand(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    return "";
  }
}
