// What the shim finds rather than is told: a bundle's specification, mounts to be made, its environment, names that are no
// UTF-8. Properties, beside the Go shim.

import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { FakeRuntime } from "../../conformance/driver/fake-runtime.ts";
import { OutputReader } from "../../conformance/driver/fifo.ts";
import { packOptions, type ShimDriver } from "../../conformance/driver/shim-driver.ts";
import { bytesOfText, nodePath, textOfBytes } from "../../sys/byte-text.ts";
import { codeStringsBy } from "../../ttrpc/strings.ts";
import { type JsonOptions, jsonString, jsonValue, utf8 } from "../driver/odd-text.ts";
import { bothDid } from "../driver/request-differences.ts";
import type { Twin } from "../driver/twins.ts";
import { useDriver } from "../driver/use-driver.ts";
import { oracles, useTwins } from "../driver/use-twins.ts";
import { CommandDirectory } from "../helpers/command-directory.ts";
import { daemonOf } from "../helpers/daemon-under-test.ts";
import { type Budget, holds, propertyTimeout } from "../helpers/property.ts";
import { isOurs } from "../helpers/shim-under-test.ts";

const property = (name: string, budget: Budget, body: (name: string, budget: Budget) => Promise<void>) => {
  test(name, { timeout: propertyTimeout(budget) }, () => body(name, budget));
};

const groups = ["io.containerd.runc.v2.group", "io.kubernetes.cri.sandbox-id"];

/** A specification's text: its annotations mostly right, whatever else there is. */
function oddConfig(options: JsonOptions): fc.Arbitrary<string> {
  const key = fc.oneof(fc.constantFrom(...groups.map((name) => `"${name}"`)), jsonString({ wrong: 0 }, 3));
  const value = fc.oneof(
    { weight: 30, arbitrary: jsonString(options, 6) },
    { weight: 2, arbitrary: fc.constantFrom("null", '""', '"."', '".."', '"a/../b"', '"/x//y/"') },
    { weight: options.wrong, arbitrary: jsonValue(options, 1) },
  );
  const map = fc.array(fc.tuple(key, value), { maxLength: 4 }).map(members);
  const annotations = fc.oneof({ weight: 12, arbitrary: map }, { weight: 1, arbitrary: fc.constant("null") });
  const name = fc.oneof(
    { weight: 9, arbitrary: fc.constant('"annotations"') },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '"Annotations"',
        '"annotation\\u0073"',
        '"ANNOTATIONS"',
        `"annotation${utf8("\u017f")}"`,
      ),
    },
  );
  const other = fc.tuple(jsonString({ wrong: 0 }, 3), jsonValue({ wrong: 0 }));
  const member = fc.oneof({ weight: 3, arbitrary: fc.tuple(name, annotations) }, { weight: 1, arbitrary: other });
  return fc.array(member, { minLength: 1, maxLength: 3 }).map(members);
}

const members = (entries: readonly (readonly [string, string])[]) =>
  `{${entries.map(([key, value]) => `${key}:${value}`).join(",")}}`;

describe.each(isOurs ? oracles : [])("start, beside the Go shim %s", (oracle) => {
  const ours = useDriver();
  const go = useDriver({ executable: daemonOf(oracle).goShim, path: [] });

  property("finds the same group in a specification, or none", { seconds: 3.5 }, async (name, budget) => {
    const driver = ours();
    /** The answer; undefined where it fails. */
    const start = async (by: ShimDriver, bundle: ReturnType<ShimDriver["bundle"]>) => {
      const { exitCode, stdout } = await by.run([...driver.flags(bundle), "start"], { cwd: bundle.path });
      return exitCode === 0 ? stdout.toString() : undefined;
    };
    const addressOf = (answer: string) =>
      answer.startsWith("{") ? (JSON.parse(answer) as { address: string }).address : answer;
    await holds(name, budget, oddConfig({ wrong: 1 }), async (config) => {
      const bundle = driver.bundle();
      writeFileSync(join(bundle.path, "config.json"), config, "latin1");
      // Whoever comes second is told of the first one's shim, where the group is the same.
      const first = await start(driver, bundle);
      const second = await start(go(), bundle);
      try {
        expect(second === undefined ? undefined : addressOf(second)).toBe(first);
      } finally {
        for (const answer of new Set([first, second].filter((text) => text !== undefined).map(addressOf))) {
          const client = await driver.connect(answer);
          await client.call("Shutdown", { id: bundle.id }).catch(() => {});
          await client.closed;
        }
        bundle.close();
      }
    });
  });
});

