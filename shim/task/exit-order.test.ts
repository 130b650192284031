import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  caller,
  Door,
  FakeContainer,
  FakeProcess,
  type Happening,
  type Scenario,
  type Step,
} from "../../test/fixtures/fake-container.ts";
import { configureLog } from "../base/log.ts";
import { ExitOrder } from "./exit-order.ts";

/** Everything that follows without another event has followed. */
async function settle(): Promise<void> {
  for (let n = 0; n < 8; n += 1) await Promise.resolve();
}

function* permutations<T>(items: readonly T[]): Generator<T[]> {
  if (items.length === 0) yield [];
  for (const [at, item] of items.entries()) {
    for (const rest of permutations(items.toSpliced(at, 1))) yield [item, ...rest];
  }
}

const ends = ["first ends", "late ends", "init ends"] as const;

const lives: readonly { name: string; happenings: readonly Happening[]; scenario: Scenario }[] = [
  {
    name: "starts and ends",
    happenings: ["init's Start ends", "the late Start ends", ...ends, "Delete"],
    scenario: { privatePidNamespace: true, hasReaders: false },
  },
  {
    name: "Starts that fail",
    happenings: ["init's Start fails", "the late Start fails", "first ends", "init ends", "Delete"],
    scenario: { privatePidNamespace: true, hasReaders: false },
  },
  {
    name: "a kill of all that takes its time",
    happenings: ["init's Start ends", "the late Start ends", "init ends", "all are killed", "Delete"],
    scenario: { privatePidNamespace: false, hasReaders: false },
  },
  {
    name: "logging binaries",
    happenings: [
      "late ends",
      "init ends",
      "first's output is read",
      "late's output is read",
      "init's output is read",
      "Delete",
    ],
    scenario: { privatePidNamespace: true, hasReaders: true },
  },
  {
    name: "a logging binary that breaks",
    happenings: [
      "the late Start ends",
      "late ends",
      "late's logging binary breaks",
      "init ends",
      "init's output is read",
    ],
    scenario: { privatePidNamespace: true, hasReaders: true },
  },
];

/** What has happened to make the rest of a life short: each happens at its beginning where it is not in the list. */
const before: readonly Happening[] = [
  "init's Start ends",
  "the late Start ends",
  "first's output is read",
  "first ends",
];

async function live(happenings: readonly Happening[], scenario: Scenario): Promise<FakeContainer> {
  const container = await FakeContainer.begin(scenario);
  const isGiven = (happening: Happening) =>
    happenings.includes(happening) ||
    (happening === "init's Start ends" && happenings.includes("init's Start fails")) ||
    (happening === "the late Start ends" && happenings.includes("the late Start fails")) ||
    // Others' kill is what ends it.
    (happening === "first ends" && !scenario.privatePidNamespace);
  for (const happening of before.filter((each) => !isGiven(each))) container.happen(happening);
  await settle();
  for (const happening of happenings) {
    container.happen(happening);
    await settle();
    container.delete();
    await settle();
    container.check();
  }
  container.checkOrder();
  return container;
}

describe("ExitOrder, in each order of", () => {
  // Failures are logged.
  beforeAll(() => configureLog({ fd: -1 }));
  afterAll(() => configureLog({ fd: 2 }));

  for (const { name, happenings, scenario } of lives) {
    test(`${name}: tells each end once, as soon as nothing has to come before, init's last, and then Delete`, async () => {
      let count = 0;
      for (const each of permutations(happenings)) {
        const container = await live(each, scenario).catch((error: unknown) => {
          throw new Error(`in the order ${each.join(", ")}: ${(error as Error).message}`, { cause: error });
        });
        expect(container.deleted).toBe(happenings.includes("Delete"));
        count += 1;
      }
      expect(count).toBeGreaterThan(100);
    });
  }

  const steps: readonly Step[] = [
    "tellStart",
    "noteCollected",
    "applyExit",
    "findOomKills",
    "outputRead",
    "tellExit",
    "afterExit",
    "killAll",
    "end",
  ];
  test.each(steps)("starts and ends, where %s throws: tells them all the same", async (broken) => {
    for (const privatePidNamespace of [true, false]) {
      const happenings: readonly Happening[] = privatePidNamespace
        ? ["init's Start ends", "the late Start ends", ...ends]
        : ["all are killed", "the late Start ends", "late ends", "init ends"];
      for (const each of permutations(happenings)) {
        const container = await live([...each, "Delete"], { privatePidNamespace, hasReaders: false, broken });
        expect(container.deleted).toBe(true);
      }
    }
  });
});

