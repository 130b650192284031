// What clients send is bytes: properties of what reaches the runtime, the bundle and the events, beside the Go shim.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { OutputReader } from "../../conformance/driver/fifo.ts";
import type { RuncOptions } from "../../conformance/driver/shim-driver.ts";
import { processFields, resourcesFields } from "../../oci/shapes.ts";
import { readAsGo, readWhole } from "../driver/go-json.ts";
import { type JsonShape, jsonOf, largeJson, oddName, textOfLarge } from "../driver/odd-text.ts";
import { bothDid, requestDifferences } from "../driver/request-differences.ts";
import type { Twin } from "../driver/twins.ts";
import { oracles, useTwins } from "../driver/use-twins.ts";
import { type Budget, holds, propertyTimeout } from "../helpers/property.ts";
import { isOurs } from "../helpers/shim-under-test.ts";

type Fields = Readonly<Record<string, JsonShape>>;
/** Without what came later than the oldest Go shim that is compared with. */
const { scheduler: _s, ioPriority: _i, execCPUAffinity: _e, ...processKeys } = processFields as Fields;
const { cpu, memory, ...otherResources } = resourcesFields as Fields;
const without = (shape: JsonShape | undefined, ...keys: string[]): JsonShape => {
  const { fields } = shape as { fields: Fields };
  return { fields: Object.fromEntries(Object.entries(fields).filter(([key]) => !keys.includes(key))) };
};
const processShape: JsonShape = { fields: processKeys };
const resourcesShape: JsonShape = {
  fields: {
    ...otherResources,
    cpu: without(cpu, "burst", "idle"),
    memory: without(memory, "checkBeforeUpdate"),
  },
};

/** How much of the JSON is none, or of a wrong type: a percentage of its values. */
const wrong = 1;

describe.each(isOurs ? oracles : [])("beside the Go shim %s", (oracle) => {
  const withTwins = useTwins(oracle);

  const property = (name: string, budget: Budget, body: (name: string, budget: Budget) => Promise<void>) => {
    test(name, { timeout: propertyTimeout(budget) }, () => body(name, budget));
  };

  property("the process object of an exec reaches the runtime as it came", { seconds: 3.5 }, (name, budget) =>
    withTwins(async (both) => {
      let count = 0;
      await both(async ({ runtime }) => runtime.set("exec", { status: 7, error: "no" }));
      const request = fc.record({ json: jsonOf(processShape, { wrong }), execId: oddName, terminal: fc.boolean() });
      await holds(name, budget, request, async ({ json, execId: odd, terminal }) => {
        count += 1;
        const given = { execId: `${count}${odd}`, value: Buffer.from(json, "latin1"), terminal };
        const [ours, go] = await both((twin) => execRefusedByRuntime(twin, given));
        if (!bothDid(ours.added, go.added) || ours.seen === undefined || go.seen === undefined) return;
        expect([ours.started, ours.commands]).toEqual([go.started, go.commands]);
        expect(readAsGo(ours.seen, processShape)).toEqual(readAsGo(go.seen, processShape));
        // And beyond what Go says: as it came.
        expect(readWhole(ours.seen)).toEqual(readWhole(given.value));
      });
    }),
  );

  property("and so does a large one", { seconds: 2.5 }, (name, budget) =>
    withTwins(async (both) => {
      let count = 0;
      await both(async ({ runtime }) => runtime.set("exec", { status: 7, error: "no" }));
      await holds(name, budget, largeJson, async (large) => {
        count += 1;
        const value = Buffer.from(textOfLarge(large, "args"), "latin1");
        const [ours, go] = await both((twin) =>
          execRefusedByRuntime(twin, { execId: `large-${count}`, value, terminal: false }),
        );
        if (!bothDid(ours.added, go.added) || ours.seen === undefined) return;
        expect([ours.started, ours.commands]).toEqual([go.started, go.commands]);
        const expected = Buffer.concat([Buffer.from('{"terminal":false,'), value.subarray(1)]);
        expect(ours.seen.equals(expected)).toBe(true);
      });
    }),
  );

  property("the resources of Update reach the runtime as they came", { seconds: 2 }, (name, budget) =>
    withTwins((both) =>
      holds(name, budget, jsonOf(resourcesShape, { wrong }), async (json) => {
        const value = Buffer.from(json, "latin1");
        const [ours, go] = await both(async (twin) => {
          const { client, id, runtime } = twin;
          const done = await twin.outcome(client.call("Update", { id, resources: { typeUrl: "x", value } }));
          return { done, seen: "answer" in done ? runtime.update : undefined, commands: twin.commands() };
        });
        if (!bothDid(ours.done, go.done) || ours.seen === undefined || go.seen === undefined) return;
        expect(ours.commands).toEqual(go.commands.map(withEqualsSign));
        expect(readAsGo(ours.seen, resourcesShape)).toEqual(readAsGo(go.seen, resourcesShape));
        expect(readWhole(ours.seen)).toEqual(readWhole(value));
      }),
    ),
  );

  const oddOptions = fc.record<RuncOptions>({
    noPivotRoot: fc.boolean(),
    noNewKeyring: fc.boolean(),
    systemdCgroup: fc.boolean(),
    ioUid: fc.constantFrom(0, 1, 65_535, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 2),
    ioGid: fc.constantFrom(0, 1, 65_535, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 2),
    criuImagePath: fc.oneof(fc.constant(""), oddName),
    criuWorkPath: fc.oneof(fc.constant(""), oddName),
  });

  const create = fc.record({ id: oddName, fifo: fc.option(oddName, { nil: undefined }), options: oddOptions });

  property("names, paths and options of Create arrive as they were given", { seconds: 4 }, (name, budget) =>
    withTwins(async (both) => {
      let count = 0;
      await holds(name, budget, create, async ({ id: odd, fifo, options }) => {
        count += 1;
        const id = `${count}${odd}`;
        const [ours, go] = await both((twin) => live(twin, id, { fifo, options }));
        if (bothDid(ours.created, go.created)) expect(ours).toEqual(go);
      });
    }),
  );
});