const flagWords = [
  ...["ro", "rw", "nosuid", "suid", "nodev", "dev", "noexec", "exec", "sync", "async", "dirsync", "noatime", "atime"],
  ...["nodiratime", "diratime", "relatime", "norelatime", "strictatime", "nostrictatime", "bind", "rbind", "remount"],
];
const dataWords = [
  "size=64k",
  "mode=0700",
  "nr_inodes=9",
  "size=1M",
  "nonsense",
  "size=x",
  "uid=7",
  "",
  "mode=0700,ro",
];

describe.each(isOurs ? oracles : [])("a rootfs, beside the Go shim %s", (oracle) => {
  const withTwins = useTwins(oracle);
  const mount = fc.record({
    type: fc.constantFrom("tmpfs", "tmpfs", "bind", "none", "overlay", ""),
    source: fc.constantFrom("one", "two", "o d\\d,1:", "nowhere", "tmpfs"),
    options: fc.array(fc.oneof(fc.constantFrom(...flagWords), fc.constantFrom(...dataWords)), { maxLength: 5 }),
  });

  property("is mounted the same, or fails with the same words", { seconds: 3 }, (name, budget) =>
    withTwins(async (both) => {
      await both(async ({ driver }) => {
        for (const one of ["one", "two", "o d\\d,1:"]) mkdirSync(join(driver.directory, one), { recursive: true });
      });
      let count = 0;
      await holds(name, budget, fc.array(mount, { minLength: 1, maxLength: 3 }), async (mounts) => {
        count += 1;
        const id = `m${count}`;
        const [ours, go] = await both((twin) => mounted(twin, id, mounts));
        if (bothDid(ours.created, go.created)) expect(ours).toEqual(go);
      });
    }),
  );
});

interface OddMount {
  readonly type: string;
  readonly source: string;
  readonly options: readonly string[];
}

/** What the runtime finds below the rootfs, and what is left of it afterwards. */
async function mounted(twin: Twin, id: string, mounts: readonly OddMount[]) {
  const { driver, client, runtime } = twin;
  const bundle = driver.bundle({ id, rootfs: "rootfs" });
  const at = (name: string) => join(driver.directory, name);
  const rootfs = mounts.map(({ type, source, options }) => ({
    type,
    source: source === "tmpfs" ? source : at(source),
    options:
      type === "overlay"
        ? [...options, `lowerdir=${at("one")}:${at("two")}`]
        : type === "bind"
          ? [...options, "bind"]
          : [...options],
  }));
  const below = (text: string) =>
    text
      .split("\n")
      .filter((line) => line.includes(`${bundle.path}/rootfs`))
      .map((line) => twin.clean(line.replace(/^\d+ \d+ \d+:\d+ /, "").replace(/\b(shared|master):\d+/g, "$1")));
  try {
    const created = await twin.outcome(client.call("Create", { ...bundle.createRequest(runtime.options), rootfs }));
    const left = () => below(readFileSync("/proc/self/mountinfo", "utf8"));
    if (!("answer" in created)) {
      expect(left()).toEqual([]);
      return { created };
    }
    const seen = below(runtime.recorded("mounts").toString());
    await client.call("Start", { id });
    await client.call("Kill", { id, signal: 9 });
    await client.call("Wait", { id });
    await client.call("Delete", { id });
    // Go leaves some of several to containerd.
    if (twin.isOurs) expect(left()).toEqual([]);
    return { created: { answer: "a pid" }, seen };
  } finally {
    bundle.close();
  }
}

