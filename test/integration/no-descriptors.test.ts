// Ends of processes while the shim can open nothing: the exit is told, and what could not be done follows.

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { failure } from "../../conformance/driver/container.ts";
import { LoggingBinary, ready } from "../../conformance/driver/logging-binary.ts";
import { ociProcess } from "../../conformance/driver/oci-spec.ts";
import type { Bundle } from "../../conformance/driver/shim-driver.ts";
import { useDriver } from "../driver/use-driver.ts";
import { eventually } from "../helpers/eventually.ts";
import { killProcess } from "../helpers/processes.ts";
import { isOurs } from "../helpers/shim-under-test.ts";

const stopped = 3;

/** `body` runs while the process `pid` can open no descriptor: its limit is `soft`, or the lowest number that is free. */
async function withoutDescriptors(pid: number, body: () => Promise<void>, soft?: number): Promise<void> {
  const limits = /^Max open files\s+(\d+)\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/limits`, "utf8"));
  const taken = new Set(readdirSync(`/proc/${pid}/fd`).map(Number));
  let lowestFree = 0;
  while (taken.has(lowestFree)) lowestFree += 1;
  const limit = (value: number | string) => execFileSync("prlimit", ["--pid", String(pid), `--nofile=${value}:`]);
  limit(soft ?? lowestFree);
  try {
    await body();
  } finally {
    limit(limits?.[1] ?? "");
  }
}

const kinds = ["nothing", "FIFOs", "a log file", "a logging binary", "a terminal"] as const;
type Kind = (typeof kinds)[number];

function streams(kind: Kind, bundle: Bundle, name: string): { stdout?: string; stderr?: string; terminal?: boolean } {
  switch (kind) {
    case "nothing":
      return {};
    case "FIFOs":
      return { stdout: bundle.output(`${name}-out`).path, stderr: bundle.output(`${name}-err`).path };
    case "a log file":
      return {
        stdout: `file://${join(bundle.path, `${name}.log`)}`,
        stderr: `file://${join(bundle.path, `${name}.log`)}`,
      };
    case "a logging binary": {
      const uri = new LoggingBinary(bundle.driver, `${ready}; cat <&3 >$d/out & cat <&4 >$d/err; wait`).uri();
      return { stdout: uri, stderr: uri };
    }
    case "a terminal":
      return { stdout: bundle.output(`${name}-out`).path, terminal: true };
  }
}

