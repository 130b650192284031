// A regular file, or what else takes bytes as one does, as the end of copies. They never wait for it; a backlog does.
import type { Fd } from "../../sys/fd.ts";
import { closeOutside } from "../../sys/outside.ts";
import { saveFd } from "../../sys/saved.ts";
import { Backlog, fullBytes } from "./backlog.ts";
import { BatchMemory } from "./batch-memory.ts";
import { FileWriter } from "./file-writer.ts";
import type { OutputTarget, OutputTargets } from "./output-targets.ts";
import type { SavedFile } from "./saved.ts";

const inMemory = Buffer.alloc(0);

/** Bytes as they come, appended to `file`, which is taken over. Both streams are the same one. */
export function fileTargets(file: Fd, droppedBytes = 0): OutputTargets & { save(): SavedFile & { kind: "file" } } {
  const writer = new FileWriter(file, droppedBytes);
  const memory = new BatchMemory(2 * fullBytes);
  const backlog = new Backlog<Buffer>(async (batch) => {
    const gathered = memory.take();
    if (gathered.length > 0) await writer.write(gathered);
    memory.giveBack();
    for (const bytes of batch) if (bytes.length > 0) await writer.write(bytes);
  });
  const sink = {
    consume: (bytes: Buffer) => backlog.add([memory.add(bytes) ? inMemory : Buffer.from(bytes)], bytes.length),
    whenRoom: (callback: () => void) => backlog.whenRoom(callback),
  };
  const target: OutputTarget = { sink, options: {}, ended: () => {} };
  return {
    stdout: target,
    stderr: target,
    drain: (limitMs) => backlog.emptied(limitMs),
    save: () => {
      backlog.checkQuiet();
      return { kind: "file", file: saveFd(file), droppedBytes: writer.droppedBytes };
    },
    close: () => backlog.whenEmpty(() => void closeOutside(file)),
  };
}
