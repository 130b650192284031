// What Docker makes of a container's end, its limits and its state, with the shim in place of containerd-shim-runc-v2.

import { existsSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { describe, expect, test } from "vitest";
import { killShim } from "../helpers/containers.ts";
import { eventually } from "../helpers/eventually.ts";
import { isAlive, killProcess } from "../helpers/processes.ts";
import { isOurs } from "../helpers/shim-under-test.ts";
import { useDocker } from "../helpers/use-docker.ts";

// The Go shim finds no cgroup where a hierarchy that processes are in is mounted nowhere: no stats, no OOM events.
const docker = useDocker({ withHugetlb: !isOurs });

// Ends with 7 on SIGTERM, with 8 on SIGUSR1.
const obeys = ["sh", "-c", "trap 'exit 7' TERM; trap 'exit 8' USR1; echo up; until false; do sleep 0.02; done"];
const ignores = ["sh", "-c", "trap '' TERM; echo up; until false; do sleep 0.02; done"];
// A shell that doubles a string: 16 MiB are full after a moment, and nothing is written to a disk.
const eat = "s=xxxxxxxxxxxxxxxx; while :; do s=$s$s; done";

/** The id of a container in the background that has said `up`. */
async function runUntilUp(command: readonly string[], flags: readonly string[] = []): Promise<string> {
  const id = await docker().runDetached(command, flags);
  await eventually("the container is up", async () => (await docker().run("logs", id)) === "up");
  return id;
}

function exitCode(id: string): Promise<unknown> {
  return docker().inspect(id, ".State.ExitCode");
}

describe("the end", () => {
  test.each([
    ["stop", "of one that obeys SIGTERM", obeys, ["stop"], 7],
    ["stop", "of one that does not is SIGKILL after the time given", ignores, ["stop", "--time=1"], 137],
    ["kill", "is SIGKILL", obeys, ["kill"], 137],
    ["kill", "--signal sends another", obeys, ["kill", "--signal=USR1"], 8],
  ])("by docker %s %s", async (_verb, _what, command, words, code) => {
    const id = await runUntilUp(command);
    const waiting = docker().start(["wait", id]);
    await docker().run(...words, id);
    expect((await waiting).stdout).toBe(`${code}\n`);
    expect(await docker().inspect(id, ".State")).toMatchObject({
      Status: "exited",
      ExitCode: code,
      OOMKilled: false,
      Pid: 0,
    });
    await docker().remove(id);
  });

  test("of several is told by docker wait in their order", async () => {
    const ids = await Promise.all([3, 4].map((code) => docker().runDetached(["sh", "-c", `sleep 0.3; exit ${code}`])));
    expect(await docker().run("wait", ...ids)).toBe("3\n4");
    await docker().remove(...ids);
  });

  test("by rm --force of a paused container (KF-143)", async () => {
    const id = await docker().runDetached();
    const pid = await docker().pid(id);
    await docker().run("pause", id);
    await docker().remove(id);
    expect(isAlive(pid)).toBe(false);
  });

  test("by kill -9 of the shim counts as 137 and leaves nothing (KF-037)", async () => {
    const id = await docker().runDetached(["sh", "-c", "sleep 1000 & exec sleep 1000"]);
    await killShim(docker().containerd, id);
    await eventually("docker sees the end", async () => (await docker().inspect(id, ".State.Running")) === false);
    expect(await exitCode(id)).toBe(137);
    await docker().run("start", id);
    expect(await docker().run("exec", id, "echo", "again")).toBe("again");
    await docker().remove(id);
  });
});

describe("a restart", () => {
  test("--restart=always comes after every end but docker stop", async () => {
    const id = await docker().runDetached(["sh", "-c", "echo life; exec sleep 1000"], ["--restart=always"]);
    const pids = [await docker().pid(id)];
    for (const count of [1, 2]) {
      killProcess(pids.at(-1) as number, "SIGKILL");
      await eventually(`restart ${count}`, async () => {
        // Docker calls it running from the end of the last one on; 0 is no pid.
        const isCounted = (await docker().inspect(id, ".RestartCount")) === count;
        return isCounted && (await docker().pid(id)) > 0;
      });
      pids.push(await docker().pid(id));
    }
    expect(new Set(pids).size).toBe(3);
    await eventually("each life has its line", async () => (await docker().run("logs", id)) === "life\nlife\nlife");
    await docker().run("stop", "--time=0", id);
    expect(await docker().inspect(id, ".State.Status")).toBe("exited");
    await docker().remove(id);
  });

  test("--restart=on-failure:2 ends with the last code", async () => {
    const id = await docker().runDetached(["sh", "-c", "echo try; exit 9"], ["--restart=on-failure:2"]);
    await eventually("the last try", async () => {
      const isLast = (await docker().inspect(id, ".RestartCount")) === 2;
      return isLast && (await docker().inspect(id, ".State.Status")) === "exited";
    });
    expect(await exitCode(id)).toBe(9);
    expect(await docker().run("logs", id)).toBe("try\ntry\ntry");
    await docker().remove(id);
  });

  test("by docker restart keeps the container's files, and its pid is another", async () => {
    const id = await docker().runDetached();
    const pid = await docker().pid(id);
    await docker().run("exec", id, "touch", "/tmp/kept");
    await docker().run("restart", "--time=0", id);
    expect(await docker().pid(id)).not.toBe(pid);
    expect(await docker().run("exec", id, "ls", "/tmp")).toBe("kept");
    await docker().remove(id);
  });
});

describe("memory", () => {
  // Without the ordering of 2.3 the older Go shims publish the exit first now and then, which Docker does not wait for.
  test.runIf(isOurs)("that ran out is told as OOMKilled, three times out of three (KF-085)", async () => {
    for (let round = 0; round < 3; round += 1) {
      const id = await docker().runDetached(["sh", "-c", eat], ["--memory=16m"]);
      expect(await docker().run("wait", id)).toBe("137");
      expect(await docker().inspect(id, ".State")).toMatchObject({ ExitCode: 137, OOMKilled: true });
      await docker().remove(id);
    }
  });

  test("that ran out for a child is an event, and the container goes on", async () => {
    const since = String(Date.now() / 1000);
    const id = await docker().runDetached(["sh", "-c", `sh -c '${eat}'; echo $?; exec sleep 1000`], ["--memory=16m"]);
    await eventually("the child has ended", async () => (await docker().run("logs", id)).endsWith("137"));
    const events = ["events", "--since", since, "--until", "0s", "--filter", "event=oom", "--format", "{{.Actor.ID}}"];
    await eventually("the event", async () => (await docker().run(...events)) === id);
    expect(await docker().inspect(id, ".State.Running")).toBe(true);
    await docker().remove(id);
  });

  test("is changed by docker update", async () => {
    const id = await docker().runDetached(["sleep", "1000"], ["--memory=32m"]);
    await docker().run("update", "--memory=64m", "--memory-swap=64m", "--cpu-shares=512", id);
    const { namespace } = docker().containerd;
    const value = (controller: string, name: string) =>
      Number(readFileSync(`/sys/fs/cgroup/${controller}/${namespace}/${id}/${name}`, "utf8"));
    expect(value("memory", "memory.limit_in_bytes")).toBe(64 << 20);
    expect(value("cpu", "cpu.shares")).toBe(512);
    await docker().remove(id);
  });
});

describe("a running container", () => {
  test("is paused and resumed", async () => {
    const script = "while :; do echo $((n += 1)) >/n; sleep 0.02; done";
    const id = await docker().runDetached(["sh", "-c", script]);
    const pid = await docker().pid(id);
    const count = () => Number(readFileSync(`/proc/${pid}/root/n`, "utf8"));
    await eventually("it counts", () => existsSync(`/proc/${pid}/root/n`) && count() > 1);
    await docker().run("pause", id);
    expect(await docker().inspect(id, ".State.Status")).toBe("paused");
    const paused = readFileSync(`/proc/${pid}/root/n`, "utf8");
    expect((await docker().try("exec", id, "true")).stderr).toContain("is paused");
    expect(readFileSync(`/proc/${pid}/root/n`, "utf8")).toBe(paused);
    await docker().run("unpause", id);
    await eventually("it counts on", () => count() > Number(paused));
    expect(await docker().inspect(id, ".State.Status")).toBe("running");
    await docker().remove(id);
  });

  test("has its processes listed by docker top", async () => {
    const id = await docker().runDetached(["sh", "-c", "sleep 1001 & exec sleep 1000"]);
    const lines = await eventually("both processes", async () => {
      const [, ...rows] = (await docker().run("top", id, "-o", "pid,args")).split("\n");
      return rows.length === 2 ? rows.map((row) => row.trim().split(/\s+/)) : undefined;
    });
    expect(lines.map(([, ...words]) => words.join(" ")).toSorted()).toEqual(["sleep 1000", "sleep 1001"]);
    expect(lines.map(([pid]) => Number(pid))).toContain(await docker().pid(id));
    await docker().remove(id);
  });

  test("has its resources told by docker stats", async () => {
    const id = await docker().runDetached(["sh", "-c", "sleep 1001 & exec sleep 1000"], ["--memory=64m"]);
    const text = await docker().run("stats", "--no-stream", "--format", "{{json .}}", id);
    const { PIDs, MemUsage } = JSON.parse(text) as { PIDs: string; MemUsage: string };
    expect(PIDs).toBe("2");
    expect(MemUsage).toMatch(/^[1-9][\d.]*[KM]iB \/ 64MiB$/);
    await docker().remove(id);
  });

  test("gives and takes files by docker cp", async () => {
    const id = await docker().runDetached(["sh", "-c", "echo out >/tmp/out; exec sleep 1000"]);
    const directory = docker().containerd.directory;
    writeFileSync(join(directory, "in"), "in\n");
    await docker().run("cp", join(directory, "in"), `${id}:/tmp`);
    expect(await docker().run("exec", id, "cat", "/tmp/in")).toBe("in");
    await docker().run("cp", `${id}:/tmp/out`, directory);
    expect(readFileSync(join(directory, "out"), "utf8")).toBe("out\n");
    await docker().remove(id);
  });

  test("has its lines shown by docker logs --follow as they come, until it ends", async () => {
    const script = "for n in 1 2 3; do echo line $n; until [ -e /go$n ]; do sleep 0.02; done; done; echo end >&2";
    const id = await docker().runDetached(["sh", "-c", script]);
    const following = docker().start(["logs", "--follow", id]);
    const lines: string[] = [];
    createInterface(following.stdout).on("line", (line) => lines.push(line));
    for (const n of [1, 2, 3]) {
      await eventually(`line ${n}`, () => lines.length === n && lines.at(-1) === `line ${n}`);
      await docker().run("exec", id, "touch", `/go${n}`);
    }
    const result = await following;
    expect(result).toMatchObject({ exitCode: 0, stderr: "end\n" });
    expect(lines).toEqual(["line 1", "line 2", "line 3"]);
    await docker().remove(id);
  });

  test("is healthy until its check fails, and the checks leave no descriptor (KF-021, KF-056)", async () => {
    const check = ["--health-cmd=cat /healthy", "--health-interval=0.2s", "--health-retries=2", "--health-timeout=20s"];
    const id = await docker().runDetached(["sh", "-c", "touch /healthy; exec sleep 1000"], check);
    const shim = docker().containerd.shimPid(id);
    const health = (status: string) =>
      eventually(status, async () => (await docker().inspect(id, ".State.Health.Status")) === status);
    await health("healthy");
    await docker().run("exec", id, "rm", "/healthy");
    await health("unhealthy");
    const log = (await docker().inspect(id, ".State.Health.Log")) as { ExitCode: number; Output: string }[];
    expect(log.at(-1)).toMatchObject({ ExitCode: 1, Output: expect.stringContaining("/healthy") });
    const ofExecs = () => {
      const open = readdirSync(`/proc/${shim}/fd`).map((fd) => readLink(`/proc/${shim}/fd/${fd}`));
      const fifos = open.filter((path) => path.includes(id) && /-std(in|out|err)$/.test(path));
      return new Set(fifos.filter((path) => !path.includes("/init-std")));
    };
    // The next check may be under way.
    await eventually("FIFOs of one exec at most are open", () => ofExecs().size <= 2);
    await docker().remove(id);
  });
});

test("docker events has a container's life in its order", async () => {
  const since = String(Date.now() / 1000);
  const id = await docker().runDetached(["sh", "-c", "sleep 1000"], ["--name=life"]);
  await docker().try("exec", id, "sh", "-c", "exit 5");
  await docker().run("pause", id);
  await docker().run("unpause", id);
  await docker().run("kill", id);
  await docker().run("wait", id);
  await docker().remove(id);
  const format = "{{.Action}} {{.Actor.Attributes.exitCode}}";
  const words = ["events", "--since", since, "--until", "0s", "--filter", "container=life", "--format", format];
  const seen = await eventually("the last event", async () => {
    const text = await docker().run(...words);
    return text.includes("destroy") ? text.split("\n") : undefined;
  });
  // exec_create: sh -c exit 5 <no value>
  expect(seen.map((line) => line.replace(/^(\w+).*? (\d+|<no value>)$/, "$1 $2").replace(" <no value>", ""))).toEqual([
    "create",
    "start",
    "exec_create",
    "exec_start",
    "exec_die 5",
    "pause",
    "unpause",
    "kill",
    "die 137",
    "destroy",
  ]);
});

function readLink(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return ""; // closed meanwhile
  }
}
