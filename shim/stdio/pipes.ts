// Copied output: the process gets anonymous pipes, and what comes out of them is copied to the client's FIFOs, devices or
// files. For execs, for an init that may not hold the FIFO (confinement.ts), and for all that is no FIFO.
import type { ContainerStdio } from "../../oci/runc.ts";
import { closeAll, type Fd, openPipe, setPipeSize } from "../../sys/fd.ts";
import { own, pipeBytes } from "./client-fifo.ts";
import type { CopiedInput } from "./copied-input.ts";
import { Copy } from "./copy.ts";
import type { OutputTarget, OutputTargets } from "./output-targets.ts";
import type { IoOwner, ProcessIo } from "./process-io.ts";

export class PipeIo implements ProcessIo {
  readonly consoleSocket = undefined;
  readonly #stdin: CopiedInput | undefined;
  readonly #outputs: CopiedOutput[] = [];
  readonly #targets: OutputTargets;
  readonly #child: [Fd | undefined, Fd | undefined] = [undefined, undefined];

  /** Takes over `stdin` and `targets`, which are closed when this throws. */
  constructor(stdin: CopiedInput | undefined, targets: OutputTargets, owner: IoOwner) {
    this.#stdin = stdin;
    this.#targets = targets;
    try {
      for (const [index, target] of [targets.stdout, targets.stderr].entries()) {
        if (target === undefined) continue;
        const output = new CopiedOutput(index === 0 ? "stdout" : "stderr", target);
        this.#outputs.push(output);
        this.#child[index] = output.childEnd;
        own(output.childEnd, owner);
      }
    } catch (error) {
      this.close();
      throw error;
    }
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

  constructor(name: string, target: OutputTarget) {
    const { read, write } = openPipe(name);
    setPipeSize(read, pipeBytes);
    this.#readEnd = read;
    this.childEnd = write;
    this.#target = target;
    this.copy = new Copy(read, target.sink, target.options);
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
