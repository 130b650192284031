// How much of a test that only counts by its numbers: a sample by default, all of it with RUNTS_TEST_SOAK=1.

export const isSoak = process.env.RUNTS_TEST_SOAK === "1";

export function sized(sample: number, all: number): number {
  return isSoak ? all : sample;
}

/** For the tests that take the time that such numbers take. */
export const soakTimeout = { timeout: isSoak ? 1_800_000 : 60_000 };