/** Names and values as bytes, a character for each. */
const variable = fc.tuple(
  fc.oneof(
    fc.constantFrom(
      "X",
      "A.B-C",
      "é",
      "LD_LIBRARY_PATH",
      "MALLOC_ARENA_MAX",
      "BUN_BE_BUN",
      "NODE_OPTIONS",
      "BUN_JSC_useJIT",
    ),
    fc.constantFrom("OTEL_EXPORTER_X", "HOME", "\xff", "x\xe9", "a b", "constructor", "__proto__", "toString", "LANG"),
  ),
  fc.string({
    unit: fc.constantFrom(..."ab0 =\"'\\$`\n\t;:/%", "\xe9", "\xff", "\x80", utf8("世"), "\x01"),
    maxLength: 12,
  }),
);

describe.each(isOurs ? oracles : [])("the environment, beside the Go shim %s", (oracle) => {
  const commands = new CommandDirectory();
  afterAll(() => commands.remove());
  const wrapper = () => ["sh", join(commands.path, "with-variables")];
  const ours = useDriver(() => ({ wrapper: wrapper() }));
  const go = useDriver(() => ({ wrapper: wrapper(), executable: daemonOf(oracle).goShim, path: [] }));

  property("of containerd is the runtime's", { seconds: 3 }, (name, budget) =>
    holds(name, budget, fc.array(variable, { maxLength: 5 }), async (variables) => {
      const words = variables.map((pair) => `'${pair.join("=").replaceAll("'", "'\\''")}'`);
      writeFileSync(join(commands.path, "with-variables"), `exec env ${words.join(" ")} "$@"\n`, "latin1");
      const [a, b] = await Promise.all([ours(), go()].map(environmentOfRuntime));
      expect(a).toEqual(b);
      const last = new Map(variables.map(([key, value]) => [key, value]));
      for (const [key, value] of last) expect(a).toContain(`${key}=${value}`);
    }),
  );
});

/** docs/differences.md: "Environment of the runtime, and of FUSE helpers"; and what a shell adds. */
const notCompared =
  /^(NOTIFY_SOCKET|LISTEN_[A-Z]+|GOMAXPROCS|GOGC|RUNTS_\w+|OTEL_SERVICE_NAME|PWD|OLDPWD|SHLVL|_|PATH)=/;

async function environmentOfRuntime(driver: ShimDriver): Promise<string[]> {
  const runtime = new FakeRuntime(driver);
  runtime.record();
  const bundle = driver.bundle();
  const client = await driver.shim(bundle);
  await client.call("Create", bundle.createRequest(runtime.options));
  const text = runtime.recorded("environment").toString("latin1");
  await driver.end(client, bundle);
  const variables = text.replaceAll(driver.directory, "<directory>").split("\0").slice(0, -1);
  return variables.filter((one) => !notCompared.test(one)).toSorted();
}

/** Names with bytes that are no UTF-8, among others. */
const byteName = fc
  .string({
    unit: fc.constantFrom(..."ab", " ", "\xe9", "\xff", "\x80", "\xc3", utf8("世"), utf8("\ufffd")),
    minLength: 1,
    maxLength: 8,
  })
  .map((bytes) => textOfBytes(Buffer.from(bytes, "latin1")));