describe("ExitOrder", () => {
  test("does not let an exec begin after init's end, and lets init's be told", async () => {
    const container = new FakeContainer({ privatePidNamespace: true, hasReaders: false });
    container.reaper.end(container.init.pidToBe);
    await expect(container.order.startExec(container.late, () => container.late.start())).rejects.toThrow(
      "container init init process is not running",
    );
    expect(container.told).toEqual(["collected init", "state init", "oom init", "exit init", "after init"]);
  });

  test("adopts an init that has no pid before its Start (a checkpoint) after the start was told", async () => {
    const container = new FakeContainer({ privatePidNamespace: true, hasReaders: false });
    const { reaper, told } = container;
    const init = new FakeProcess("init", 20, container);
    const order = new ExitOrder({ init, reaper, privatePidNamespace: true });
    order.adoptInit();
    reaper.end(20);
    init.started.open();
    await order.startInit(() => init.start());
    expect(told).toEqual(["start init", "collected init", "state init", "oom init", "exit init", "after init"]);
  });

  test.each([true, false])(
    "tells OOM kills of a Start after it, whether it succeeds (%s), and before the exit",
    async (isGood) => {
      const { init, order, reaper, told } = new FakeContainer({ privatePidNamespace: true, hasReaders: false });
      const start = order.startInit(() => init.start()).catch(() => {});
      init.onOomKill();
      reaper.end(init.pidToBe);
      expect(told).toEqual(["collected init"]);
      if (isGood) init.started.open();
      else init.started.fail(new Error("start failed"));
      await start;
      const first = isGood ? ["collected init", "start init"] : ["collected init"];
      expect(told).toEqual([...first, "kill init", "state init", "oom init", "exit init", "after init"]);
      init.onOomKill();
      expect(told.at(-1)).toBe("kill init");
    },
  );

  test("gives up a Delete that waits for the kill of all, with its caller", async () => {
    const container = new FakeContainer({ privatePidNamespace: false, hasReaders: false });
    container.reaper.end(container.init.pidToBe);
    const leaving = new AbortController();
    const remove = container.order.delete({ signal: leaving.signal, deadlineMs: undefined }, async () => {
      container.told.push("delete init");
    });
    leaving.abort(new Error("left"));
    await expect(remove).rejects.toThrow("left");
    expect(container.told).not.toContain("delete init");
  });

  test("lets Delete wait for the kill of all that its own end of init has brought about, and for those before", async () => {
    const container = new FakeContainer({ privatePidNamespace: false, hasReaders: false });
    const { init, late, order, reaper, told } = container;
    const kills = [new Door(), new Door()];
    init.killAll = () => kills[container.kills++]?.passed ?? Promise.resolve();
    init.endForDelete = async () => {
      reaper.end(init.pidToBe);
      await init.latch.wait(caller);
    };
    const start = order.startExec(late, () => late.start());
    const remove = order.delete(caller, async () => {
      told.push("delete init");
    });
    await settle();
    late.started.open();
    await start;
    expect(container.kills).toBe(2);
    kills[1]?.open();
    await settle();
    expect(told).toContain("exit init");
    expect(told).not.toContain("delete init");
    kills[0]?.open();
    await remove;
    expect(told.at(-1)).toBe("delete init");
  });
});
