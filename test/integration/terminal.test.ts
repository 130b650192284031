// `-t`: a person at a terminal, played through a pty.

import { afterEach, describe, expect, test } from "vitest";
import { execWords, remove, runDetached, runWords } from "../helpers/containers.ts";
import { Terminal } from "../helpers/terminal.ts";
import { useContainerd } from "../helpers/use-containerd.ts";

const containerd = useContainerd();
const open = new Set<Terminal>();

/** `ctr <words>` at a terminal of 80 × 24. */
function atTerminal(words: readonly string[]): Terminal {
  const terminal = new Terminal(containerd().ctr.argv(...words));
  open.add(terminal);
  terminal.exit().then(
    () => open.delete(terminal),
    () => undefined,
  );
  return terminal;
}

afterEach(() => {
  for (const terminal of open) terminal.hangUp();
});

// Prints the size now and after each SIGWINCH.
const sizes = "trap 'echo size $(stty size).' WINCH; echo size $(stty size).; while :; do sleep 0.02; done";

function describeTerminal(what: string, openShell: (command: readonly string[]) => Terminal | Promise<Terminal>) {
  describe(what, () => {
    test("is typed to and answers, until Ctrl-D", async () => {
      const terminal = await openShell(["sh"]);
      await terminal.see(/# /);
      terminal.type("tty; echo $((6 * 7))\r");
      // Not before the shell reads again: between two commands Ctrl-D means something else to it.
      await terminal.see(/\/dev\/pts\/\d+\n42\n.*# /);
      terminal.type("\x04");
      expect(await terminal.exit(), terminal.text).toBe(0);
    });

    test("ends with the exit code of the shell", async () => {
      const terminal = await openShell(["sh"]);
      await terminal.see(/# /);
      terminal.type("exit 42\r");
      expect(await terminal.exit()).toBe(42);
    });

    test("hands Ctrl-C to what runs in the foreground", async () => {
      const terminal = await openShell(["sh"]);
      await terminal.see(/# /);
      terminal.type("echo up; sleep 1000\r");
      await terminal.see(/\nup\n/);
      terminal.type("\x03");
      await terminal.see(/# /);
      terminal.type("echo code=$?\r");
      await terminal.see(/\ncode=130\n/);
      terminal.type("exit\r");
      await terminal.exit();
    });

    test("takes on the size of the client's window, and follows it", async () => {
      const terminal = await openShell(["sh", "-c", sizes]);
      await terminal.see(/size \d+ \d+\./);
      terminal.resize(132, 50);
      await terminal.see(/size 50 132\./);
      terminal.resize(100, 30);
      await terminal.see(/size 30 100\./);
      terminal.type("\x03");
      await terminal.exit();
    });

    test("is all there after much output", async () => {
      const terminal = await openShell(["sh", "-c", "seq 1 20000"]);
      await terminal.exit();
      const lines = terminal.text.trimEnd().split("\n");
      expect(lines.length).toBe(20_000);
      expect(lines.at(-1)).toBe("20000");
    });
  });
}

describeTerminal("ctr run -t", (command) => atTerminal(runWords(containerd(), command, { flags: ["--rm", "-t"] })));

describe("in a running container", () => {
  let id = "";

  afterEach(async () => {
    await remove(containerd(), id);
  });

  describeTerminal("ctr tasks exec -t", async (command) => {
    id = await runDetached(containerd());
    return atTerminal(execWords(id, command, { flags: ["-t"] }));
  });
});

describe("ctr tasks attach", () => {
  test("joins the terminal of a container started in the background", async () => {
    const id = containerd().newId();
    // ctr wants a terminal even to start one in the background.
    expect(await atTerminal(runWords(containerd(), ["sh"], { id, flags: ["--detach", "-t"] })).exit()).toBe(0);
    const terminal = atTerminal(["tasks", "attach", id]);
    terminal.type("echo $((6 * 7))\r");
    await terminal.see(/\n42\n/);
    terminal.type("exit 3\r");
    expect(await terminal.exit()).toBe(3);
    await remove(containerd(), id);
  });
});
