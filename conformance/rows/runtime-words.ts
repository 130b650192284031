// The runtime's command lines, and its failures in words (docs/contract/task-service.md 2.2): a runtime that behaves as it is told.

import { rmSync } from "node:fs";
import { FakeRuntime, type Verb } from "../driver/fake-runtime.ts";
import { ociProcess } from "../driver/oci-spec.ts";
import { notFound, type Refusal, refusal, refused, same } from "../expect.ts";
import { page, type Row } from "../row.ts";
import { type Fake, withFake } from "../with-fake.ts";

const spec = { typeUrl: "x/Process", value: ociProcess(["true"]) };
const resources = { typeUrl: "x", value: Buffer.from('{"pids":{"limit":7}}') };

type Failing = readonly [verb: Verb, call: (fake: Fake) => Promise<unknown>, logged: Refusal];
const failing: readonly Failing[] = [
  ["pause", ({ client, id }) => client.call("Pause", { id }), refusal("OCI runtime pause failed: the reason")],
  [
    "exec",
    async ({ client, id }) => {
      await client.call("Exec", { id, execId: "e", spec });
      const started = client.call("Start", { id, execId: "e" });
      await started.finally(() => client.call("Delete", { id, execId: "e" }).catch(() => {}));
    },
    refusal("OCI runtime exec failed: the reason"),
  ],
  ["ps", ({ client, id }) => client.call("Pids", { id }), refusal(/did not terminate successfully: exit status 1/)],
  [
    "update",
    ({ client, id }) => client.call("Update", { id, resources }),
    refusal(/did not terminate successfully: exit status 1/),
  ],
];

const failureRows = failing.map(
  ([verb, call, want]): Row => ({
    name: `A ${verb} that the runtime fails: ${want.message}`,
    contract: page.task("2.2"),
    check: (stage) =>
      withFake(stage, async (fake) => {
        fake.runtime.set(verb, { status: 1, error: "the reason" });
        await refused(verb, call(fake), want);
        fake.runtime.set(verb);
      }),
  }),
);

/** What a kill command prints on its failure, and what that means. */
const killTexts: readonly (readonly [string, Refusal])[] = [
  ["os: process already finished", notFound("process already finished")],
  ["container not running", notFound("process already finished")],
  ["No Such Process", notFound("process already finished")],
  ["container does not exist", notFound("no such container")],
  ["something else", refusal(/^unknown error after kill: .*something else/s)],
];

const killRows = killTexts.map(
  ([text, want]): Row => ({
    name: `A kill of which the runtime says "${text}": ${want.message}`,
    contract: page.task("4.7"),
    check: (stage) =>
      withFake(stage, async ({ runtime, client, id }) => {
        runtime.set("kill", { status: 1, output: text });
        await refused("Kill", client.call("Kill", { id, signal: 15 }), want);
        runtime.set("kill");
      }),
  }),
);

const createRows: Row[] = [
  {
    name: "A create that the runtime fails: the last error of its log",
    contract: page.task("2.2"),
    async check(stage) {
      const runtime = new FakeRuntime(stage.driver);
      runtime.set("create", { status: 1, error: "the reason" });
      const { bundle, client } = await stage.empty();
      const call = client.call("Create", bundle.createRequest(runtime.options));
      await refused("Create", call, refusal("OCI runtime create failed: the reason"));
      await stage.driver.shutdown(client, bundle);
    },
  },
  {
    name: "A create that fails without a line in the log: the exit status",
    contract: page.task("2.2"),
    async check(stage) {
      const runtime = new FakeRuntime(stage.driver);
      runtime.set("create", { status: 3 });
      const { bundle, client } = await stage.empty();
      const call = client.call("Create", bundle.createRequest(runtime.options));
      await refused(
        "Create",
        call,
        refusal(/^OCI runtime create failed: .*did not terminate successfully: exit status 3/s),
      );
      await stage.driver.shutdown(client, bundle);
    },
  },
  {
    name: "A runtime that is not there: Create says which",
    contract: page.task("2.2"),
    async check(stage) {
      const { bundle, client } = await stage.empty();
      const call = client.call("Create", bundle.createRequest({ binaryName: "/nonexistent/runtime" }));
      await refused("Create", call, refusal(/^OCI runtime create failed: .*\/nonexistent\/runtime: no such file/s));
      await stage.driver.shutdown(client, bundle);
    },
  },
  {
    name: "A start that the runtime fails: its words, and the task can be deleted",
    contract: page.task("2.2"),
    async check(stage) {
      const runtime = new FakeRuntime(stage.driver);
      runtime.set("start", { status: 1, error: "the reason" });
      const { bundle, client } = await stage.empty();
      const { id } = bundle;
      await client.call("Create", bundle.createRequest(runtime.options));
      await refused("Start", client.call("Start", { id }), refusal("OCI runtime start failed: the reason"));
      await client.call("Kill", { id, signal: 9 });
      await client.call("Wait", { id });
      await client.call("Delete", { id });
      await stage.driver.shutdown(client, bundle);
    },
  },
  {
    name: "A delete of which the runtime says that the container does not exist: a success",
    contract: page.task("2.2"),
    check: (stage) =>
      withFake(stage, async ({ runtime, client, id }) => {
        await client.call("Kill", { id, signal: 9 });
        await client.call("Wait", { id });
        rmSync(runtime.stateOf(stage.driver, id), { recursive: true });
      }),
  },
  {
    name: "A delete that the runtime fails: its words, and the next Delete works",
    contract: page.task("2.2"),
    check: (stage) =>
      withFake(stage, async ({ runtime, client, id }) => {
        await client.call("Kill", { id, signal: 9 });
        await client.call("Wait", { id });
        runtime.set("delete", { status: 1, error: "the reason" });
        await refused("Delete", client.call("Delete", { id }), refusal("failed to delete task: the reason"));
        runtime.set("delete");
      }),
  },
  {
    name: "NOTIFY_SOCKET of the daemon: not given to the runtime",
    contract: "docs/known-failures.md: KF-097",
    async check(stage) {
      const runtime = new FakeRuntime(stage.driver);
      const bundle = stage.bundle();
      const words = { cwd: bundle.path, environment: { NOTIFY_SOCKET: "/nowhere" } };
      const { stdout } = await stage.driver.run([...stage.driver.flags(bundle), "start"], words);
      const client = await stage.driver.connect(stdout.toString().trim());
      await client.call("Create", bundle.createRequest(runtime.options));
      same(
        "whether it had PATH and that one",
        ["PATH", "NOTIFY_SOCKET"].map((name) => runtime.hadVariable(name)),
        [true, false],
      );
      await client.call("Delete", { id: bundle.id });
      await stage.driver.shutdown(client, bundle);
    },
  },
];

export const rows: readonly Row[] = [...failureRows, ...killRows, ...createRows];
