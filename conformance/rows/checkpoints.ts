// Checkpoint and restore, with a runtime that needs no CRIU (docs/contract/task-service.md 2.1, 2.2).

import { existsSync } from "node:fs";
import { join } from "node:path";
import { FakeRuntime } from "../driver/fake-runtime.ts";
import { ociProcess } from "../driver/oci-spec.ts";
import { holds, literal, matches, refusal, refused, same } from "../expect.ts";
import { page, type Row } from "../row.ts";

export const rows: readonly Row[] = [
  {
    name: "Create with a checkpoint, Start: restored, with the pid of then",
    contract: page.task("1.1"),
    async check(stage) {
      const runtime = new FakeRuntime(stage.driver);
      const { bundle, client } = await stage.empty();
      const { id } = bundle;
      const image = join(stage.driver.directory, "fifo");
      const { pid } = await client.call("Create", { ...bundle.createRequest(runtime.options), checkpoint: image });
      same("pid of Create, and whether the runtime was called", [pid, runtime.calls().length], [0, 0]);
      same("status", (await client.call("State", { id })).status, 1);
      const spec = { typeUrl: "x/Process", value: ociProcess(["true"]) };
      const exec = client.call("Exec", { id, execId: "e", spec });
      await refused("Exec", exec, refusal("cannot exec in a created state"));
      const started = await client.call("Start", { id });
      holds("Start's pid is one", started.pid > 1);
      matches(
        "the runtime's words",
        runtime.calls("restore")[0] ?? "",
        new RegExp(`restore --image-path ${literal(image)} .* ${id}$`),
      );
      await client.call("Kill", { id, signal: 9 });
      await client.call("Wait", { id });
      await client.call("Delete", { id });
      await stage.leave(client, bundle);
      const [create, start] = await stage.told(id, ["create", "start", "exit", "delete"]);
      same("pids of create and start", [create?.fields.pid ?? 0, start?.fields.pid], [0, started.pid]);
      same("the checkpoint that create tells", create?.fields.checkpoint, image);
    },
  },
  {
    name: "A checkpoint that the runtime fails: its words and where CRIU's log is; the task runs on",
    contract: page.task("2.2"),
    async check(stage) {
      const runtime = new FakeRuntime(stage.driver);
      const { bundle, client } = await stage.empty();
      const { id } = bundle;
      await client.call("Create", bundle.createRequest(runtime.options));
      await client.call("Start", { id });
      runtime.set("checkpoint", { status: 1, output: "criu failed" });
      const call = client.call("Checkpoint", { id, path: join(bundle.path, "image") });
      const text = new RegExp(`exit status 1: criu failed path= ${literal(bundle.path)}/criu-dump.log`);
      await refused("Checkpoint", call, refusal(text));
      same("status", (await client.call("State", { id })).status, 2);
      same("whether an image is there", existsSync(join(bundle.path, "image")), false);
      await client.call("Kill", { id, signal: 9 });
      await client.call("Wait", { id });
      await client.call("Delete", { id });
      await stage.leave(client, bundle);
    },
  },
];
