// Plots as SVG, by echarts without a browser.
import type { Better } from "./measure.ts";

/** The part of echarts that is used. Its own types want a browser's, and don't pass this project's stricter checks. */
interface Charts {
  init(
    element: null,
    theme: null,
    options: { renderer: "svg"; ssr: true; width: number; height: number },
  ): { setOption(option: object): void; renderToSVGString(): string; dispose(): void };
}

/** What a custom series draws with. */
interface DrawingApi {
  value(dimension: number): number;
  coord(point: readonly [number, number]): [x: number, y: number];
  visual(key: "color"): string;
}

const packageName: string = "echarts";
const echarts = (await import(packageName)) as Charts;

export interface RatioBar {
  readonly title: string;
  readonly better: Better;
  readonly target: number | undefined;
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
}

const good = "#2a7f62";
const bad = "#c2563d";
const quiet = "#7a8793";

function render(option: object, height: number): string {
  const chart = echarts.init(null, null, { renderer: "svg", ssr: true, width: 900, height });
  try {
    chart.setOption({ animation: false, backgroundColor: "#ffffff", ...option });
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}

function colorOf({ better, median }: RatioBar): string {
  return (better === "less" ? median <= 1 : median >= 1) ? good : bad;
}

/** One bar for each ratio, its quartiles as a line, the target as a mark. Logarithmic: half and double look alike. */
export function plotRatios(bars: readonly RatioBar[], reference: string): string {
  const shown = bars.toReversed();
  return render(
    {
      title: {
        text: `runts / ${reference}`,
        subtext: [
          `green: runts is better, red: ${reference} is; less is better unless a row says "more"`,
          "logarithmic scale, 1 is equal; bar: median, line: quartiles, diamond: this project's own target",
        ].join("\n"),
        left: "center",
      },
      grid: { left: 400, right: 40, top: 90, bottom: 60 },
      xAxis: {
        type: "log",
        logBase: 2,
        min: 2 ** -7,
        max: 4,
        name: `← runts has less      times what ${reference} has      runts has more →`,
        nameLocation: "middle",
        nameGap: 28,
        axisLabel: { formatter: (value: number) => (value < 1 ? `1/${1 / value}` : String(value)) },
      },
      yAxis: {
        type: "category",
        data: shown.map(({ title, better }) => (better === "less" ? title : `${title} (more is better)`)),
        axisLabel: { width: 385, overflow: "truncate" },
      },
      series: [
        {
          type: "custom",
          renderItem: (_: unknown, api: DrawingApi) => {
            const row = api.value(0);
            const [one, median, low, high] = [1, api.value(1), api.value(2), api.value(3)].map(
              (value) => api.coord([value, row])[0],
            ) as [number, number, number, number];
            const [, y] = api.coord([1, row]);
            const bar = { x: Math.min(one, median), y: y - 7, width: Math.abs(median - one), height: 14 };
            return {
              type: "group",
              children: [
                { type: "rect", shape: bar, style: { fill: api.visual("color") } },
                { type: "line", shape: { x1: low, y1: y, x2: high, y2: y }, style: { stroke: "#222", lineWidth: 2 } },
              ],
            };
          },
          data: shown.map((bar, row) => ({
            value: [row, clamp(bar.median), clamp(bar.lower), clamp(bar.upper)],
            itemStyle: { color: colorOf(bar) },
          })),
        },
        {
          type: "scatter",
          symbol: "diamond",
          symbolSize: 11,
          itemStyle: { color: "#111" },
          data: shown.flatMap(({ target }, row) => (target === undefined ? [] : [[clamp(target), row]])),
        },
      ],
    },
    130 + 30 * bars.length,
  );
}

/** What the axis can show. */
function clamp(ratio: number): number {
  return Math.min(4, Math.max(2 ** -7, ratio));
}

/** MiB after each 500 execs, the first value after 1,000. */
export function plotCurves(curves: ReadonlyMap<string, readonly number[]>): string {
  const colors = [good, bad, quiet];
  return render(
    {
      title: { text: "private dirty memory of one shim over execs, MiB", left: "center" },
      legend: { bottom: 0 },
      grid: { left: 60, right: 30, top: 50, bottom: 60 },
      xAxis: { type: "value", min: 1000, name: "execs", nameLocation: "middle", nameGap: 25 },
      yAxis: { type: "value", min: 0 },
      series: [...curves].map(([name, values], index) => ({
        name,
        type: "line",
        color: colors[index % colors.length],
        data: values.map((value, step) => [1000 + 500 * step, value]),
      })),
    },
    360,
  );
}

export interface Panel {
  readonly title: string;
  /** By name: hours and values. */
  readonly series: ReadonlyMap<string, readonly (readonly [hours: number, value: number])[]>;
}

const panelHeight = 190;

/** One below the other, over the same hours; the same name has the same colour in each. */
export function plotPanels(title: string, panels: readonly Panel[]): string {
  const names = [...new Set(panels.flatMap(({ series }) => [...series.keys()]))];
  const colors = [good, bad, quiet];
  const top = (index: number) => 60 + panelHeight * index;
  return render(
    {
      title: [
        { text: title, left: "center" },
        ...panels.map((panel, index) => ({
          text: panel.title,
          left: 60,
          top: top(index),
          textStyle: { fontSize: 13 },
        })),
      ],
      legend: { bottom: 0, data: names },
      grid: panels.map((_, index) => ({ left: 60, right: 30, top: top(index) + 26, height: panelHeight - 60 })),
      xAxis: panels.map((_, index) => ({
        type: "value",
        gridIndex: index,
        ...(index === panels.length - 1 ? { name: "hours", nameLocation: "middle", nameGap: 22 } : {}),
      })),
      yAxis: panels.map((_, index) => ({ type: "value", gridIndex: index, min: 0 })),
      series: panels.flatMap(({ series }, index) =>
        [...series].map(([name, data]) => ({
          name,
          type: "line",
          symbolSize: 3,
          color: colors[names.indexOf(name) % colors.length],
          xAxisIndex: index,
          yAxisIndex: index,
          data,
        })),
      ),
    },
    90 + panelHeight * panels.length,
  );
}
