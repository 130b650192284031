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

/** A straight line through points, by least squares. */
export interface Slope {
  /** For each unit of x. */
  readonly slope: number;
  /** Standard error of the slope; 0 where all points lie on the line. */
  readonly error: number;
  /** Of the line at the mean of x: the mean of y. */
  readonly mean: number;
}

/** Throws for fewer than three points. */
export function slopeOf(points: readonly (readonly [x: number, y: number])[]): Slope {
  if (points.length < 3) throw new Error(`a slope needs three points, not ${points.length}`);
  const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const meanX = meanOf(points.map(([x]) => x));
  const meanY = meanOf(points.map(([, y]) => y));
  const spread = points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  const slope = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0) / spread;
  const rest = points.reduce((sum, [x, y]) => sum + (y - meanY - slope * (x - meanX)) ** 2, 0);
  return { slope, error: Math.sqrt(rest / (points.length - 2) / spread), mean: meanY };
}
