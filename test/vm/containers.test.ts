// Containers on cgroup v2: what the machines without a guest can't show.

import { existsSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { TaskClient } from "../../conformance/driver/task-client.ts";
import { execWords, remove, run, runWords, waitForStatus } from "../helpers/containers.ts";
import { EventRecorder } from "../helpers/events.ts";
import { eventually } from "../helpers/eventually.ts";
import { killProcess } from "../helpers/processes.ts";
import { describeLanes, hasSystemd, readCgroup, readCounters } from "./lanes.ts";

const mebibyte = 1 << 20;
// A shell that doubles a string.
const eat = "s=xxxxxxxxxxxxxxxx; while :; do s=$s$s; done";

describeLanes(({ containerd, flags, start }) => {
  test("a container and an exec in it run, are killed, and leave no cgroup", async () => {
    const { ctr } = containerd();
    const { id, cgroup } = await start();
    // crun puts the container into a cgroup of its own below the scope.
    expect(`${cgroup}/`).toContain(hasSystemd ? `/runts-${id}.scope/` : `/${id}/`);
    const exec = await ctr.try(...execWords(id, ["sh", "-c", "echo hello; exit 7"]));
    expect(exec).toMatchObject({ exitCode: 7, stdout: "hello\n" });
    await ctr.run("tasks", "kill", "--signal", "KILL", id);
    await waitForStatus(containerd(), id, "STOPPED");
    expect((await ctr.try("tasks", "rm", id)).stderr).toContain("exit code 137");
    // systemd removes a scope's cgroup when it hears of its end, after the runtime has gone.
    await eventually("the cgroup is gone", () => !existsSync(cgroup));
    await remove(containerd(), id);
  });

  test("metrics are those of the cgroup's files", async () => {
    const limits = ["--memory-limit", String(64 * mebibyte), "--cpu-quota", "50000", "--cpu-period", "100000"];
    const { id, cgroup } = await start(["sh", "-c", "i=0; while [ $i -lt 20000 ]; do i=$((i+1)); done; sleep 1000"], {
      flags: limits,
    });
    await eventually("the shell sleeps", () => readCgroup(cgroup, "pids.current") === "1" && quiet(cgroup));
    const before = counters(cgroup);
    const seen = JSON.parse(await containerd().ctr.run("tasks", "metrics", "--format", "json", id)) as Metrics;
    const after = counters(cgroup);
    expect(seen.pids).toMatchObject({ current: 1 });
    expect(seen.memory).toMatchObject({ usage_limit: 64 * mebibyte });
    expect(before.cpu.nr_periods).toBeGreaterThan(0);
    for (const group of ["cpu", "memory"] as const) {
      for (const [name, value] of Object.entries(before[group])) {
        const [low, high] = [value, after[group][name] as number].toSorted((a, b) => a - b) as [number, number];
        // Fields of newer kernels are not part of the message; zero is left out.
        if (!(name in seen[group]) && !checked[group].includes(name)) continue;
        const got = seen[group][name] ?? 0;
        expect(got, `${group}.${name}`).toBeGreaterThanOrEqual(low);
        expect(got, `${group}.${name}`).toBeLessThanOrEqual(high);
      }
    }
    expect(seen.memory_events).toEqual(expect.objectContaining({}));
    await remove(containerd(), id);
  });

  test("an OOM kill is told before the exit that it causes", async () => {
    const recorder = await EventRecorder.start(containerd());
    try {
      // systemd removes the cgroup at once: each time a race.
      for (let round = 0; round < (hasSystemd ? 3 : 1); round += 1) {
        const id = containerd().newId();
        const limit = ["--rm", "--memory-limit", String(16 * mebibyte)];
        const words = runWords(containerd(), ["sh", "-c", eat], { id, flags: [...flags(id), ...limit] });
        expect((await containerd().ctr.try(...words)).exitCode).toBe(137);
        const topics = ["create", "start", "oom", "exit", "delete"].map((topic) => `/tasks/${topic}`);
        expect((await recorder.waitFor(id, topics)).map(({ topic }) => topic)).toEqual(topics);
      }
    } finally {
      await recorder.stop();
    }
  });

  // systemd removes a scope as soon as its last process is gone, and with it the kernel's count: a shim that is late finds
  // nothing to look at.
  if (hasSystemd) {
    test("an OOM kill is told when its cgroup was gone before the shim could look", async () => {
      const recorder = await EventRecorder.start(containerd());
      try {
        const { id, pid, cgroup } = await start(["sh", "-c", `while [ ! -e /go ]; do sleep 0.1; done; ${eat}`], {
          flags: ["--memory-limit", String(16 * mebibyte)],
        });
        const shim = containerd().shimPid(id);
        killProcess(shim, "SIGSTOP");
        try {
          writeFileSync(`/proc/${pid}/root/go`, "");
          await eventually("the cgroup is gone", () => !existsSync(cgroup));
        } finally {
          killProcess(shim, "SIGCONT");
        }
        const topics = ["create", "start", "oom", "exit"].map((topic) => `/tasks/${topic}`);
        expect((await recorder.waitFor(id, topics)).map(({ topic }) => topic)).toEqual(topics);
        await remove(containerd(), id);
      } finally {
        await recorder.stop();
      }
    });
  }

  test("an update changes limits of memory, processor and processes", async () => {
    const { id, cgroup } = await start(["sleep", "1000"], { flags: ["--memory-limit", String(64 * mebibyte)] });
    expect(readCgroup(cgroup, "memory.max")).toBe(String(64 * mebibyte));
    const client = await TaskClient.connect(containerd().shimSocket(id));
    try {
      const limits = {
        memory: { limit: 32 * mebibyte },
        cpu: { quota: 20_000, period: 100_000 },
        pids: { limit: 50 },
      };
      const resources = {
        typeUrl: "types.containerd.io/opencontainers/runtime-spec/1/LinuxResources",
        value: Buffer.from(JSON.stringify(limits)),
      };
      await client.call("Update", { id, resources }, { timeoutMs: 60_000 });
    } finally {
      client.close();
    }
    expect(readCgroup(cgroup, "memory.max")).toBe(String(32 * mebibyte));
    expect(readCgroup(cgroup, "cpu.max")).toBe("20000 100000");
    expect(readCgroup(cgroup, "pids.max")).toBe("50");
    await remove(containerd(), id);
  });

  test("a paused container is frozen, resumes, and can be killed while it is paused", async () => {
    const { ctr } = containerd();
    const { id, cgroup } = await start();
    const frozen = () => readCounters(cgroup, "cgroup.events").frozen;
    await ctr.run("tasks", "pause", id);
    await waitForStatus(containerd(), id, "PAUSED");
    expect(frozen()).toBe(1);
    await ctr.run("tasks", "resume", id);
    expect(frozen()).toBe(0);
    await ctr.run("tasks", "pause", id);
    await ctr.run("tasks", "kill", "--signal", "KILL", id);
    await waitForStatus(containerd(), id, "STOPPED");
    await ctr.try("tasks", "rm", id);
    await eventually("the cgroup is gone", () => !existsSync(cgroup));
    await remove(containerd(), id);
  });

  if (hasSystemd) {
    test("an exit of the container's own leaves no unit behind", async () => {
      const id = containerd().newId();
      const result = await run(containerd(), ["sh", "-c", "exit 5"], { id, flags: flags(id) });
      expect(result.exitCode).toBe(5);
      await eventually("the scope is gone", () => !existsSync(`/run/systemd/transient/runts-${id}.scope`));
    });
  }
});

interface Metrics {
  pids: Record<string, number>;
  cpu: Record<string, number>;
  memory: Record<string, number>;
  memory_events?: Record<string, number>;
}

/** What must be among the fields that are compared. */
const checked = {
  cpu: ["usage_usec", "user_usec", "system_usec", "nr_periods", "nr_throttled", "throttled_usec"],
  memory: ["anon", "file", "slab", "pgfault", "inactive_anon", "active_anon", "usage"],
};

function counters(cgroup: string): Record<"cpu" | "memory", Record<string, number>> {
  return {
    cpu: readCounters(cgroup, "cpu.stat"),
    memory: { ...readCounters(cgroup, "memory.stat"), usage: Number(readCgroup(cgroup, "memory.current")) },
  };
}

let lastUsage = "";

/** Whether nothing ran since the last look. */
function quiet(cgroup: string): boolean {
  const usage = readCgroup(cgroup, "cpu.stat");
  const same = usage === lastUsage;
  lastUsage = usage;
  return same;
}
