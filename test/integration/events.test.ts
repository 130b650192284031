// What subscribers of containerd see: the same events as from the Go shim, field by field.

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { execWords, killShim, remove, run, runDetached, runWords, waitForStatus } from "../helpers/containers.ts";
import { isContainerd2 } from "../helpers/daemon-under-test.ts";
import { EventRecorder, normalise } from "../helpers/events.ts";
import { shims } from "../helpers/shim-under-test.ts";
import { Terminal } from "../helpers/terminal.ts";
import { useContainerd } from "../helpers/use-containerd.ts";

const containerd = useContainerd();
let recorder: EventRecorder | undefined;

beforeAll(async () => {
  recorder = await EventRecorder.start(containerd());
});
afterAll(() => recorder?.stop());

interface Scenario {
  name: string;
  topics: readonly string[];
  play(id: string, runtime: string): Promise<void>;
}

const life = ["/tasks/create", "/tasks/start", "/tasks/exit", "/tasks/delete"];
const wait = (id: string, status: string) => waitForStatus(containerd(), id, status);

const scenarios: Scenario[] = [
  {
    name: "a container that ends by itself",
    topics: life,
    play: async (id, runtime) => {
      await run(containerd(), ["sh", "-c", "exit 42"], { id, runtime });
    },
  },
  {
    name: "a container at a terminal",
    topics: life,
    play: async (id, runtime) => {
      const words = runWords(containerd(), ["true"], { id, runtime, flags: ["--rm", "-t"] });
      await new Terminal(containerd().ctr.argv(...words)).exit();
    },
  },
  {
    name: "a container without stdio",
    topics: life,
    play: async (id, runtime) => {
      await run(containerd(), ["true"], { id, runtime, flags: ["--null-io"] });
    },
  },
  {
    name: "an exec",
    topics: [...life, "/tasks/exec-added", "/tasks/exec-started", "/tasks/exit"],
    play: async (id, runtime) => {
      await runDetached(containerd(), undefined, { id, runtime });
      await containerd().ctr.try(...execWords(id, ["sh", "-c", "exit 7"], { execId: "one" }));
      await remove(containerd(), id);
    },
  },
  {
    name: "an exec whose command does not exist",
    topics: [...life, "/tasks/exec-added"],
    play: async (id, runtime) => {
      await runDetached(containerd(), undefined, { id, runtime });
      await containerd().ctr.try(...execWords(id, ["/bin/nope"], { execId: "one" }));
      await remove(containerd(), id);
    },
  },
  {
    name: "a kill",
    topics: life,
    play: async (id, runtime) => {
      await runDetached(containerd(), undefined, { id, runtime });
      await containerd().ctr.run("tasks", "kill", "--signal", "KILL", id);
      await wait(id, "STOPPED");
      await remove(containerd(), id);
    },
  },
  {
    name: "pause and resume",
    topics: [...life, "/tasks/paused", "/tasks/resumed"],
    play: async (id, runtime) => {
      await runDetached(containerd(), undefined, { id, runtime });
      await containerd().ctr.run("tasks", "pause", id);
      await containerd().ctr.run("tasks", "resume", id);
      await remove(containerd(), id);
    },
  },
  {
    name: "a container whose command does not exist",
    topics: [],
    play: async (id, runtime) => {
      await run(containerd(), ["/bin/nope"], { id, runtime });
    },
  },
];

/** Since 2.0 the Go shim exits without sending what it still has to send, at times the last event; ours must not. */
async function recordGo(record: (timeoutMs?: number) => Promise<unknown>): Promise<unknown> {
  for (let attempt = 1; isContainerd2 && attempt < 5; attempt += 1) {
    const events = await record(1_000).catch(() => undefined);
    if (events !== undefined) return events;
  }
  return record();
}

describe("ctr events shows the same as for the Go shim:", () => {
  for (const { name, topics, play } of scenarios) {
    test(name, async () => {
      const record = async (runtime: string, timeoutMs?: number) => {
        const id = containerd().newId();
        await play(id, runtime);
        return normalise((await recorder?.waitFor(id, topics, { timeoutMs })) ?? [], id);
      };
      const expected = await recordGo((timeoutMs) => record(shims.go.runtime, timeoutMs));
      expect(await record(containerd().shim.runtime)).toEqual(expected);
    });
  }

  test("a shim that is killed", async () => {
    const record = async (runtime: string) => {
      const id = await runDetached(containerd(), undefined, { runtime });
      await killShim(containerd(), id);
      const events = (await recorder?.waitFor(id, life)) ?? [];
      await remove(containerd(), id);
      return normalise(events, id);
    };
    const expected = await record(shims.go.runtime);
    expect(await record(containerd().shim.runtime)).toEqual(expected);
  });
});

describe("the order of events", () => {
  test("has the start of an exec before its exit, 30 times at once", async () => {
    const id = await runDetached(containerd());
    const execIds = Array.from({ length: 30 }, (_, number) => `e${number}`);
    await Promise.all(execIds.map((execId) => containerd().ctr.try(...execWords(id, ["true"], { execId }))));
    await remove(containerd(), id);
    const perExec = ["/tasks/exec-added", "/tasks/exec-started", "/tasks/exit"];
    const events = (await recorder?.waitFor(id, [...life, ...execIds.flatMap(() => perExec)])) ?? [];
    for (const execId of execIds) {
      const own = events.filter(({ fields }) => fields.exec_id === execId || fields.id === execId);
      expect(own.map(({ topic }) => topic)).toEqual(perExec);
    }
    expect(events.slice(-2).map(({ topic }) => topic)).toEqual(["/tasks/exit", "/tasks/delete"]);
  });

  test("has the exit before ctr run returns", async () => {
    const id = containerd().newId();
    await containerd().ctr.try(...runWords(containerd(), ["true"], { id, flags: ["--rm"] }));
    const events = (await recorder?.waitFor(id, life)) ?? [];
    expect(events.map(({ topic }) => topic)).toEqual(life);
  });
});
