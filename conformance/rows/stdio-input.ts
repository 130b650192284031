// stdin, and the streams of execs (docs/contract/task-service.md 5.1).

import { existsSync } from "node:fs";
import { join } from "node:path";
import type { OutputReader } from "../driver/fifo.ts";
import { ociProcess } from "../driver/oci-spec.ts";
import { holds, same } from "../expect.ts";
import { page, type Row } from "../row.ts";
import { pair, play } from "../streams.ts";

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
      let leave = () => {};
      const { bundle, client, finish } = await play(stage, "read a; echo got $a; read b; echo got $b", (made) => {
        stdout = made.output();
        const stdin = made.input();
        path = stdin.path;
        stdin.write("one\n");
        leave = () => stdin.close();
        return { ...pair(stdout, made.output("stderr")), stdin: path };
      });
      await bundle.waitForOutput(stdout as OutputReader, "got one\n");
      leave();
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

export const rows: readonly Row[] = [...inputRows, ...execRows];
