// scripts/fuzz's work on one engine: turns for all targets until the time is over, or one input again.

import { complaint, describeFinding, type FuzzResult, fuzz, inputOf, type Target } from "../test/fuzz/fuzz.ts";
import { targets } from "../test/fuzz/targets.ts";

/** A target's turn; each turn has a seed of its own. */
const turnMs = 1000;

const [command = "60", ...words] = process.argv.slice(2);
process.exitCode = command === "list" ? list() : command === "replay" ? await replay(words) : await run();

function list(): number {
  for (const { name, seeds } of targets) console.log(`${name.padEnd(18)} ${seeds.length} seeds`);
  return 0;
}

function named(name: string | undefined): Target {
  const found = targets.find((target) => target.name === name);
  if (found === undefined) throw new Error(`no target ${name}: scripts/fuzz list has them`);
  return found;
}

async function replay([name, seed, round]: readonly string[]): Promise<number> {
  const target = named(name);
  const input = inputOf(target, Number(seed), Number(round));
  const why = await complaint(target, input);
  console.log(why ?? "nothing is wrong with it");
  return why === undefined ? 0 : 1;
}

async function run(): Promise<number> {
  const endMs = performance.now() + Number(command) * 1000;
  const chosen = words[0] === undefined ? targets : [named(words[0])];
  const counts = new Map<string, number>();
  const findings: NonNullable<FuzzResult["finding"]>[] = [];
  let seed = Number(process.env.RUNTS_FUZZ_SEED ?? 1);
  while (performance.now() < endMs) {
    seed = (seed + 1) >>> 0;
    for (const target of chosen) {
      if (performance.now() >= endMs || findings.some((finding) => finding.target === target.name)) continue;
      const { rounds, finding } = await fuzz(target, { seed, untilMs: Math.min(endMs, performance.now() + turnMs) });
      counts.set(target.name, (counts.get(target.name) ?? 0) + rounds);
      if (finding === undefined) continue;
      findings.push(finding);
      console.log(describeFinding(finding));
    }
    if (findings.length === chosen.length) break;
  }
  console.log([...counts].map(([name, count]) => `${name} ${count}`).join(", "));
  return findings.length === 0 ? 0 : 1;
}
