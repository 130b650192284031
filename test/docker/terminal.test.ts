// A person at a terminal: `docker run -it`, `exec -it`, `attach`, and the keys that detach.

import { expect, test } from "vitest";
import { eventually } from "../helpers/eventually.ts";
import { Terminal } from "../helpers/terminal.ts";
import { useDocker } from "../helpers/use-docker.ts";

const docker = useDocker();
const detachKeys = "\x10\x11";

function open(...words: string[]): Terminal {
  return new Terminal(docker().argv(...words));
}

/**
 * The client tells a size after the container has started, and its next one when it has got round to listening for the signal:
 * until then the terminal has none, or the former one.
 */
async function hasSize(terminal: Terminal, columns: number, rows: number): Promise<void> {
  await eventually(
    `${columns} columns and ${rows} rows`,
    () => {
      terminal.resize(columns + 1, rows);
      terminal.resize(columns, rows);
      terminal.type("stty size\n");
      return terminal.text.includes(`${rows} ${columns}\n`);
    },
    { intervalMs: 200 },
  );
}

test("docker run -it is a terminal of the right size, from the keys to the exit code", async () => {
  const terminal = open(...docker().runWords(["sh"], ["--rm", "-it"]));
  await terminal.see(/# /);
  terminal.type("tty\n");
  await terminal.see(/\/dev\/pts\/0\n/);
  await eventually(
    "the size that the client began with",
    () => {
      terminal.type("stty size\n");
      return terminal.text.includes("24 80\n");
    },
    { intervalMs: 200 },
  );
  await hasSize(terminal, 100, 30);
  // Its answer says that it has the terminal: a shell that is still making a job of it is where else the signal goes.
  terminal.type("sh -c 'while read -r word; do echo got-$word; done'\n");
  terminal.type("hello\n");
  await terminal.see(/got-hello\n/);
  terminal.type("\x03");
  await terminal.see(/# /);
  terminal.type("echo code $?\n");
  await terminal.see(/\ncode 130\n/);
  terminal.type("exit 5\n");
  expect(await terminal.exit()).toBe(5);
});

test("docker exec -it is one of its own, beside a container without", async () => {
  const id = await docker().runDetached();
  const terminal = open("exec", "-it", id, "sh");
  await terminal.see(/# /);
  terminal.type("ls /proc/1/fd/0 -l\n");
  await terminal.see(/ -> \/dev\/null/s);
  await hasSize(terminal, 90, 20);
  terminal.type("exit 4\n");
  expect(await terminal.exit()).toBe(4);
  await docker().remove(id);
});

test("a terminal is left by the detach keys and found again by docker attach (KF-063)", async () => {
  const first = open(...docker().runWords(["sh"], ["-it", "--name=detached"]));
  await first.see(/# /);
  first.type("name=kept\n");
  await first.see(/name=kept\n/);
  await first.see(/# /);
  first.type(detachKeys);
  expect(await first.exit()).toBe(0);
  expect(await docker().inspect("detached", ".State.Running")).toBe(true);
  const second = open("attach", "detached");
  await eventually("the shell answers", async () => {
    second.type("echo $name $((6 * 7))\n");
    return second.text.includes("kept 42\n");
  });
  second.type("exit 3\n");
  expect(await second.exit()).toBe(3);
  await docker().remove("detached");
});

test("a client whose terminal is closed leaves the container running", async () => {
  const terminal = open(...docker().runWords(["sh"], ["-it", "--name=hung-up"]));
  await terminal.see(/# /);
  terminal.hangUp();
  await terminal.exit();
  expect(await docker().inspect("hung-up", ".State.Running")).toBe(true);
  await docker().remove("hung-up");
});

test("docker attach without a terminal shows the output from then on and passes signals", async () => {
  const script = "trap 'echo bye; exit 4' TERM; while :; do echo tick; sleep 0.05; done";
  const id = await docker().runDetached(["sh", "-c", script]);
  const attached = docker().start(["attach", "--no-stdin", id]);
  await new Promise((resolve) => attached.stdout.once("data", resolve));
  attached.kill("SIGTERM");
  const { exitCode, stdout } = await attached;
  expect(exitCode).toBe(4);
  expect(stdout).toMatch(/^(tick\n)+bye\n$/);
  await docker().remove(id);
});

test("stdin of a container without a terminal stays open for the next docker attach (KF-063)", async () => {
  const id = await docker().runDetached(["cat"], ["--interactive"]);
  for (const word of ["one", "two"]) {
    const attached = docker().start(["attach", "--sig-proxy=false", id]);
    attached.stdin.write(`${word}\n`);
    await eventually(`the echo of ${word}`, async () => (await docker().run("logs", id)).endsWith(word));
    attached.kill("SIGKILL");
    await attached;
    expect(await docker().inspect(id, ".State.Running")).toBe(true);
  }
  // Not even the end of a client's stdin is the end of the container's.
  const last = docker().start(["attach", id]);
  last.stdin.end("three\n");
  await eventually("the last echo", async () => (await docker().run("logs", id)).endsWith("three"));
  expect(await docker().inspect(id, ".State.Running")).toBe(true);
  await docker().run("kill", id);
  expect((await last).exitCode).toBe(137);
  expect(await docker().run("logs", id)).toBe("one\ntwo\nthree");
  await docker().remove(id);
});
