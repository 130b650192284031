// What stdin, stdout and stderr are connected to (docs/contract/task-service.md 5.1).

import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { OutputReader } from "../driver/fifo.ts";
import { LoggingBinary, ready } from "../driver/logging-binary.ts";
import { ociProcess } from "../driver/oci-spec.ts";
import { refusal, refused, same } from "../expect.ts";
import { page, type Row } from "../row.ts";
import { pair, play } from "../streams.ts";

export const rows: readonly Row[] = [
  {
    name: "FIFOs: stdout and stderr each have their own, whole, and then the end",
    contract: page.task("5.1"),
    async check(stage) {
      const container = await stage.sh("echo out; echo err >&2");
      const stderr = container.stderr;
      await container.wait();
      same("stdout and stderr", [await container.stdout.toEnd(), await stderr.toEnd()], ["out\n", "err\n"]);
      await container.end();
    },
  },
  {
    name: "State: the bundle, and each stream's path as Create had it",
    contract: page.task("1.1"),
    async check(stage) {
      const bundle = stage.bundle();
      const client = await stage.driver.shim(bundle);
      const { id } = bundle;
      const streams = { ...pair(bundle.output(), bundle.output("stderr")), stdin: bundle.input().path };
      await client.call("Create", { ...bundle.createRequest(stage.runc), ...streams });
      await client.call("Start", { id });
      const ofExec = { ...pair(bundle.output("e-out"), bundle.output("e-err")), stdin: bundle.input("e-in").path };
      const spec = { typeUrl: "x/Process", value: ociProcess(["sleep", "1000"]) };
      await client.call("Exec", { id, execId: "e", spec, ...ofExec });
      await client.call("Start", { id, execId: "e" });
      for (const [execId, asked] of [
        ["", streams],
        ["e", ofExec],
      ] as const) {
        const { stdin, stdout, stderr, terminal, ...state } = await client.call("State", { id, execId });
        same("the bundle", state.bundle, bundle.path);
        same("stdin, stdout and stderr", { stdin, stdout, stderr }, { ...asked });
        same("whether it has a terminal", terminal, false);
      }
      await stage.driver.end(client, bundle);
    },
  },
  {
    name: "A megabyte on stdout: all of it",
    contract: "docs/known-failures.md: invariant 6",
    async check(stage) {
      const container = await stage.sh("yes 0123456789abcde | head -c 1048576");
      const text = await container.stdout.toEnd();
      same("its length", text.length, 1 << 20);
      same("exit status", await container.wait(), 0);
      await container.end();
    },
  },
  {
    name: "Delete directly after Wait, output still unread: nothing is lost",
    contract: "docs/known-failures.md: KF-059",
    async check(stage) {
      const container = await stage.sh("yes 0123456789abcde | head -c 49152");
      await container.wait();
      await container.client.call("Delete", { id: container.id });
      same("its length", (await container.stdout.toEnd()).length, 49_152);
      await stage.driver.shutdown(container.client, container.bundle);
    },
  },
  {
    name: "No streams at all: the task runs, with /dev/null for all three",
    contract: page.task("5.1"),
    async check(stage) {
      const script = 'read x; [ -z "$x" ] && echo lost && [ -c /proc/self/fd/1 ] && exit 5; exit 6';
      const { finish } = await play(stage, script, () => ({}));
      same("exit status", await finish(), 5);
    },
  },
  {
    name: "file://: both streams appended to the file, whose directory is made",
    contract: page.task("5.1"),
    async check(stage) {
      let path = "";
      const { finish } = await play(stage, "echo out; echo err >&2", (bundle) => {
        path = join(stage.driver.directory, "fifo", bundle.id, "log", "file");
        return { stdout: `file://${path}`, stderr: `file://${path}` };
      });
      same("exit status", await finish(), 0);
      same("lines", readFileSync(path, "utf8").trim().split("\n").toSorted(), ["err", "out"]);
    },
  },
  {
    name: "binary://: the program gets arguments, names, both streams, and says when it is ready",
    contract: page.task("5.5"),
    async check(stage) {
      const script = `env | sort >$d/env; echo "$*" >$d/words; ${ready}; cat <&3 >$d/out & cat <&4 >$d/err & wait; echo >$d/done`;
      const logger = new LoggingBinary(stage.driver, script);
      const { bundle, finish } = await play(stage, "echo out; echo err >&2", () => {
        const uri = logger.uri("binary", "?key=value");
        return { stdout: uri, stderr: uri };
      });
      same("exit status", await finish(), 0);
      same("streams", [logger.file("out"), logger.file("err")], ["out\n", "err\n"]);
      same("arguments", logger.file("words"), "key value\n");
      const names = (logger.file("env") ?? "").split("\n").filter((line) => line.startsWith("CONTAINER_"));
      same("variables", names, [`CONTAINER_ID=${bundle.id}`, `CONTAINER_NAMESPACE=${stage.driver.namespace}`]);
    },
  },
  {
    name: "binary-v2:// with a program that ends before it is ready: Create fails, and says so",
    contract: page.task("5.5"),
    async check(stage) {
      const uri = new LoggingBinary(stage.driver, "exit 0").uri("binary-v2");
      const { bundle, client } = await stage.empty();
      const call = client.call("Create", { ...bundle.createRequest(stage.runc), stdout: uri, stderr: uri });
      await refused("Create", call, refusal(/logging binary did not call ready/));
      await stage.driver.shutdown(client, bundle);
    },
  },
  {
    name: "A scheme that nobody knows: Create fails, and says which",
    contract: page.task("5.1"),
    async check(stage) {
      const { bundle, client } = await stage.empty();
      const streams = { stdout: "nonsense:///x", stderr: "nonsense:///x" };
      const call = client.call("Create", { ...bundle.createRequest(stage.runc), ...streams });
      await refused("Create", call, refusal(/unknown STDIO scheme nonsense/));
      await stage.driver.shutdown(client, bundle);
    },
  },
  {
    name: "stdout alone, no stderr: works",
    contract: "docs/differences.md: stdout without stderr",
    async check(stage) {
      let stdout: OutputReader | undefined;
      const { finish } = await play(stage, "echo out; echo err >&2", (bundle) => {
        stdout = bundle.output();
        return { stdout: stdout.path };
      });
      same("exit status", await finish(), 0);
      same("stdout", await stdout?.toEnd(), "out\n");
    },
  },
  {
    name: "stdout and stderr the same path: both arrive there",
    contract: page.task("5.1"),
    async check(stage) {
      let stdout: OutputReader | undefined;
      const { finish } = await play(stage, "echo out; echo err >&2", (bundle) => {
        stdout = bundle.output();
        return pair(stdout, stdout);
      });
      const text = await stdout?.toEnd();
      same("exit status", await finish(), 0);
      same("lines", text?.trim().split("\n").toSorted(), ["err", "out"]);
    },
  },
];
