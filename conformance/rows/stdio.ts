// What stdin, stdout and stderr are connected to (docs/contract/task-service.md 5).

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { OutputReader } from "../driver/fifo.ts";
import { LoggingBinary, ready } from "../driver/logging-binary.ts";
import { ociProcess } from "../driver/oci-spec.ts";
import { holds, refusal, refused, same } from "../expect.ts";
import { page, type Row } from "../row.ts";
import type { Stage } from "../stage.ts";

interface Streams {
  readonly stdin?: string;
  readonly stdout?: string;
  readonly stderr?: string;
  readonly terminal?: boolean;
}

/** Creates and starts a container that runs a script with these streams, and gives what ends it: Wait, Delete, Shutdown. */
async function play(stage: Stage, script: string, streamsOf: (bundle: ReturnType<Stage["bundle"]>) => Streams) {
  const bundle = stage.bundle({ args: ["sh", "-c", script] });
  const client = await stage.driver.shim(bundle);
  await client.call("Create", { ...bundle.createRequest(stage.runc), ...streamsOf(bundle) });
  await client.call("Start", { id: bundle.id });
  const finish = async () => {
    const { exitStatus } = await client.call("Wait", { id: bundle.id });
    await client.call("Delete", { id: bundle.id });
    await stage.driver.shutdown(client, bundle);
    return exitStatus;
  };
  return { bundle, client, finish };
}

const pair = (stdout: OutputReader, stderr: OutputReader) => ({ stdout: stdout.path, stderr: stderr.path });

const outputRows: Row[] = [
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

const inputRows: Row[] = [
  {
    name: "stdin: what is written arrives, and its end with CloseIO",
    contract: page.task("5.1"),
    async check(stage) {
      let stdout: OutputReader | undefined;
      let write = (_: string) => {};
      let leave = () => {};
      const { bundle, client, finish } = await play(stage, "cat; echo end", (made) => {
        stdout = made.output();
        const stdin = made.input();
        write = (text) => stdin.write(text);
        leave = () => stdin.close();
        return { ...pair(stdout, made.output("stderr")), stdin: stdin.path };
      });
      write("one\n");
      await bundle.waitForOutput(stdout as OutputReader, "one\n");
      leave();
      await client.call("CloseIO", { id: bundle.id, stdin: true });
      same("exit status", await finish(), 0);
      same("stdout", await stdout?.toEnd(), "one\nend\n");
    },
  },
  {
    name: "A client that leaves without CloseIO: stdin is not at its end",
    contract: "docs/known-failures.md: KF-063",
    async check(stage) {
      let stdout: OutputReader | undefined;
      let path = "";
      const { bundle, client, finish } = await play(stage, "read a; echo got $a; read b; echo got $b", (made) => {
        stdout = made.output();
        const stdin = made.input();
        path = stdin.path;
        stdin.write("one\n");
        const streams = { ...pair(stdout, made.output("stderr")), stdin: path };
        setTimeout(() => stdin.close(), 0);
        return streams;
      });
      await bundle.waitForOutput(stdout as OutputReader, "got one\n");
      holds("the task goes on", (await client.call("State", { id: bundle.id })).status === 2);
      const { openSync, writeSync, closeSync, constants } = await import("node:fs");
      const again = openSync(path, constants.O_WRONLY | constants.O_NONBLOCK);
      writeSync(again, "two\n");
      await bundle.waitForOutput(stdout as OutputReader, "got two\n");
      closeSync(again);
      same("exit status", await finish(), 0);
    },
  },
  {
    name: "CloseIO again, and after the end: a success",
    contract: page.task("5.1"),
    async check(stage) {
      let leave = () => {};
      const { bundle, client, finish } = await play(stage, "cat", (made) => {
        const stdin = made.input();
        leave = () => stdin.close();
        return { ...pair(made.output(), made.output("stderr")), stdin: stdin.path };
      });
      leave();
      for (const _ of [1, 2]) await client.call("CloseIO", { id: bundle.id, stdin: true });
      await client.call("Wait", { id: bundle.id });
      await client.call("CloseIO", { id: bundle.id, stdin: true });
      same("exit status", await finish(), 0);
    },
  },
];

const execRows: Row[] = [
  {
    name: "An exec's streams: its own, and their end after Delete",
    contract: page.task("5.1"),
    async check(stage) {
      const container = await stage.run();
      const { client, id, bundle } = container;
      const streams = [bundle.output("exec-out"), bundle.output("exec-err")] as const;
      const spec = { typeUrl: "x/Process", value: ociProcess(["sh", "-c", "echo out; echo err >&2"]) };
      await client.call("Exec", { id, execId: "e", spec, ...pair(...streams) });
      await client.call("Start", { id, execId: "e" });
      same("exit status", await container.wait("e"), 0);
      await client.call("Delete", { id, execId: "e" });
      same("streams", [await streams[0].toEnd(), await streams[1].toEnd()], ["out\n", "err\n"]);
      await container.end();
    },
  },
  {
    name: "An exec without streams can write: its output is dropped",
    contract: "docs/differences.md: an exec without any stdio",
    async check(stage) {
      const container = await stage.run();
      await container.exec("e", ["sh", "-c", "echo word && echo word >&2"]);
      same("exit status", await container.wait("e"), 0);
      await container.end();
    },
  },
  {
    name: "An exec's spec with a terminal and a request without: the request counts",
    contract: page.task("2.1"),
    async check(stage) {
      const container = await stage.run();
      const { client, id, bundle } = container;
      const stdout = bundle.output("exec-out");
      const spec = {
        typeUrl: "x/Process",
        value: ociProcess(["sh", "-c", "[ -t 1 ] || echo none"], { terminal: true }),
      };
      await client.call("Exec", { id, execId: "e", spec, ...pair(stdout, bundle.output("exec-err")) });
      await client.call("Start", { id, execId: "e" });
      await container.wait("e");
      same("stdout", await stdout.toEnd(), "none\n");
      await client.call("Delete", { id, execId: "e" });
      await container.end();
    },
  },
  {
    name: "Streams of an exec after Delete: nothing of them is left in the bundle",
    contract: "docs/known-failures.md: KF-102",
    async check(stage) {
      const container = await stage.run();
      await container.exec("e", ["true"]);
      await container.wait("e");
      await container.client.call("Delete", { id: container.id, execId: "e" });
      same("the pid file", existsSync(join(container.bundle.path, "e.pid")), false);
      await container.end();
    },
  },
];

export const rows: readonly Row[] = [...outputRows, ...inputRows, ...execRows];
