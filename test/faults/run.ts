// One scenario with some calls that fail, or with none, to learn which there are.

import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ShimDriver } from "../../conformance/driver/shim-driver.ts";
import { eventually } from "../helpers/eventually.ts";
import { killProcess, readProcess } from "../helpers/processes.ts";
import { shimUnderTest } from "../helpers/shim-under-test.ts";
import { Life } from "./life.ts";
import { anotherWaits, Probe } from "./probe.ts";
import type { Scenario } from "./scenarios.ts";
import { type Injection, readTrace, type TracedCall, Tracer } from "./strace.ts";

export interface Verdict {
  /** The calls of the part in which they could fail. */
  readonly calls: readonly TracedCall[];
  /** What the daemon was told. */
  readonly failures: readonly string[];
  readonly complaints: readonly string[];
  /** What the shim logged. */
  readonly log: string;
}

/** The driver of one scenario: whoever makes it stops it. */
export class FaultDriver {
  readonly scenario: Scenario;
  driver!: ShimDriver;
  /** In front of the action that is traced. */
  #wrapper: readonly string[] = [];
  #usuallyOpen: readonly string[] | undefined;

  private constructor(scenario: Scenario) {
    this.scenario = scenario;
  }

  static async make(scenario: Scenario): Promise<FaultDriver> {
    const made = new FaultDriver(scenario);
    await made.renew();
    return made;
  }

  /** A fresh world, for what the last run has left in it. */
  async renew(): Promise<void> {
    await this.driver?.stop();
    const { executable, path } = shimUnderTest;
    const { environment = {} } = this.scenario;
    this.driver = await ShimDriver.start({ executable, path, environment, wrapper: () => this.#wrapper });
  }

  stop(): Promise<void> {
    return this.driver.stop();
  }

  async run(injections: readonly Injection[]): Promise<Verdict> {
    const { scenario, driver } = this;
    const output = join(driver.directory, `trace-${randomBytes(4).toString("hex")}`);
    const life = new Life(driver, scenario.bundle?.(driver) ?? {});
    life.usuallyOpen = this.#usuallyOpen;
    await scenario.before?.(life);
    if (life.failures.length + life.complaints.length > 0) {
      throw new Error(`${scenario.name} fails without a fault: ${[...life.failures, ...life.complaints].join("; ")}`);
    }
    const calls =
      scenario.target === "shim"
        ? await this.#traceShim(life, injections, output)
        : await this.#traceAction(life, injections, output);
    await life.finish();
    // The first run is one without a fault.
    this.#usuallyOpen ??= life.usuallyOpen;
    const verdict = { calls, failures: life.failures, complaints: life.complaints, log: life.bundle.logText() };
    life.bundle.close();
    if (life.complaints.length > 0) await this.renew();
    return verdict;
  }

  async #traceShim(life: Life, injections: readonly Injection[], output: string): Promise<TracedCall[]> {
    const isSlow = injections.some(({ delayMs }) => delayMs !== undefined);
    const probe = isSlow && this.scenario.isAwake !== false ? await Probe.open(life) : undefined;
    const tracer = await Tracer.attach(life.shimPid, injections, { output });
    try {
      probe?.begin();
      await this.scenario.during(life);
    } finally {
      await probe?.end();
      await tracer.detach();
    }
    // A call that is slow is none that fails.
    if (isSlow) life.complaints.push(...life.failures.map((failure) => `slow, and therefore: ${failure}`));
    const calls = readTrace(output);
    if (probe?.waited === true) life.complaints.push(anotherWaits);
    return calls;
  }

  /**
   * The launcher and the engine from their first call on. `start` runs nothing for containers; what `delete` runs is left alone. The
   * process stands still until the tracer is there.
   */
  async #traceAction(life: Life, injections: readonly Injection[], output: string): Promise<TracedCall[]> {
    const pidFile = `${output}.pid`;
    const stop = `echo $$ >'${pidFile}.new'; mv '${pidFile}.new' '${pidFile}'; kill -STOP $$; exec "$@"`;
    this.#wrapper = ["sh", "-c", stop, "sh"];
    const acting = this.scenario.during(life);
    let tracer: Tracer | undefined;
    try {
      const pid = await eventually("the action stands still", () => stoppedPid(pidFile), { intervalMs: 2 });
      tracer = await Tracer.attach(pid, injections, { output, follow: this.scenario.target === "start" });
      killProcess(pid, "SIGCONT");
      await acting;
    } finally {
      this.#wrapper = [];
      await tracer?.detach();
    }
    return readTrace(output);
  }
}

function stoppedPid(pidFile: string): number | undefined {
  if (!existsSync(pidFile)) return undefined;
  const pid = Number(readFileSync(pidFile, "utf8"));
  return readProcess(pid)?.state === "T" ? pid : undefined;
}
