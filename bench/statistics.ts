// Medians and their spread.

/** The value below which the part `q` (0 to 1) of the ascending `sorted` lies. Throws for none. */
export function quantile(sorted: readonly number[], q: number): number {
  const value = sorted[Math.round(q * (sorted.length - 1))];
  if (value === undefined) throw new Error("no values");
  return value;
}

export interface Summary {
  readonly count: number;
  readonly least: number;
  /** Quartiles; half of all values lie between them. */
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
  readonly most: number;
}

export function summarize(values: readonly number[]): Summary {
  const sorted = values.toSorted((a, b) => a - b);
  const [least, lower, median, upper, most] = [0, 0.25, 0.5, 0.75, 1].map((q) => quantile(sorted, q)) as [
    number,
    number,
    number,
    number,
    number,
  ];
  return { count: values.length, least, lower, median, upper, most };
}
