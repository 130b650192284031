// What a process of a container has from the shim: nothing but what was meant for it.

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { TestContainer } from "../../conformance/driver/container.ts";
import { FakeRuntime } from "../../conformance/driver/fake-runtime.ts";
import { LoggingBinary, ready } from "../../conformance/driver/logging-binary.ts";
import { describeRuntimes } from "../driver/lanes.ts";
import { useDriver } from "../driver/use-driver.ts";
import { CommandDirectory } from "../helpers/command-directory.ts";
import { isContainerd2 } from "../helpers/daemon-under-test.ts";
import { eventually } from "../helpers/eventually.ts";
import { areNewer } from "../helpers/runtimes-under-test.ts";
import { shimUnderTest } from "../helpers/shim-under-test.ts";

/** For a shell: what it has open. */
const listDescriptors = "ls -l /proc/$$/fd; echo end";

/** Numbers from 3 on, and what they are; without those from 10 on, where a shell keeps its script and what it redirects. */
function extra(text: string): string[] {
  return [...text.matchAll(/ ([3-9]) -> (.*)$/gm)].map(([, number, target]) => `${number} ${target}`);
}

describeRuntimes("descriptors", ({ driver, options: runc }) => {
  test("of init and of an exec are 0, 1 and 2 (KF-106)", async () => {
    const args = ["sh", "-c", `${listDescriptors}; exec sleep 1000`];
    const container = await TestContainer.run(driver(), { runc, args });
    await expect.poll(() => container.stdout.text).toContain("end\n");
    expect(container.stdout.text).toMatch(/ 1 -> /);
    expect(extra(container.stdout.text)).toEqual([]);
    const pid = await container.exec("e");
    // The runtime may close what it needed only in the exec itself.
    await eventually(
      "the exec runs its own program",
      () => readFileSync(`/proc/${pid}/cmdline`, "utf8") === "sleep\x001000\0",
    );
    expect(readdirSync(`/proc/${pid}/fd`).toSorted()).toEqual(["0", "1", "2"]);
    await container.end();
  });

  test("of a hook are 0, 1 and 2, and none is the shim's (KF-106)", async () => {
    const bundle = driver().bundle();
    const config = JSON.parse(readFileSync(join(bundle.path, "config.json"), "utf8")) as Record<string, unknown>;
    const list = join(bundle.path, "hook-descriptors");
    config.hooks = { prestart: [{ path: "/bin/sh", args: ["sh", "-c", `{ ${listDescriptors}; } >${list}`] }] };
    bundle.write("config.json", JSON.stringify(config));
    const client = await driver().shim(bundle);
    await client.call("Create", bundle.createRequest(runc));
    expect(readFileSync(list, "utf8")).toContain("end\n");
    expect(extra(readFileSync(list, "utf8"))).toEqual([]);
    await driver().end(client, bundle);
  });

  // Go and Node keep what is not close-on-exec, whoever has left it open.
  test.runIf(shimUnderTest.kind === "bun")(
    "of the daemon reach no shim, nor those of one shim another (KF-106)",
    async () => {
      const first = await TestContainer.run(driver(), { runc });
      const second = await TestContainer.run(driver(), { runc });
      const own = descriptorsOf("self");
      for (const { bundle } of [first, second]) {
        const targets = descriptorsOf(bundle.shimPid() ?? 0);
        // Pipes and sockets have a number each; the files are the log FIFO's and the container's stdio.
        expect(targets.filter((target) => /^(pipe|socket):/.test(target) && own.includes(target))).toEqual([]);
        const other = bundle === first.bundle ? second.bundle : first.bundle;
        expect(targets.filter((target) => target.includes(other.id))).toEqual([]);
      }
      await first.end();
      await second.end();
    },
  );

  test("of a logging binary are 3, 4 and 5 besides (KF-106)", async () => {
    const program = new LoggingBinary(driver(), `{ ${listDescriptors}; } >$d/list; ${ready}; cat <&3 >/dev/null`);
    const bundle = driver().bundle();
    const client = await driver().shim(bundle);
    await client.call("Create", { ...bundle.createRequest(runc), stdout: program.uri(), stderr: program.uri() });
    await eventually("its list", () => program.file("list")?.includes("end\n"));
    const numbers = extra(program.file("list") ?? "").map((line) => line.split(" ")[0]);
    expect(numbers).toEqual(["3", "4", "5"]);
    await driver().end(client, bundle);
  });
});

