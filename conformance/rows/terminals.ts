// Terminals (docs/contract/task-service.md 5.4).

import type { InputWriter, OutputReader } from "../driver/fifo.ts";
import { ociProcess } from "../driver/oci-spec.ts";
import { refusal, refused, same } from "../expect.ts";
import { page, type Row } from "../row.ts";
import type { Stage } from "../stage.ts";

/** A container at a terminal, a typist and a reader. */
async function atTerminal(stage: Stage, script: string) {
  const bundle = stage.bundle({ args: ["sh", "-c", script], terminal: true });
  const client = await stage.driver.shim(bundle);
  const [stdout, stdin]: [OutputReader, InputWriter] = [bundle.output(), bundle.input()];
  const streams = { terminal: true, stdin: stdin.path, stdout: stdout.path };
  await client.call("Create", { ...bundle.createRequest(stage.runc), ...streams });
  await client.call("Start", { id: bundle.id });
  const finish = async () => {
    const { exitStatus } = await client.call("Wait", { id: bundle.id });
    await client.call("Delete", { id: bundle.id });
    const text = await stdout.toEnd();
    stdin.close();
    await stage.driver.shutdown(client, bundle);
    return { exitStatus, text };
  };
  return { bundle, client, stdin, stdout, finish };
}

export const rows: readonly Row[] = [
  {
    name: "A terminal: the task has one, and what it writes arrives as a terminal writes it",
    contract: page.task("5.4"),
    async check(stage) {
      const { finish } = await atTerminal(stage, "[ -t 0 ] && [ -t 1 ] && [ -t 2 ] && echo yes");
      same("status and output", await finish(), { exitStatus: 0, text: "yes\r\n" });
    },
  },
  {
    name: "A terminal: what is typed is echoed, and read",
    contract: page.task("5.4"),
    async check(stage) {
      const { bundle, stdin, stdout, finish } = await atTerminal(stage, "echo up; read x; echo got $x");
      await bundle.waitForOutput(stdout, "up");
      stdin.write("word\n");
      const { text } = await finish();
      same("output", text, "up\r\nword\r\ngot word\r\n");
    },
  },
  {
    name: "ResizePty: the window has this size, and the task is told",
    contract: page.task("5.4"),
    async check(stage) {
      const script = "trap 'stty size; exit 0' WINCH; echo up; while :; do sleep 0.02; done";
      const { bundle, client, stdout, finish } = await atTerminal(stage, script);
      await bundle.waitForOutput(stdout, "up");
      await client.call("ResizePty", { id: bundle.id, width: 101, height: 42 });
      same("status and output", await finish(), { exitStatus: 0, text: "up\r\n42 101\r\n" });
    },
  },
  {
    name: "The end of a terminal's stdin: a hang-up",
    contract: page.task("5.4"),
    async check(stage) {
      const script = "trap 'exit 9' HUP; echo up; while :; do sleep 0.02; done";
      const { bundle, client, stdin, stdout, finish } = await atTerminal(stage, script);
      await bundle.waitForOutput(stdout, "up");
      stdin.close();
      await client.call("CloseIO", { id: bundle.id, stdin: true });
      same("exit status", (await finish()).exitStatus, 9);
    },
  },
  {
    name: "State of a task with a terminal: says so",
    contract: page.wire("3"),
    async check(stage) {
      const { bundle, client, stdin, finish } = await atTerminal(stage, "read x");
      same("terminal", (await client.call("State", { id: bundle.id })).terminal, true);
      stdin.write("x\n");
      await finish();
    },
  },
  {
    name: "No process has the terminal open for a moment: not the end",
    contract: page.task("5.4"),
    async check(stage) {
      const script = "t=$(readlink /proc/self/fd/0); echo one; exec <&- >&- 2>&-; sleep 0.2; echo two > $t";
      const { finish } = await atTerminal(stage, script);
      same("output", (await finish()).text, "one\r\ntwo\r\n");
    },
  },
  {
    name: "The last output of a terminal, Delete directly after Wait: all of it",
    contract: "docs/known-failures.md: KF-059",
    async check(stage) {
      const { finish } = await atTerminal(stage, "stty -onlcr; seq 1 5000");
      const want = Array.from({ length: 5000 }, (_, at) => `${at + 1}\n`).join("");
      const { text } = await finish();
      same("whether it is all there", [text.length, text === want], [want.length, true]);
    },
  },
  {
    name: "An exec at a terminal: its output, its size",
    contract: page.task("5.4"),
    async check(stage) {
      const container = await stage.run();
      const { client, id, bundle } = container;
      const [stdout, stdin] = [bundle.output("exec-out"), bundle.input("exec-in")];
      const script = "echo up; read x; stty size";
      const spec = { typeUrl: "x/Process", value: ociProcess(["sh", "-c", script], { terminal: true }) };
      const streams = { terminal: true, stdin: stdin.path, stdout: stdout.path };
      await client.call("Exec", { id, execId: "e", spec, ...streams });
      await client.call("Start", { id, execId: "e" });
      await bundle.waitForOutput(stdout, "up");
      await client.call("ResizePty", { id, execId: "e", width: 77, height: 11 });
      stdin.write("\n");
      same("exit status", await container.wait("e"), 0);
      await client.call("Delete", { id, execId: "e" });
      const text = await stdout.toEnd();
      stdin.close();
      same("the last line", text.trim().split("\r\n").at(-1), "11 77");
      await refused("State", client.call("State", { id, execId: "e" }), refusal(/process does not exist e/, 5));
      await container.end();
    },
  },
];