function describeEnds(what: string, driver: ReturnType<typeof useDriver>): void {
  describe(`without descriptors${what}`, () => {
    for (const kind of kinds) {
      test(`the end of an exec and of init that have ${kind} is known and told`, async () => {
        const bundle = driver().bundle({
          terminal: kind === "a terminal",
          args: ["sh", "-c", "echo one; exec sleep 1000"],
        });
        const { id } = bundle;
        const client = await driver().shim(bundle);
        await client.call("Create", { ...bundle.createRequest(), ...streams(kind, bundle, "init") });
        const { pid } = await client.call("Start", { id });
        const { terminal = false, ...paths } = streams(kind, bundle, "exec");
        const spec = { typeUrl: "", value: ociProcess(["sleep", "1000"], { terminal }) };
        await client.call("Exec", { id, execId: "e", spec, terminal, ...paths });
        const exec = (await client.call("Start", { id, execId: "e" })).pid;
        const waits = ["e", ""].map((execId) => client.call("Wait", { id, execId }));
        await withoutDescriptors(bundle.shimPid() ?? 0, async () => {
          for (const [each, execId, name] of [
            [exec, "e", "e"],
            [pid, "", id],
          ] as const) {
            killProcess(each, "SIGKILL");
            await eventually(`the exit of ${name} is told`, () =>
              driver()
                .events.of(id)
                .some(({ topic, fields }) => topic === "/tasks/exit" && fields.id === name),
            );
            const state = await client.call("State", { id, execId });
            expect([state.status, state.exitStatus]).toEqual([stopped, 137]);
          }
        });
        expect((await Promise.all(waits)).map(({ exitStatus }) => exitStatus)).toEqual([137, 137]);
        await client.call("Delete", { id, execId: "e" });
        await driver().end(client, bundle);
        expect(await driver().events.waitFor(id, 7)).toEqual([
          "create",
          "start",
          "exec-added",
          "exec-started",
          "exit",
          "exit",
          "delete",
        ]);
      });
    }

    test("the end of init by an OOM kill is known and told", async () => {
      const program = "while [ ! -e /tmp/go ]; do sleep 0.02; done; s=xxxxxxxxxxxxxxxx; while :; do s=$s$s; done";
      const bundle = driver().bundle({ memoryLimit: 16 << 20, args: ["sh", "-c", program] });
      const { id } = bundle;
      const client = await driver().shim(bundle);
      await client.call("Create", bundle.createRequest());
      const { pid } = await client.call("Start", { id });
      await withoutDescriptors(bundle.shimPid() ?? 0, async () => {
        writeFileSync(`/proc/${pid}/root/tmp/go`, "");
        expect((await client.call("Wait", { id })).exitStatus).toBe(137);
        await eventually("the exit is told", () => driver().events.topics(id).includes("exit"));
      });
      await driver().end(client, bundle);
    });

    test.runIf(isOurs)("a process that can't be started is no more than that", async () => {
      const bundle = driver().bundle();
      const { id } = bundle;
      const client = await driver().shim(bundle);
      await client.call("Create", bundle.createRequest());
      const { pid } = await client.call("Start", { id });
      const spec = { typeUrl: "", value: ociProcess(["sleep", "1000"]) };
      const streamsOf = (execId: string) => ({
        stdout: bundle.output(`${execId}-o`).path,
        stderr: bundle.output(`${execId}-e`).path,
      });
      for (const soft of [undefined, 0]) {
        const execId = `e${soft}`;
        await client.call("Exec", { id, execId, spec, ...streamsOf(execId) });
        await withoutDescriptors(
          bundle.shimPid() ?? 0,
          async () => {
            await failure(client.call("Start", { id, execId }));
            await client.call("Delete", { id, execId });
            expect((await client.call("State", { id })).status).toBe(2);
          },
          soft,
        );
      }
      await client.call("Exec", { id, execId: "last", spec, ...streamsOf("last") });
      const last = (await client.call("Start", { id, execId: "last" })).pid;
      await withoutDescriptors(
        bundle.shimPid() ?? 0,
        async () => {
          for (const each of [last, pid]) killProcess(each, "SIGKILL");
          expect((await client.call("Wait", { id })).exitStatus).toBe(137);
        },
        0,
      );
      await driver().end(client, bundle);
    });

    test("a kill kills", async () => {
      const bundle = driver().bundle();
      const { id } = bundle;
      const client = await driver().shim(bundle);
      await client.call("Create", bundle.createRequest());
      await client.call("Start", { id });
      if (isOurs) {
        await withoutDescriptors(bundle.shimPid() ?? 0, async () => {
          await client.call("Kill", { id, signal: 9 });
          expect((await client.call("Wait", { id })).exitStatus).toBe(137);
        });
      }
      await driver().end(client, bundle);
    });

    test("a client's FIFO has its end when there are descriptors again", async () => {
      const bundle = driver().bundle({ args: ["sh", "-c", "echo one; exec sleep 1000"] });
      const { id } = bundle;
      const client = await driver().shim(bundle);
      const [stdout, stderr] = [bundle.output(), bundle.output("stderr")];
      const request = { ...bundle.createRequest(), stdout: stdout.path, stderr: stderr.path };
      const { pid } = await client.call("Create", request);
      await client.call("Start", { id });
      await expect.poll(() => stdout.text).toBe("one\n");
      await withoutDescriptors(bundle.shimPid() ?? 0, async () => {
        killProcess(pid, "SIGKILL");
        await client.call("Wait", { id });
      });
      expect([await stdout.toEnd(), await stderr.toEnd()]).toEqual(["one\n", ""]);
      await driver().end(client, bundle);
    });
  });
}

describeEnds("", useDriver());
if (isOurs) describeEnds(" and with copied stdio", useDriver({ environment: { RUNTS_STDIO: "copy" } }));
