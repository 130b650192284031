// Arguments, variables, directories and annotations as no client sends them, in real containers: what the kernel has of the
// process is what was asked for. Properties.

import { readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect } from "vitest";
import { TestContainer } from "../../conformance/driver/container.ts";
import { ociSpec } from "../../conformance/driver/oci-spec.ts";
import { describeRuntimes } from "../driver/lanes.ts";
import { oddText } from "../driver/odd-text.ts";
import { eventually } from "../helpers/eventually.ts";
import { giveBackNullDevice } from "../helpers/null-device.ts";
import { type Budget, property } from "../helpers/property.ts";

const budget: Budget = { seconds: 2.5 };

/** A few words, some of them long, or thousands. The kernel takes 128 KiB of one, and here 2 MiB of all. */
const words = fc.oneof(
  { weight: 6, arbitrary: fc.array(oddText(), { maxLength: 6 }) },
  {
    weight: 2,
    arbitrary: fc.tuple(oddText(8), fc.integer({ min: 1, max: 8000 })).map(([text, times]) => [text.repeat(times)]),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(oddText(8), fc.integer({ min: 1, max: 3000 }))
      .map(([text, count]) => Array.from({ length: count }, () => text)),
  },
);
const fits = (list: readonly string[]) =>
  list.every((word) => Buffer.byteLength(word) < 100_000) &&
  list.reduce((sum, word) => sum + Buffer.byteLength(word) + 9, 0) < 600_000;

const oddProcess = fc
  .record({
    args: words,
    values: words,
    annotations: fc.dictionary(
      oddText(8).filter((key) => key !== ""),
      oddText(),
      { maxKeys: 4 },
    ),
    umask: fc.constantFrom(0, 0o22, 0o777),
    uid: fc.constantFrom(0, 1, 1000, 65_534, 2 ** 31 - 1),
  })
  .filter(({ args, values }) => fits([...args, ...values]));
type OddProcess = typeof oddProcess extends fc.Arbitrary<infer T> ? T : never;

/** It stays what it is; its arguments are behind a `--` of ours. */
const program = ["sh", "-c", "while :; do sleep 1000; done", "--"];

giveBackNullDevice();

describeRuntimes("a process of a container", ({ driver, options }) => {
  property(
    "has the arguments and variables that it was given, as init and as exec",
    budget,
    oddProcess,
    async (odd) => {
      const { annotations } = odd;
      const bundle = { args: [...program, ...odd.args], annotations };
      const spec = ociSpec({ ...bundle, rootfs: driver().rootfs, cgroupsPath: `/${driver().namespace}/odd` }) as Spec;
      Object.assign(spec.process, processOf(odd, spec.process));
      const container = await TestContainer.run(driver(), { runc: options, config: JSON.stringify(spec) });
      try {
        await expectProcess(container.pid, odd);
        const { client, id } = container;
        const value = Buffer.from(JSON.stringify(processOf(odd, spec.process)));
        await client.call("Exec", { id, execId: "e", spec: { typeUrl: "x", value } });
        const { pid } = await client.call("Start", { id, execId: "e" });
        await expectProcess(pid, odd);
      } finally {
        await container.end();
        container.bundle.close();
      }
    },
  );
});

interface Spec {
  readonly process: object;
}

function processOf({ args, values, uid, umask }: OddProcess, base: object): object {
  const env = ["PATH=/bin", ...values.map((value, n) => `V${n}=${value}`)];
  return { ...base, args: [...program, ...args], env, cwd: "/tmp", user: { uid, gid: uid, umask } };
}

async function expectProcess(pid: number, { args, values, uid }: OddProcess): Promise<void> {
  const read = (name: string) =>
    readFileSync(join(`/proc/${pid}`, name))
      .toString()
      .split("\0")
      .slice(0, -1);
  await eventually("the program runs", () => read("cmdline")[0] === "sh");
  expect(read("cmdline").slice(program.length)).toEqual(args);
  const variables = read("environ").filter((one) => /^V\d+=/.test(one));
  expect(variables.toSorted()).toEqual(values.map((value, n) => `V${n}=${value}`).toSorted());
  expect(readlinkSync(`/proc/${pid}/cwd`)).toMatch(/\/tmp$/);
  expect(readFileSync(`/proc/${pid}/status`, "utf8")).toMatch(new RegExp(`^Uid:\t${uid}\t`, "m"));
}
