// Logging binaries and log files: the contract of the Go shim, and what ours adds to it.

import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { crc32 } from "node:zlib";
import { expect } from "vitest";
import { LoggingBinary, ready } from "../../conformance/driver/logging-binary.ts";
import { Status } from "../../shim/task/state.ts";
import { patternCommand, patternCrc } from "../driver/stdio-client.ts";
import { describeLanes, lanes, type Scenario } from "../driver/stdio-lanes.ts";
import { StdioTask } from "../driver/stdio-task.ts";
import { eventually } from "../helpers/eventually.ts";
import { killProcess } from "../helpers/processes.ts";

const MiB = 1 << 20;
const copyBoth = "cat <&3 > $d/out & cat <&4 > $d/err; wait";

const both = (uri: string) => ({ stdout: uri, stderr: uri });

const scenarios: readonly Scenario[] = [
  {
    name: "a logging binary gets arguments, two variables, and the output on 3 and 4",
    async run(driver) {
      const logger = new LoggingBinary(
        driver,
        `for a in "$@"; do echo "<$a>"; done > $d/args; tr '\\0' '\\n' < /proc/$$/environ > $d/env
         f=$(for n in 0 1 2; do readlink /proc/$$/fd/$n; done); echo "$f" > $d/fds; ${ready}; ${copyBoth}`,
      );
      const task = await StdioTask.prepare(driver, "echo out; echo err >&2");
      await task.run(both(logger.uri("binary", "?key=a+value&flag&key=second&%C3%BC=%26")));
      expect(await task.finish()).toBe(0);
      const pairs = (logger.file("args") ?? "").match(/<.*>\n<.*>\n/g)?.toSorted();
      expect(Buffer.from(pairs?.join("") ?? "", "latin1").toString()).toBe("<flag>\n<>\n<key>\n<a value>\n<ü>\n<&>\n");
      const environment = (logger.file("env") ?? "").trim().split("\n").toSorted();
      expect(environment).toEqual([`CONTAINER_ID=${task.id}`, `CONTAINER_NAMESPACE=${driver.namespace}`]);
      expect(logger.file("fds")).toBe("/dev/null\n".repeat(3));
      expect([logger.file("out"), logger.file("err")]).toEqual(["out\n", "err\n"]);
    },
  },
  {
    name: "an exec's logging binary is told the exec's id",
    async run(driver) {
      const logger = new LoggingBinary(driver, `echo $CONTAINER_ID > $d/id; ${ready}; ${copyBoth}`);
      const task = await StdioTask.prepare(driver, "sleep 1000");
      await task.run({});
      const exec = await task.exec("echo out", both(logger.uri()));
      await task.wait(exec);
      await task.delete(exec);
      expect([logger.file("id"), logger.file("out")]).toEqual([`${exec}\n`, "out\n"]);
      await task.kill();
      await task.finish();
    },
  },
  {
    name: "16 MiB reach the logging binary whole",
    async run(driver) {
      const logger = new LoggingBinary(driver, `${ready}; ${copyBoth}`);
      const task = await StdioTask.prepare(driver, patternCommand(16 * MiB));
      await task.run(both(logger.uri()));
      await task.wait();
      // The Go shim's logger may be ended by Delete before it has read all.
      await eventually("all is written", () => (logger.file("out") ?? "").length === 16 * MiB);
      await task.finish();
      expect(crc32(Buffer.from(logger.file("out") ?? "", "latin1"))).toBe(patternCrc(16 * MiB));
    },
  },
  {
    name: "a logging binary sees the end of the output before Delete, and loses nothing at Delete",
    notGo: "its logger sees the end at Delete, together with SIGTERM",
    async run(driver) {
      const logger = new LoggingBinary(driver, `${ready}; cat <&3 > $d/out; sleep 0.2; echo flushed > $d/end`);
      const task = await StdioTask.prepare(driver, patternCommand(4 * MiB));
      await task.run(both(logger.uri()));
      await task.finish();
      expect(logger.file("end")).toBe("flushed\n");
      expect((logger.file("out") ?? "").length).toBe(4 * MiB);
    },
  },
  {
    name: "a logging binary that stops reading when the end is told has read everything (nerdctl's)",
    notGo: "it is told at once",
    notUpgraded: "the second that the end waits for it passes meanwhile",
    async run(driver) {
      const lines = 20_000;
      const slow = `awk '{ print; if (NR % 1000 == 0) system("sleep 0.01") }'`;
      const until = "while [ ! -e $d/told ]; do sleep 0.01; done; kill $!";
      for (const kind of ["init", "terminal", "exec"]) {
        const logger = new LoggingBinary(driver, `${ready}; exec 4>&-; { ${slow} <&3 > $d/out; } & ${until}`);
        const stdio = { ...both(logger.uri()), terminal: kind === "terminal" };
        const command = `stty -onlcr 2>/dev/null; seq 1 ${lines}`;
        const options = { terminal: kind === "terminal" };
        const task = await StdioTask.prepare(driver, kind === "exec" ? "sleep 1000" : command, options);
        await task.run(kind === "exec" ? {} : stdio);
        const exec = kind === "exec" ? await task.exec(command, stdio) : "";
        await task.wait(exec);
        writeFileSync(join(logger.directory, "d", "told"), "");
        await eventually("the logging binary is gone", () => !logger.isAlive);
        if (exec !== "") {
          await task.delete(exec);
          await task.kill();
        }
        await task.finish();
        expect([kind, logger.file("out")?.split("\n").length]).toEqual([kind, lines + 1]);
      }
    },
  },
  {
    name: "a logging binary that reads nothing holds the news of an end for a second, and nothing else",
    notUpgraded: "State is answered when the news is out",
    notGo: "it is told at once",
    async run(driver) {
      const logger = new LoggingBinary(driver, `${ready}; exec sleep 1000`);
      const task = await StdioTask.prepare(driver, "echo x; exit 3");
      const other = await task.beside("sleep 1000");
      await other.run({});
      await task.run(both(logger.uri()));
      const before = performance.now();
      let told = false;
      const waiting = task.wait().then((status) => {
        told = true;
        return status;
      });
      await eventually("State says stopped", async () => {
        const { status } = await task.client.call("State", { id: task.id });
        return status === Status.stopped;
      });
      expect(told).toBe(false);
      // Somebody else's process is not concerned, and this one can be deleted.
      await other.kill();
      expect(await other.wait()).toBe(137);
      expect(performance.now() - before).toBeLessThan(900);
      const deleted = task.delete("", 8000);
      expect(await waiting).toBe(3);
      const durationMs = performance.now() - before;
      expect(durationMs).toBeGreaterThan(700);
      expect(durationMs).toBeLessThan(2000);
      await deleted;
      await other.delete();
      await task.shutdown();
      const topics = driver.events.topics(task.id);
      expect(topics.slice(-2)).toEqual(["exit", "delete"]);
    },
  },
  {
    name: "a logging binary that needs 3 s to flush gets them (KF-071)",
    async run(driver) {
      const logger = new LoggingBinary(
        driver,
        `trap '' TERM; ${ready}; cat <&3 > $d/out; sleep 3; echo flushed > $d/end`,
      );
      const task = await StdioTask.prepare(driver, "echo last words");
      await task.run(both(logger.uri()));
      await task.finish();
      expect([logger.file("out"), logger.file("end")]).toEqual(["last words\n", "flushed\n"]);
    },
  },
  {
    name: "a logging binary that ignores SIGTERM does not hold Delete beyond the deadline, and is killed later (KF-071)",
    isMany: true,
    notGo: "Delete waits the full 12 s",
    async run(driver) {
      const logger = new LoggingBinary(driver, `trap '' TERM; ${ready}; exec sleep 1000`);
      const task = await StdioTask.prepare(driver, "echo x");
      await task.run(both(logger.uri()));
      await task.wait();
      expect(await task.delete("", 3000)).toBeLessThan(3000);
      await task.shutdown();
      expect(logger.isAlive).toBe(true);
      await eventually("the logging binary is killed", () => !logger.isAlive, { timeoutMs: 14_000 });
    },
  },
  {
    name: "a missing logging binary fails Create in the same words",
    async run(driver) {
      const task = await StdioTask.prepare(driver, "echo x");
      await expect(task.create(both("binary:///no/such/program"))).rejects.toThrow(
        // The Go shim of 1.6 counts its errors in between.
        /^failed to create init process I\/O: (1 error occurred:\n\t\* )?failed to start binary process: fork\/exec \/no\/such\/program: no such file or directory/,
      );
      await task.shutdown();
    },
  },
  {
    name: "binary-v2: a logging binary that ends without a word fails Create",
    notGo: "new in 2.3",
    async run(driver) {
      const logger = new LoggingBinary(driver, "exit 1");
      const task = await StdioTask.prepare(driver, "echo x");
      await expect(task.create(both(logger.uri("binary-v2")))).rejects.toThrow(
        "logging binary did not call ready (it may have crashed or exited prematurely)",
      );
      await task.shutdown();
    },
  },
  {
    name: "binary: a logging binary that ends without a word lets the container run",
    notGo: "the container stands still when the pipe is full",
    async run(driver) {
      const logger = new LoggingBinary(driver, "exit 1");
      const task = await StdioTask.prepare(driver, `${patternCommand(MiB)}; exit 7`);
      await task.run(both(logger.uri()));
      expect(await task.finish()).toBe(7);
    },
  },
  {
    name: "a logging binary that never says ready: Create fails in time, nothing stays (KF-070, KF-045)",
    notGo: "Create waits for ever",
    async run(driver) {
      const logger = new LoggingBinary(driver, "exec sleep 1000");
      const task = await StdioTask.prepare(driver, "echo x");
      await expect(task.create(both(logger.uri()), {}, 1500)).rejects.toThrow("did not call ready within");
      expect(logger.isAlive).toBe(false);
      await task.shutdown();
    },
  },
  {
    name: "a logging binary killed in the middle: the container goes on",
    notGo: "the container stands still when the pipe is full",
    async run(driver) {
      const logger = new LoggingBinary(driver, `${ready}; exec sleep 1000`);
      const task = await StdioTask.prepare(driver, `${patternCommand(MiB)}; exit 7`);
      await task.run(both(logger.uri()));
      killProcess(Number(logger.file("pid")), "SIGKILL");
      expect(await task.finish()).toBe(7);
    },
  },
  {
    name: "a logging binary that never reads: Kill and Delete work",
    async run(driver) {
      const logger = new LoggingBinary(driver, `${ready}; exec sleep 1000`);
      const task = await StdioTask.prepare(driver, "exec yes");
      await task.run(both(logger.uri()));
      await task.kill();
      expect(await task.wait()).toBe(137);
      expect(await task.delete("", 8000)).toBeLessThan(7000);
      await task.shutdown();
    },
  },
  {
    name: "a terminal's output goes to a logging binary, all of it (KF-071)",
    async run(driver) {
      const logger = new LoggingBinary(driver, `${ready}; cat <&3 > $d/out`);
      const task = await StdioTask.prepare(driver, "stty -onlcr; seq 1 20000", { terminal: true });
      await task.run({ terminal: true, stdout: logger.uri() });
      expect(await task.wait()).toBe(0);
      await eventually("all is written", () => logger.file("out")?.endsWith("\n20000\n"));
      await task.finish();
      expect((logger.file("out") ?? "").split("\n").length).toBe(20_001);
    },
  },
  {
    name: "twenty Creates that fail leave no descriptor behind (KF-045)",
    notGo: "it does leave some",
    async run(driver) {
      const logger = new LoggingBinary(driver, ready);
      const task = await StdioTask.prepare(driver, "echo x");
      const failing = async (binaryName: string) => {
        await expect(task.create({ ...both(logger.uri()) }, { binaryName })).rejects.toThrow();
        await expect(task.create({ terminal: true, stdout: logger.uri() }, { binaryName })).rejects.toThrow();
        await expect(task.create(both(task.path("missing")))).rejects.toThrow();
      };
      await failing("/bin/false");
      const before = task.shimDescriptors().length;
      for (let i = 0; i < 20; i += 1) await failing("/bin/false");
      await eventually("no more descriptors", () => task.shimDescriptors().length <= before);
      await task.shutdown();
    },
  },
  {
    name: "a log file: directories are made, both streams are appended",
    notGo: "1.6 was seen to lose the line on stderr",
    async run(driver) {
      const task = await StdioTask.prepare(driver, "echo out; sleep 0.1; echo err >&2");
      const path = join(task.path("logs"), "a b/c.log");
      mkdirSync(dirname(dirname(path)));
      await task.run(both(`file://${path.replace(" ", "%20")}`));
      await task.finish();
      expect(readFileSync(path, "utf8")).toBe("out\nerr\n");
      const again = await StdioTask.prepare(driver, "echo again");
      await again.run(both(`file://${path.replace(" ", "%20")}`));
      await again.finish();
      expect(readFileSync(path, "utf8")).toBe("out\nerr\nagain\n");
    },
  },
  {
    name: "a log file in the format of Kubernetes, rotated: no line lost, none split",
    notGo: "an extension",
    async run(driver) {
      const lines = 30_000;
      const task = await StdioTask.prepare(
        driver,
        `awk 'BEGIN { for (i = 1; i <= ${lines}; i++) printf "line number %06d\\n", i }'; printf 'no end' >&2`,
      );
      const path = task.path("cri.log");
      await task.run(both(`file://${path}?max-size=256k&max-file=20&format=cri`));
      await task.finish();
      const files: string[] = [];
      for (let n = 19; n >= 1; n -= 1) if (existsSync(`${path}.${n}`)) files.push(readFileSync(`${path}.${n}`, "utf8"));
      files.push(readFileSync(path, "utf8"));
      expect(files.length).toBeGreaterThan(3);
      for (const file of files) expect(file.length).toBeLessThanOrEqual(256 * 1024);
      const records = files.join("").split("\n").slice(0, -1);
      const format = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z (stdout|stderr) F (.*)$/;
      const parsed = records.map((record) => format.exec(record));
      expect(parsed.every((match) => match !== null)).toBe(true);
      const stdout = parsed.filter((match) => match?.[2] === "stdout").map((match) => match?.[3]);
      expect(stdout).toEqual(Array.from({ length: lines }, (_, i) => `line number ${String(i + 1).padStart(6, "0")}`));
      expect(parsed.filter((match) => match?.[2] === "stderr").map((match) => match?.[3])).toEqual(["no end"]);
    },
  },
  {
    name: "a log file with a parameter that makes no sense fails Create",
    notGo: "an extension",
    async run(driver) {
      const task = await StdioTask.prepare(driver, "echo x");
      const uri = (query: string) => both(`file://${task.path("x.log")}?${query}`);
      await expect(task.create(uri("format=xml"))).rejects.toThrow('invalid log format "xml"');
      await expect(task.create(uri("max-size=lots"))).rejects.toThrow('invalid max-size "lots"');
      await task.shutdown();
    },
  },
  {
    name: "a log file on a full disk stops nobody (KF-081)",
    isMany: true,
    notGo: "the container stands still when the pipe is full",
    async run(driver) {
      const task = await StdioTask.prepare(driver, `${patternCommand(5 * MiB)}; exit 3`);
      const disk = task.path("disk");
      mkdirSync(disk);
      execFileSync("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", disk]);
      try {
        await task.run(both(`file://${disk}/x.log?format=json`));
        expect(await task.finish()).toBe(3);
        const records = readFileSync(`${disk}/x.log`, "utf8").trimEnd().split("\n");
        for (const record of records) JSON.parse(record);
      } finally {
        execFileSync("umount", [disk]);
      }
    },
  },
  {
    name: "a FIFO as stdin beside a log file",
    async run(driver) {
      const task = await StdioTask.prepare(driver, ["cat"]);
      const [stdin, path] = [task.fifo("in"), task.path("x.log")];
      writeFileSync(path, "");
      const feeder = runShell(`echo hello > ${stdin}`);
      await task.run({ stdin, ...both(`file://${path}`) });
      await feeder;
      await task.closeStdin();
      await task.finish();
      expect(readFileSync(path, "utf8")).toBe("hello\n");
    },
  },
];

function runShell(command: string): Promise<unknown> {
  const child = spawn("sh", ["-c", command]);
  return new Promise((resolve) => child.once("exit", resolve));
}

// A logging binary may take its twelve seconds to leave.
describeLanes(
  lanes.filter(({ name }) => name !== "copied"),
  scenarios,
  { settleMs: 14_000 },
);
