// Copied output: the process gets anonymous pipes, and what comes out of them is copied to the client's FIFOs, devices or
// files. For execs, for an init that may not hold the FIFO (confinement.ts), and for all that is no FIFO.
import type { ContainerStdio } from "../../oci/runc.ts";
import { closeAll, type Fd, openPipe, setPipeSize } from "../../sys/fd.ts";
import { NotQuiet, restoreFd, saveFd } from "../../sys/saved.ts";
import { own, pipeBytes } from "./client-fifo.ts";
import { CopiedInput } from "./copied-input.ts";
import { Copy } from "./copy.ts";
import type { OutputTarget, OutputTargets } from "./output-targets.ts";
import type { IoOwner, ProcessIo } from "./process-io.ts";
import { restoreTargets } from "./restore-targets.ts";
import type { SavedCopy, SavedOutput, SavedPipeIo } from "./saved.ts";

export class PipeIo implements ProcessIo {
  readonly consoleSocket = undefined;
  readonly #stdin: CopiedInput | undefined;
  readonly #outputs: CopiedOutput[] = [];
  readonly #targets: OutputTargets;
  readonly #child: [Fd | undefined, Fd | undefined] = [undefined, undefined];

  private constructor(stdin: CopiedInput | undefined, targets: OutputTargets) {
    this.#stdin = stdin;
    this.#targets = targets;
  }

  /** Takes over `stdin` and `targets`, which are closed when this throws. */
  static open(stdin: CopiedInput | undefined, targets: OutputTargets, owner: IoOwner): PipeIo {
    const io = new PipeIo(stdin, targets);
    try {
      for (const [index, target] of [targets.stdout, targets.stderr].entries()) {
        if (target === undefined) continue;
        const output = CopiedOutput.open(index === 0 ? "stdout" : "stderr", target);
        io.#outputs.push(output);
        io.#child[index] = output.childEnd;
        own(output.childEnd, owner);
      }
      return io;
    } catch (error) {
      io.close();
      throw error;
    }
  }

  save(): SavedPipeIo {
    if (this.#child.some((fd) => fd?.isOpen)) throw new NotQuiet("a process is being made");
    return {
      kind: "pipes",
      stdin: this.#stdin?.save(),
      targets: this.#targets.save(),
      outputs: this.#outputs.map((output) => output.save()),
    };
  }

  static async restore(saved: SavedPipeIo): Promise<PipeIo> {
    const targets = await restoreTargets(saved.targets);
    const io = new PipeIo(saved.stdin === undefined ? undefined : CopiedInput.restore(saved.stdin), targets);
    const wanted = [targets.stdout, targets.stderr].filter((target) => target !== undefined);
    saved.outputs.forEach((output, index) => {
      io.#outputs.push(CopiedOutput.restore(output, wanted[index] as OutputTarget));
    });
    return io;
  }

  get childStdio(): ContainerStdio {
    const [stdout, stderr] = this.#child;
    return [this.#stdin?.childEnd.number, stdout?.number, stderr?.number];
  }

  attach(): void {
    closeAll(this.#child);
    this.#stdin?.start();
    for (const output of this.#outputs) output.start();
  }

  closeStdin(): void {
    this.#stdin?.closeKeepAlive();
  }

  resize(): void {}

  /** Output ends when its last holder closes it, which may be a grandchild; Delete limits that (KF-061). */
  processEnded(): void {
    this.#stdin?.close();
    for (const { copy } of this.#outputs) copy.sourceOwnerEnded();
  }

  async drain(limitMs: number, othersMs?: number): Promise<void> {
    const until = performance.now() + limitMs;
    await Promise.all(this.#outputs.map(({ copy }) => copy.drained(limitMs, othersMs)));
    await this.#targets.drain?.(until - performance.now());
  }

  close(): void {
    closeAll(this.#child);
    this.#stdin?.close();
    for (const output of this.#outputs) output.close();
    this.#targets.close();
  }
}

/** A pipe whose read end is copied to a target until the last writer is gone. */
class CopiedOutput {
  readonly childEnd: Fd;
  readonly copy: Copy;
  readonly #readEnd: Fd;
  readonly #target: OutputTarget;

  private constructor(ends: { read: Fd; write: Fd }, target: OutputTarget, saved?: SavedCopy) {
    this.#readEnd = ends.read;
    this.childEnd = ends.write;
    this.#target = target;
    this.copy = new Copy(ends.read, target.sink, target.options, saved);
  }

  static open(name: string, target: OutputTarget): CopiedOutput {
    const ends = openPipe(name);
    setPipeSize(ends.read, pipeBytes);
    return new CopiedOutput(ends, target);
  }

  save(): SavedOutput {
    return { readEnd: saveFd(this.#readEnd), copy: this.copy.save() };
  }

  /** As after `start`. */
  static restore({ readEnd, copy }: SavedOutput, target: OutputTarget): CopiedOutput {
    const restored = new CopiedOutput({ read: restoreFd(readEnd), write: restoreFd(undefined) }, target, copy);
    restored.start();
    return restored;
  }

  start(): void {
    this.copy.start(() => {
      this.#readEnd.close();
      this.#target.ended();
    });
  }

  close(): void {
    this.copy.stop();
    this.#readEnd.close();
  }
}
