// A server's connection as another image of its process goes on with it.
import type { SavedRequest } from "./call.ts";

export interface SavedCall extends SavedRequest {
  readonly streamId: number;
}

/** A connection with the calls that wait on it. */
export interface SavedConnection {
  readonly lastStreamId: number;
  /** Base64: the beginning of a frame whose end has not come. */
  readonly unread: string;
  readonly calls: readonly SavedCall[];
}