// Later ones refuse such strings altogether.
describe.runIf(isOurs)("names that are no UTF-8, beside the Go shim 1.6", () => {
  codeStringsBy({ textOfBytes, bytesOfText });
  const withTwins = useTwins("1.6");
  const names = fc.record({ bundle: byteName, fifo: byteName, source: byteName });

  property("are the same files to the shim, the runtime and who reads the events", { seconds: 2.5 }, (name, budget) =>
    withTwins(async (both) => {
      let count = 0;
      await holds(name, budget, names, async (odd) => {
        count += 1;
        const id = `b${count}`;
        const [ours, go] = await both((twin) => liveIn(twin, id, odd));
        if (bothDid(ours.created, go.created)) expect(ours).toEqual(go);
        else throw new Error(JSON.stringify([ours.created, go.created]));
      });
    }),
  );
});

/** A life in a bundle of another name, with a FIFO and a rootfs that have odd names as well. */
async function liveIn(twin: Twin, id: string, odd: { bundle: string; fifo: string; source: string }) {
  const { driver, client, runtime } = twin;
  const bundle = driver.bundle({ id, rootfs: "rootfs" });
  const path = `${bundle.path}-${odd.bundle}`;
  renameSync(bundle.path, nodePath(path));
  const reader = new OutputReader(join(driver.directory, "fifo", id));
  const stdout = `${reader.path}-${odd.fifo}`;
  renameSync(reader.path, nodePath(stdout));
  const source = `${join(driver.directory, id)}-${odd.source}`;
  mkdirSync(nodePath(source));
  twin.commands();
  try {
    const rootfs = [{ type: "bind", source, options: ["rbind"] }];
    const options = packOptions(runtime.options);
    const created = await twin.outcome(
      client.call("Create", { id, bundle: path, stdout, stderr: stdout, rootfs, options }),
    );
    if (!("answer" in created)) return { created };
    const { bundle: told, stdout: toldOutput } = await client.call("State", { id });
    await client.call("Start", { id });
    await client.call("Kill", { id, signal: 9 });
    await client.call("Wait", { id });
    await client.call("Delete", { id });
    await driver.events.waitFor(id, 4);
    const [{ fields } = { fields: {} }] = driver.events.of(id);
    return {
      created: { answer: "a pid" },
      told: twin.clean(`${told} ${toldOutput}`),
      commands: twin.commands(),
      event: twin.clean(JSON.stringify({ ...fields, pid: 0 })),
    };
  } finally {
    reader.close();
    bundle.close();
  }
}

// Where containerd keeps its sockets is its administrator's choice.
describe.runIf(isOurs).each(["ours", "Go's"])("a containerd whose directory is no UTF-8, by %s", (whose) => {
  const commands = new CommandDirectory();
  afterAll(() => commands.remove());
  const go = { executable: daemonOf("1.6").goShim, path: [] };
  const script = () => join(commands.path, "elsewhere");
  const driver = useDriver(() => ({ wrapper: ["sh", script()], ...(whose === "ours" ? {} : go) }));

  test("is told the address that follows from it, and of events", async () => {
    const odd = Buffer.concat([Buffer.from(join(driver().directory, "x")), Buffer.from([0xff, 0xe9])]);
    symlinkSync(driver().directory, odd);
    const address = `${odd.toString("latin1")}/daemon.sock`;
    const words = `p=; for w; do shift; [ "$p" != -address ] || w='${address}'; set -- "$@" "$w"; p=$w; done`;
    writeFileSync(script(), `${words}\nTTRPC_ADDRESS='${address}.ttrpc' exec "$@"\n`, "latin1");
    const bundle = driver().bundle();
    const group = Buffer.from(`${address}/${driver().namespace}/${bundle.id}`, "latin1");
    const answer = await driver().start(bundle);
    expect(answer).toBe(`unix:///run/containerd/s/${createHash("sha256").update(group).digest("hex")}`);
    const client = await driver().connect(answer);
    await client.call("Create", bundle.createRequest(new FakeRuntime(driver()).options));
    await driver().events.waitFor(bundle.id, 1);
    await client.call("Start", { id: bundle.id });
    await driver().end(client, bundle);
    await driver().events.waitFor(bundle.id, 4);
    rmSync(odd);
  });
});
