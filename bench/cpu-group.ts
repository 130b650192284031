// The processor time of everything that is started in a cgroup of its own (cpuacct of cgroup v1, or v2).
import { existsSync, mkdirSync, readFileSync, rmdirSync } from "node:fs";

const v1 = "/sys/fs/cgroup/cpuacct";

export class CpuGroup {
  readonly #path: string;

  constructor(name: string) {
    const root = existsSync(v1) ? v1 : "/sys/fs/cgroup";
    this.#path = `${root}/runts-bench-${process.pid}-${name.replaceAll(/[^A-Za-z0-9]/g, "-")}`;
    mkdirSync(this.#path, { recursive: true });
  }

  /** Words in front of a command that make it one of the group's. */
  get wrapper(): string[] {
    return ["sh", "-c", 'echo $$ >"$0/cgroup.procs"; exec "$@"', this.#path];
  }

  milliseconds(): number {
    if (this.#path.startsWith(v1)) return Number(readFileSync(`${this.#path}/cpuacct.usage`, "latin1")) / 1e6;
    return Number(/^usage_usec (\d+)$/m.exec(readFileSync(`${this.#path}/cpu.stat`, "latin1"))?.[1]) / 1e3;
  }

  /** Once its processes have gone. */
  remove(): void {
    rmdirSync(this.#path);
  }
}
