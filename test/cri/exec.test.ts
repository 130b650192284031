// Execs and attached terminals: by ExecSync, as the kubelet probes; by the streaming server, as `kubectl exec` and
// `kubectl attach` do.

import { crc32 } from "node:zlib";
import { status } from "@grpc/grpc-js";
import { describe, expect, test } from "vitest";
import { patternCommand, patternCrc } from "../driver/stdio-client.ts";
import { eventually } from "../helpers/eventually.ts";
import { defaultHandler, type Handler, handlers } from "./cri-config.ts";
import { type Container, Pod } from "./pod.ts";
import { useCri } from "./use-cri.ts";

const cri = useCri();

/** Runs `work` with a container of a pod, which it ends afterwards. */
async function withContainer(
  work: (container: Container) => Promise<void>,
  { handler = defaultHandler }: { handler?: Handler } = {},
) {
  const pod = await Pod.run(cri(), { handler });
  await work(await pod.start());
  await pod.remove();
}

describe.each(handlers)("ExecSync with the runtime %s", (handler) => {
  test("gives exit codes, stdout and stderr, one after the other and at the same time", () =>
    withContainer(
      async (container) => {
        for (const exitCode of [0, 1, 42, 126, 255]) {
          const result = await container.exec(["sh", "-c", `echo out; echo err >&2; exit ${exitCode}`]);
          expect(result).toEqual({ stdout: "out\n", stderr: "err\n", exitCode });
        }
        expect(await container.exec(["sh", "-c", "kill -KILL $$"])).toMatchObject({ exitCode: 137 });
        const many = Array.from({ length: 10 }, (_, n) => container.exec(["sh", "-c", `echo ${n}; exit ${n}`]));
        const results = await Promise.all(many);
        expect(results).toEqual(many.map((_, n) => ({ stdout: `${n}\n`, stderr: "", exitCode: n })));
      },
      { handler },
    ));
});

