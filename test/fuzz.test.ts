// Every decoder of outside bytes, given what is nearly right: no input ends the shim, keeps it busy for seconds or makes it take
// memory without bound. scripts/fuzz does the same for as long as one likes.

import { describe, expect, test } from "vitest";
import { describeFinding, fuzz } from "./fuzz/fuzz.ts";
import { targets } from "./fuzz/targets.ts";
import { isSoak } from "./helpers/soak.ts";

const seed = Number(process.env.RUNTS_FUZZ_SEED ?? Date.now() % 1_000_000);

describe(`with the seed ${seed}`, () => {
  test.each(targets)(
    "$name takes whatever comes",
    async (target) => {
      const untilMs = performance.now() + (isSoak ? 30_000 : 500);
      const { rounds, finding } = await fuzz(target, { seed, untilMs });
      expect(finding === undefined ? "" : describeFinding(finding)).toBe("");
      expect(rounds).toBeGreaterThan(0);
    },
    60_000,
  );
});
