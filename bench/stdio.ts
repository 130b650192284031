// Throughput of a container's stdout, what it costs the shim, and how long a byte takes: runts handing FIFOs over, runts
// copying, and the Go shim, taking turns. Run as root after scripts/build, on a quiet machine: bench/stdio
import { closeSync, constants, openSync, readSync, writeSync } from "node:fs";
import { loadavg } from "node:os";
import { ShimDriver } from "../conformance/driver/shim-driver.ts";
import { type Lane, lanes } from "../test/driver/stdio-lanes.ts";
import { StdioTask } from "../test/driver/stdio-task.ts";
import { quantile } from "./statistics.ts";
import { type Flow, measureFlow } from "./throughput.ts";

const rounds = Number(process.env.ROUNDS ?? 3);
const gibibytes = Number(process.env.GIB ?? 4);
const roundTrips = 2000;

/** Microseconds of one byte through stdin, cat and stdout, sorted. */
async function measureRoundTrips(driver: ShimDriver): Promise<number[]> {
  const task = await StdioTask.prepare(driver, ["cat"]);
  const [stdin, stdout] = [task.fifo("in"), task.fifo("out")];
  const reader = openSync(stdout, constants.O_RDONLY | constants.O_NONBLOCK);
  await task.run({ stdin, stdout });
  const writer = openSync(stdin, constants.O_WRONLY);
  const blocking = openSync(stdout, constants.O_RDONLY);
  closeSync(reader);
  const byte = Buffer.alloc(1);
  const times: number[] = [];
  for (let n = 0; n < roundTrips; n += 1) {
    const before = performance.now();
    writeSync(writer, byte);
    readSync(blocking, byte, 0, 1, null);
    times.push((performance.now() - before) * 1000);
  }
  closeSync(writer);
  await task.closeStdin();
  await task.finish();
  closeSync(blocking);
  return times.toSorted((a, b) => a - b);
}

const spread = (values: readonly number[], digits: number) => {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, middle, high] = [0, 0.5, 1].map((q) => quantile(sorted, q).toFixed(digits));
  return `${middle} (${low} – ${high})`;
};

async function main(): Promise<void> {
  console.log(`${rounds} rounds of ${gibibytes} GiB, load before: ${loadavg()[0]?.toFixed(2)}\n`);
  const results = new Map<Lane, { flows: Flow[]; medians: number[]; slow: number[] }>();
  const drivers = new Map<Lane, ShimDriver>();
  try {
    for (const lane of lanes) {
      drivers.set(lane, await ShimDriver.start(lane.driver));
      results.set(lane, { flows: [], medians: [], slow: [] });
    }
    for (let round = 0; round < rounds; round += 1) {
      for (const [lane, driver] of drivers) {
        const result = results.get(lane);
        result?.flows.push(await measureFlow(driver, gibibytes));
        const times = await measureRoundTrips(driver);
        result?.medians.push(quantile(times, 0.5));
        result?.slow.push(quantile(times, 0.99));
      }
    }
  } finally {
    for (const driver of drivers.values()) await driver.stop();
  }
  console.log("| | GiB/s | shim's CPU, s/GiB | byte there and back, µs | 99 % of them below, µs |");
  console.log("|-|-|-|-|-|");
  for (const [{ name }, { flows, medians, slow }] of results) {
    const rates = flows.map((flow) => flow.gibPerSecond);
    const costs = flows.map((flow) => flow.shimCpuPerGib);
    console.log(`| ${name} | ${spread(rates, 2)} | ${spread(costs, 3)} | ${spread(medians, 0)} | ${spread(slow, 0)} |`);
  }
  console.log(`\nmedian (least – most) of the rounds; load after: ${loadavg()[0]?.toFixed(2)}`);
}

await main();
