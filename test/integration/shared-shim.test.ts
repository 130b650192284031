// Many containers in one shim, by the option ShimGroup (docs/options.md): none is harmed by another's fate.

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { failure } from "../../conformance/driver/container.ts";
import { ociProcess } from "../../conformance/driver/oci-spec.ts";
import type { Bundle } from "../../conformance/driver/shim-driver.ts";
import { runtimeoptions } from "../../proto/gen/options.js";
import { useDriver } from "../driver/use-driver.ts";
import { eventually } from "../helpers/eventually.ts";
import { isAlive } from "../helpers/processes.ts";
import { isOurs } from "../helpers/shim-under-test.ts";
import { sized, soakTimeout } from "../helpers/soak.ts";

const driver = useDriver();
const count = sized(50, 200);

function options(toml: string) {
  const value = runtimeoptions.v1.Options.encode({ configBody: Buffer.from(toml) }).finish();
  return { typeUrl: "runtimeoptions.v1.Options", value };
}

/** A marshalled Any, as containerd up to 2.2 gives it to `start`. */
function any({ typeUrl, value }: { typeUrl: string; value: Uint8Array }): Uint8Array {
  const field = (number: number, bytes: Uint8Array) => [(number << 3) | 2, bytes.length, ...bytes];
  return Uint8Array.from([...field(1, Buffer.from(typeUrl)), ...field(2, value)]);
}

async function start(bundle: Bundle, toml: string): Promise<string> {
  const result = await driver().run([...driver().flags(bundle), "start"], {
    cwd: bundle.path,
    stdin: any(options(toml)),
  });
  if (result.exitCode !== 0) throw new Error(result.stderr);
  return result.stdout.toString();
}

