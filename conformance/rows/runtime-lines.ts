// The runtime's command lines (docs/contract/task-service.md 2.1).

import { containerd as optionTypes } from "../../proto/gen/options.js";
import type { Verb } from "../driver/fake-runtime.ts";
import { ociProcess } from "../driver/oci-spec.ts";
import { same } from "../expect.ts";
import { page, type Row } from "../row.ts";
import { type Fake, withFake } from "../with-fake.ts";

const spec = { typeUrl: "x/Process", value: ociProcess(["true"]) };
const resources = { typeUrl: "x", value: Buffer.from('{"pids":{"limit":7}}') };

/** Where options of the command begin, as Go's and ours write them; temporary names as `*`. */
const isCalled = (
  name: string,
  verb: Verb,
  want: (fake: Fake) => string,
  act: (fake: Fake) => Promise<unknown>,
): Row => ({
  name: `The runtime's command line: ${name}`,
  contract: page.task("2.1"),
  check: (stage) =>
    withFake(stage, async (fake) => {
      await act(fake);
      const { root } = fake.runtime.options;
      const line = (fake.runtime.calls(verb).at(-1) ?? "").replace(/--process \S+/, "--process *");
      const flags = `--root ${root}/${stage.driver.namespace} --log ${fake.path}/log.json --log-format json`;
      same("words", line.replace("--resources=-", "--resources -"), `${flags} ${want(fake)}`);
    }),
});

export const rows: readonly Row[] = [
  isCalled(
    "create",
    "create",
    ({ path, id }) => `create --bundle ${path} --pid-file ${path}/init.pid ${id}`,
    async () => {},
  ),
  isCalled(
    "start",
    "start",
    ({ id }) => `start ${id}`,
    async () => {},
  ),
  isCalled(
    "exec",
    "exec",
    ({ path, id }) => `exec --process * --detach --pid-file ${path}/e.pid ${id}`,
    async ({ client, id }) => {
      await client.call("Exec", { id, execId: "e", spec });
      await client.call("Start", { id, execId: "e" });
    },
  ),
  isCalled(
    "kill",
    "kill",
    ({ id }) => `kill ${id} 15`,
    ({ client, id }) => client.call("Kill", { id, signal: 15 }),
  ),
  isCalled(
    "kill of all",
    "kill",
    ({ id }) => `kill --all ${id} 15`,
    ({ client, id }) => client.call("Kill", { id, signal: 15, all: true }),
  ),
  isCalled(
    "pause",
    "pause",
    ({ id }) => `pause ${id}`,
    ({ client, id }) => client.call("Pause", { id }),
  ),
  isCalled(
    "resume",
    "resume",
    ({ id }) => `resume ${id}`,
    async ({ client, id }) => {
      await client.call("Pause", { id });
      await client.call("Resume", { id });
    },
  ),
  isCalled(
    "update",
    "update",
    ({ id }) => `update --resources - ${id}`,
    ({ client, id }) => client.call("Update", { id, resources }),
  ),
  isCalled(
    "checkpoint",
    "checkpoint",
    ({ path, id }) =>
      `checkpoint --image-path ${path}/image --work-path ${path}/w --tcp-established --leave-running ${id}`,
    ({ client, id, path }) => {
      const { CheckpointOptions } = optionTypes.runc.v1;
      const value = CheckpointOptions.encode({ openTcp: true, workPath: `${path}/w` }).finish();
      const options = { typeUrl: "containerd.runc.v1.CheckpointOptions", value };
      return client.call("Checkpoint", { id, path: `${path}/image`, options });
    },
  ),
];
