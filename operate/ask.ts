// Asking a shim of ours about itself, over its own socket.
import { runts } from "../proto/gen/inspect.js";
import { connectStream } from "../sys/stream.ts";
import { Client } from "../ttrpc/client.ts";
import { Code, TtrpcError } from "../ttrpc/status.ts";
import type { FoundShim } from "./shims.ts";

const { InspectRequest, InspectResponse } = runts.shim.v1;

export type Inspection = runts.shim.v1.InspectResponse;

/** What it says; or why it says nothing: `not asked: …`, or what went wrong. */
export type Answer = { readonly inspection: Inspection } | { readonly silence: string };

/** Never rejects. `not asked` of a shim that is not ours. */
export async function ask(
  shim: Pick<FoundShim, "kind" | "socket">,
  { timeoutMs }: { timeoutMs: number },
): Promise<Answer> {
  if (shim.kind !== "runts") return { silence: "not asked: it is no runts" };
  if (shim.socket === undefined) return { silence: "its socket can't be told" };
  try {
    const client = new Client(await connectStream(shim.socket, { timeoutMs }));
    try {
      const inspection = await client.call(
        "runts.shim.v1.Shim",
        "Inspect",
        InspectRequest,
        { decode: (bytes) => InspectResponse.decode(bytes) as Inspection },
        {},
        { timeoutMs },
      );
      return { inspection };
    } finally {
      client.close();
    }
  } catch (error) {
    if (error instanceof TtrpcError && error.code === Code.unimplemented) {
      return { silence: "not asked: it is of a version that can't be" };
    }
    return { silence: error instanceof Error ? error.message : String(error) };
  }
}
