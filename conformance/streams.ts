// A container with whatever streams a row wants.

import type { OutputReader } from "./driver/fifo.ts";
import type { Stage } from "./stage.ts";

interface Streams {
  readonly stdin?: string;
  readonly stdout?: string;
  readonly stderr?: string;
  readonly terminal?: boolean;
}

/** Creates and starts a container that runs a script with these streams, and gives what ends it: Wait, Delete, Shutdown. */
export async function play(stage: Stage, script: string, streamsOf: (bundle: ReturnType<Stage["bundle"]>) => Streams) {
  const bundle = stage.bundle({ args: ["sh", "-c", script] });
  const client = await stage.driver.shim(bundle);
  await client.call("Create", { ...bundle.createRequest(stage.runc), ...streamsOf(bundle) });
  await client.call("Start", { id: bundle.id });
  const finish = async () => {
    const { exitStatus } = await client.call("Wait", { id: bundle.id });
    await client.call("Delete", { id: bundle.id });
    await stage.driver.shutdown(client, bundle);
    return exitStatus;
  };
  return { bundle, client, finish };
}

export const pair = (stdout: OutputReader, stderr: OutputReader) => ({ stdout: stdout.path, stderr: stderr.path });