describeRuntimes("settings", ({ driver, options: runc }) => {
  test("are the daemon's and the specification's, not the shim's own (KF-107)", async () => {
    const program =
      "cat /proc/self/status /proc/self/limits; echo stat $(cat /proc/self/stat); echo score $(cat /proc/self/oom_score_adj); umask; echo end";
    const args = ["sh", "-c", `${program}; exec sleep 1000`];
    const container = await TestContainer.run(driver(), { runc, args });
    await expect.poll(() => container.stdout.text).toContain("end\n");
    const init = container.stdout.text;
    const execOutput = container.bundle.output("exec");
    const spec = { args: ["sh", "-c", program], cwd: "/", env: ["PATH=/bin"], user: { uid: 0, gid: 0 } };
    const { client, id } = container;
    await client.call("Exec", {
      id,
      execId: "e",
      stdout: execOutput.path,
      stderr: execOutput.path,
      spec: { typeUrl: "", value: Buffer.from(JSON.stringify(spec)) },
    });
    await client.call("Start", { id, execId: "e" });
    await client.call("Wait", { id, execId: "e" });
    const own = settingsOf("self");
    for (const text of [init, await execOutput.toEnd()]) {
      const field = (name: string) => new RegExp(`^${name}:\\s+(.*)$`, "m").exec(text)?.[1];
      expect([field("SigBlk"), field("SigIgn")]).toEqual(["0000000000000000", "0000000000000000"]);
      expect(field("THP_enabled")).toBe("1");
      expect(text).toMatch(/^0?022$/m);
      const stat = /^stat .*\) (.*)$/m.exec(text)?.[1]?.split(" ") ?? [];
      // Nice value, and scheduling policy.
      expect([stat[16], stat[38]]).toEqual([own.nice, own.policy]);
      expect(/^Max open files .*$/m.exec(text)?.[0]).toBe(own.openFiles);
      expect(/^Max core file size .*$/m.exec(text)?.[0]).toBe(own.coreSize);
    }
    await container.end();
  });
});

describe("the limit of open files", () => {
  const commands = new CommandDirectory().script("shim", `ulimit -Sn 1024; exec '${shimUnderTest.executable}' "$@"`);
  afterAll(() => commands.remove());
  const driver = useDriver(() => ({ executable: join(commands.path, "shim"), withHugetlb: !areNewer }));

  // Node raises it for itself as Bun does, and that can't be taken out of it; so did Go until 1.21.
  const keeps = shimUnderTest.kind === "bun" || isContainerd2;
  test.runIf(keeps)("is the daemon's for the runtime and for containers (KF-105, KF-107)", async () => {
    const hard = execFileSync("sh", ["-c", "ulimit -Hn"], { encoding: "utf8" }).trim();
    const show = "cat /proc/self/limits; echo end";
    const args = ["sh", "-c", `${show}; exec sleep 1000`];
    // Not runc, which is written in Go and raised it, too.
    const container = await TestContainer.run(driver(), { runc: { binaryName: "crun" }, args });
    const line = new RegExp(`^Max open files +1024 +${hard} `, "m");
    await expect.poll(() => container.stdout.text).toContain("end\n");
    expect(container.stdout.text).toMatch(line);
    const pid = await container.exec("e");
    expect(readFileSync(`/proc/${pid}/limits`, "utf8")).toMatch(line);
    // The shim itself may have as many as it can.
    const own = readFileSync(`/proc/${container.bundle.shimPid()}/limits`, "utf8");
    expect(own).toMatch(new RegExp(`^Max open files +${hard} +${hard} `, "m"));
    await container.end();
    const runtime = new FakeRuntime(driver());
    const files = { "init.sh": "exec sleep 1000" };
    const fake = await TestContainer.run(driver(), { runc: runtime.options, files });
    expect(readFileSync(`/proc/${fake.pid}/limits`, "utf8")).toMatch(line);
    await fake.end();
  });
});

function descriptorsOf(pid: number | "self"): string[] {
  return readdirSync(`/proc/${pid}/fd`).map((fd) => {
    try {
      return readlinkSync(`/proc/${pid}/fd/${fd}`);
    } catch {
      return ""; // closed meanwhile
    }
  });
}

function settingsOf(pid: string) {
  const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const limits = readFileSync(`/proc/${pid}/limits`, "utf8");
  return {
    nice: fields[16],
    policy: fields[38],
    openFiles: /^Max open files .*$/m.exec(limits)?.[0],
    coreSize: /^Max core file size .*$/m.exec(limits)?.[0],
  };
}