describe("ExecSync", () => {
  test("brings 8 MiB of output, not a byte lost", () =>
    withContainer(async (container) => {
      const bytes = 8 << 20;
      const { stdout, exitCode } = await container.exec(["sh", "-c", patternCommand(bytes)]);
      expect(exitCode).toBe(0);
      expect(stdout.length).toBe(bytes);
      expect(crc32(stdout)).toBe(patternCrc(bytes));
    }));

  test("KF-056: ends the process at the timeout; the next one works", () =>
    withContainer(async (container) => {
      for (const script of ["exec sleep 1000", "trap '' TERM; exec sleep 1000"]) {
        const result = container.exec(["sh", "-c", script], { timeout: 1 });
        await expect(result).rejects.toMatchObject({ code: status.DEADLINE_EXCEEDED });
      }
      expect(await container.exec(["echo", "fine"], { timeout: 30 })).toMatchObject({ stdout: "fine\n", exitCode: 0 });
      await eventually("only the container's init and this look are left", async () => {
        return (await container.sh("set -- /proc/[0-9]*; echo $#")) === "2\n";
      });
    }));

  test("says why a command can't be run", () =>
    withContainer(async (container) => {
      await expect(container.exec(["/nope"])).rejects.toThrow(/["`]?\/nope["`]?.*no such file or directory/i);
      await container.stop();
      await expect(container.exec(["true"])).rejects.toThrow(/container is (in|not running)/i);
    }));
});

describe("a streamed exec", () => {
  test("keeps stdout and stderr apart, takes stdin, and gives the exit code", () =>
    withContainer(async (container) => {
      const script = "echo out; echo err >&2; read line; echo got $line; exit 5";
      const stream = await container.stream(["sh", "-c", script]);
      await stream.see(/out\n/);
      stream.send("a line\n");
      expect(await stream.exitCode()).toBe(5);
      expect(stream.stdout).toBe("out\ngot a line\n");
      expect(stream.stderr).toBe("err\n");
    }));

  test("brings 8 MiB, not a byte lost at the end (KF-059)", () =>
    withContainer(async (container) => {
      const bytes = 8 << 20;
      const stream = await container.stream(["sh", "-c", patternCommand(bytes)]);
      expect(await stream.exitCode()).toBe(0);
      expect({ bytes: stream.stdout.length, crc: crc32(stream.stdout) }).toEqual({ bytes, crc: patternCrc(bytes) });
    }));

  test("has a terminal: size, echo, Ctrl-C, exit code", () =>
    withContainer(async (container) => {
      const stream = await container.stream(["sh"], { tty: true });
      await stream.see(/# /);
      stream.resize(101, 37);
      await eventually("the terminal has its size", async () => {
        // Before there is one it says so in other words.
        stream.send("stty size || echo 0 0\r");
        const [, rows, columns] = await stream.see(/\n(\d+) (\d+)\r\n/);
        return `${columns}x${rows}` === "101x37";
      });
      stream.send("sleep 1000\r");
      await stream.see(/sleep 1000\r\n/);
      await eventually("the sleep runs", async () => (await container.sh("ps")).includes("sleep 1000"));
      stream.send("\x03");
      await stream.see(/\^C\r\n.*# /s);
      stream.send("tty; exit 9\r");
      await stream.see(/\/dev\/pts\/\d+\r\n/);
      expect(await stream.exitCode()).toBe(9);
    }));

  test("KF-073: three terminals at once, of which one ends", () =>
    withContainer(async (container) => {
      const streams = await Promise.all([1, 2, 3].map(() => container.stream(["sh"], { tty: true })));
      const [first, ...others] = streams as [(typeof streams)[0], ...typeof streams];
      first.send("exit 1\r");
      expect(await first.exitCode()).toBe(1);
      for (const [n, stream] of others.entries()) {
        stream.send(`echo $((1000 + ${n}))\r`);
        await stream.see(new RegExp(`\\n${1000 + n}\\r\\n`));
        stream.send(`exit ${n}\r`);
        expect(await stream.exitCode()).toBe(n);
      }
    }));
});

describe("attach", () => {
  test("KF-063: to a terminal, again after a detach: the shell is the same", async () => {
    const pod = await Pod.run(cri());
    const container = await pod.start(["sh"], { stdin: true, tty: true });
    const first = await container.attach({ tty: true });
    first.resize(99, 33);
    first.send("name=kept; stty size\r");
    await first.see(/\n\d+ \d+\r\n/);
    await eventually("the terminal has its size", async () => {
      first.send("stty size\r");
      const [, rows, columns] = await first.see(/\n(\d+) (\d+)\r\n/);
      return `${columns}x${rows}` === "99x33";
    });
    await first.close();
    expect(await container.status()).toMatchObject({ state: "CONTAINER_RUNNING" });
    const second = await container.attach({ tty: true });
    second.send("echo it is $name\r");
    await second.see(/\nit is kept\r\n/);
    second.send("exit 6\r");
    await second.closed;
    expect(await container.exited()).toMatchObject({ exitCode: 6 });
    // What was on the terminal is in the log too.
    await eventually("it is in the log", () => container.logged("stdout").includes("it is kept"));
    await pod.remove();
  });

  test("without a terminal: two clients see the same, and the log has it too", async () => {
    const pod = await Pod.run(cri());
    const script = "while read line; do echo out $line; echo err $line >&2; done; exit 8";
    const container = await pod.start(["sh", "-c", script], { stdin: true });
    const [one, two] = [await container.attach(), await container.attach()];
    // An attach is in effect only a moment after its connection: what comes before is not for it.
    await eventually(
      "both see what one says",
      () => {
        one.send("hello\n");
        return /out hello/.test(one.stdout) && /out hello/.test(two.stdout) && /err hello/.test(two.stderr);
      },
      { intervalMs: 100 },
    );
    two.send("and again\n");
    await Promise.all([one.see(/out and again\n/), two.see(/out and again\n/)]);
    await eventually("stderr too", () => /err and again\n/.test(one.stderr));
    await one.close();
    two.send("end\n");
    await two.see(/out end\n/);
    await container.stop({ timeout: 0 });
    await two.closed;
    const said = () => [...new Set(container.logged("stdout").split("\n"))].toSorted();
    await eventually("the log has all of it", () => said().join() === ",out and again,out end,out hello");
    await pod.remove();
  });
});