describe.runIf(isOurs)("ShimGroup", () => {
  const inRoot = (toml: string) => `Root = "${driver().runtimeRoot}"\n${toml}`;

  test("puts all containers of a namespace, or all with the same name, into one shim; `pod` goes by the annotations", async () => {
    const pod = { "io.kubernetes.cri.sandbox-id": driver().newId("pod") };
    const bundles = Array.from({ length: 8 }, (_, n) => driver().bundle(n >= 6 ? { annotations: pod } : {}));
    const wanted = ["namespace", "namespace", "batch", "batch", "pod", "pod", "pod", "pod"];
    const addresses: string[] = [];
    for (const [n, bundle] of bundles.entries())
      addresses.push(await start(bundle, inRoot(`ShimGroup = "${wanted[n]}"`)));
    const [a, b, c, d, e, f, g, h] = addresses;
    expect([a === b, c === d, g === h]).toEqual([true, true, true]);
    expect(new Set([a, c, e, f, g]).size).toBe(5);
    for (const [n, address] of [...new Set(addresses)].entries()) {
      await driver().shutdown(await driver().connect(address), bundles[n] as Bundle);
    }
  });

  test.each(["../x", "a/b", "a b", "x:y"])("%j is no name", async (name) => {
    const bundle = driver().bundle();
    await expect(start(bundle, `ShimGroup = "${name}"`)).rejects.toThrow("ShimGroup must be a name");
  });

  test(`keeps ${count} containers apart, whatever becomes of some`, soakTimeout, async () => {
    const toml = inRoot('ShimGroup = "namespace"');
    const bundles = Array.from({ length: count }, () =>
      driver().bundle({ args: ["sh", "-c", "trap 'exit 130' INT; while read -r line; do echo $line; done"] }),
    );
    const addresses = new Set<string>();
    const first = await start(bundles[0] as Bundle, toml);
    const client = await driver().connect(first);
    const make = async (bundle: Bundle): Promise<void> => {
      addresses.add(await start(bundle, toml));
      const stdin = bundle.input();
      const stdout = bundle.output();
      const request = { ...bundle.createRequest(), options: options(toml), stdin: stdin.path, stdout: stdout.path };
      await client.call("Create", request);
      await client.call("Start", { id: bundle.id });
      stdin.write(`${bundle.id}\n`);
      await eventually(`${bundle.id} answers`, () => stdout.text === `${bundle.id}\n`, { timeoutMs: 30_000 });
    };
    for (let n = 0; n < count; n += 8) await Promise.all(bundles.slice(n, n + 8).map(make));
    expect([...addresses]).toEqual([first]);

    // Some fail to mount, some can't write their log, some flood their terminal, some are killed, some exec.
    const trouble = Array.from({ length: 24 }, async (_, n) => {
      const bundle = driver().bundle({
        rootfs: n % 4 === 0 ? "rootfs" : driver().rootfs,
        terminal: n % 4 === 2,
        args: n % 4 === 2 ? ["yes"] : ["true"],
      });
      const request = { ...bundle.createRequest(), options: options(toml) };
      switch (n % 4) {
        case 0: {
          const missing = { type: "bind", source: "/nonexistent", target: "", options: ["rbind"] };
          return failure(client.call("Create", { ...request, rootfs: [missing] }));
        }
        case 1: {
          mkdirSync(join(bundle.path, "directory"));
          return failure(client.call("Create", { ...request, stdout: `file://${bundle.path}/directory` }));
        }
        case 2: {
          const stdout = bundle.output();
          await client.call("Create", { ...request, terminal: true, stdout: stdout.path });
          await client.call("Start", { id: bundle.id });
          await eventually("its flood", () => stdout.text.length > 100_000, { timeoutMs: 30_000 });
          await client.call("Kill", { id: bundle.id, signal: 9 });
          await client.call("Wait", { id: bundle.id });
          return client.call("Delete", { id: bundle.id });
        }
        default: {
          const { id } = bundles[n] as Bundle;
          await client.call("Exec", {
            id,
            execId: "e",
            spec: { typeUrl: "", value: ociProcess(["sh", "-c", "exit 7"]) },
          });
          await client.call("Start", { id, execId: "e" });
          expect(await client.call("Wait", { id, execId: "e" })).toMatchObject({ exitStatus: 7 });
          return client.call("Delete", { id, execId: "e" });
        }
      }
    });
    const others = bundles.map(async ({ id }) => (await client.call("State", { id })).status);
    expect(new Set(await Promise.all(others))).toEqual(new Set([2]));
    await Promise.all(trouble);

    // Each ends for itself and is told for itself.
    for (const [n, { id }] of bundles.entries()) await client.call("Kill", { id, signal: n % 2 === 0 ? 9 : 2 });
    const statuses = await Promise.all(bundles.map(async ({ id }) => (await client.call("Wait", { id })).exitStatus));
    expect(statuses).toEqual(bundles.map((_, n) => (n % 2 === 0 ? 137 : 130)));
    await Promise.all(bundles.map(({ id }) => client.call("Delete", { id })));
    for (const [n, { id }] of bundles.entries()) {
      const hadExec = n < 24 && n % 4 === 3;
      const topics = (await driver().events.waitFor(id, hadExec ? 7 : 4)).filter((topic) => !topic.startsWith("exec-"));
      expect(topics).toEqual(["create", "start", ...(hadExec ? ["exit"] : []), "exit", "delete"]);
    }
    await driver().shutdown(client, bundles[0] as Bundle);
  });

  test("logs on where its first container's log has ended", async () => {
    const toml = inRoot('ShimGroup = "namespace"');
    const [one, two] = [driver().bundle(), driver().bundle()];
    const client = await driver().connect(await start(one, toml));
    await client.call("Create", { ...one.createRequest(), options: options(toml) });
    const pid = one.shimPid() ?? 0;
    // containerd closes it with the container.
    one.closeLog();
    await start(two, toml);
    // No line was lost before: not even the first one is.
    await client.call("Create", { ...two.createRequest(), options: options(toml) });
    process.kill(pid, "SIGUSR1");
    await eventually("a line in the second's log", () => two.logText().includes("container "));
    for (const { id } of [one, two]) {
      await client.call("Kill", { id, signal: 9 });
      await client.call("Wait", { id });
      await client.call("Delete", { id });
    }
    await driver().shutdown(client, one);
    await eventually("it has gone", () => !isAlive(pid));
  });
});