test("the known differences are lines that are there", () => {
  const text = readFileSync(join(import.meta.dirname, "../../docs/differences.md"), "utf8");
  for (const { line } of requestDifferences) expect(text).toContain(`\n| ${line} |`);
});

/** Exec, and Start that the runtime refuses once it has read the process object. */
async function execRefusedByRuntime(twin: Twin, given: { execId: string; value: Uint8Array; terminal: boolean }) {
  const { client, id, runtime } = twin;
  const { execId, value, terminal } = given;
  const stdout = terminal ? "/dev/null" : "";
  const spec = { typeUrl: "x", value };
  const added = await twin.outcome(client.call("Exec", { id, execId, terminal, stdout, spec }));
  if (!("answer" in added)) return { added };
  const started = await twin.outcome(client.call("Start", { id, execId }));
  await client.call("Delete", { id, execId });
  return { added, started, seen: runtime.process, commands: twin.commands() };
}

/** A whole life, and what it left behind: answers, the runtime's command lines, files, events. */
async function live(twin: Twin, id: string, { fifo, options }: { fifo: string | undefined; options: RuncOptions }) {
  const { driver, client, runtime } = twin;
  const bundle = driver.bundle({ id });
  const stdout = fifo === undefined ? undefined : join(driver.directory, "fifo", `${id}${fifo}`.slice(0, 60));
  const reader = stdout === undefined ? undefined : new OutputReader(stdout);
  const stdio = stdout === undefined ? {} : { stdout, stderr: stdout };
  const request = { ...bundle.createRequest({ ...runtime.options, ...options }), ...stdio };
  twin.commands();
  try {
    const created = await twin.outcome(client.call("Create", request));
    if (!("answer" in created)) return { created };
    const state = await client.call("State", { id });
    await client.call("Start", { id });
    const files = ["options.json", "runtime"].map((name) => readFileSync(join(bundle.path, name), "utf8"));
    const config = runtime.recorded("config.json").equals(readFileSync(join(bundle.path, "config.json")));
    const names = readdirSync(bundle.path).filter((file) => !notGoOnly.has(file));
    await client.call("Kill", { id, signal: 9 });
    const { exitStatus } = await client.call("Wait", { id });
    await client.call("Delete", { id });
    await driver.events.waitFor(id, 4);
    return {
      created: { answer: "a pid" },
      state: withoutChance(state, twin),
      files: [JSON.parse(files[0] ?? ""), files[1]].map((file) => twin.clean(JSON.stringify(file))),
      ...{ config, names, exitStatus },
      commands: twin.commands(),
      events: driver.events.of(id).map(({ topic, fields }) => [topic, withoutChance(fields, twin)]),
    };
  } finally {
    reader?.close();
    bundle.close();
  }
}

/** docs/differences.md: "Command line of `runc update`". */
function withEqualsSign(words: readonly string[]): string[] {
  const at = words.indexOf("--resources");
  return at < 0 ? [...words] : [...words.slice(0, at), `--resources=${words[at + 1]}`, ...words.slice(at + 2)];
}

/** docs/differences.md: "Files in the bundle", "The runtime's log". */
const notGoOnly = new Set(["cgroups.new", "init.exit", "delete.answer", "log.json", "address"]);

function withoutChance(fields: object, twin: Twin): unknown {
  const { pid: _p, exitedAt: _e, ...rest } = { ...fields } as Record<string, unknown>;
  return JSON.parse(twin.clean(JSON.stringify(rest)));
}
