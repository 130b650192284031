// A running container of the fake runtime, for rows about what the runtime is told and what it says.

import { FakeRuntime } from "./driver/fake-runtime.ts";
import type { TaskClient } from "./driver/task-client.ts";
import type { Stage } from "./stage.ts";

export type Fake = { runtime: FakeRuntime; client: TaskClient; id: string; path: string; stage: Stage };

/** A running container of the fake runtime; `body`; and its end, if it is still there. */
export async function withFake(stage: Stage, body: (fake: Fake) => Promise<void>): Promise<void> {
  const runtime = new FakeRuntime(stage.driver);
  const { bundle, client } = await stage.empty();
  const { id, path } = bundle;
  await client.call("Create", bundle.createRequest(runtime.options));
  await client.call("Start", { id });
  await body({ runtime, client, id, path, stage });
  await client.call("Kill", { id, signal: 9, all: true }).catch(() => {});
  await client.call("Wait", { id });
  await client.call("Delete", { id });
  await stage.driver.shutdown(client, bundle);
}
