// Charts over time that several sections share: fans, small fans beside each other, and stacks.
// SPDX-License-Identifier: Apache-2.0
import * as Plot from "@observablehq/plot";
import type { Series } from "../document";
import { type Child, type Column, legend, type Table } from "../dom";
import { Figure } from "../figure";
import { type Calendar, count, dateWords, minutes, type Words } from "../format";
import { accent, chart, hover, ink, paper, panels, soft, time_axis, value_axis } from "../marks";
import { type Book, type Point, range_words } from "../series";

export interface Line {
  label: string;
  color: string;
  points: Point[];
}

export interface Fan {
  width: number;
  height: number;
  lines: Line[];
  words: Words;
  calendar: Calendar;
  top?: number; // of the value axis; nice where it is not given
}

/** Minutes stand in the heading; at every tick they would take the room of the chart. */
function bare(words: Words): Words {
  return words === minutes ? count : words;
}

/** A line for the middle of the futures and a band from P10 to P90, where these are known. */
export function fan({ width, height, lines, words, top, calendar }: Fan): Element {
  const dates = lines[0]?.points.map((point) => point.date) ?? [];
  const bands = lines.map((line) => ({
    ...line,
    points: line.points.filter((point) => point.low !== null && point.high !== null),
  }));
  const values = lines.flatMap(({ points }) =>
    points.flatMap(({ low, middle, high }) => [low, middle, high]),
  );
  const finite = values.filter((value): value is number => value !== null);
  const low = Math.min(0, ...finite);
  const high = top ?? Math.max(0, ...finite);
  const readings = dates.map((date, i) => ({
    date,
    lines: lines.map(
      ({ label, points }) => `${label ? `${label}: ` : ""}${points[i] ? range_words(points[i], words) : "–"}`,
    ),
  }));
  return chart({
    width,
    height,
    marginLeft: 60,
    x: { type: "utc", label: null, domain: [calendar.start, calendar.end] },
    y: { label: null, domain: low === high ? [0, 1] : [low, high], nice: top === undefined },
    marks: [
      ...value_axis(bare(words), height < 180 ? 3 : 5),
      time_axis({ start: calendar.start, end: calendar.end, width: width - 80 }),
      low < 0 ? Plot.ruleY([0], { stroke: soft }) : null,
      ...bands.map(({ points, color }) =>
        Plot.areaY(points, { x: "date", y1: "low", y2: "high", fill: color, fillOpacity: 0.2 }),
      ),
      ...lines.map(({ points, color }) =>
        Plot.lineY(points, { x: "date", y: "middle", stroke: color, strokeWidth: 2 }),
      ),
      ...hover(readings),
    ],
  });
}

/** One column per line and statistic, one row per date. */
export function fan_table(caption: string, lines: (Line & { words?: Words })[], usual: Words): Table {
  const dates = lines[0]?.points.map((point) => point.date) ?? [];
  const banded = lines.some(({ points }) => points.some((point) => point.low !== null));
  const statistics: [string, keyof Omit<Point, "date">][] = banded
    ? [
        ["P10", "low"],
        ["P50", "middle"],
        ["P90", "high"],
        ["mean", "mean"],
      ]
    : [["mean", "mean"]];
  const columns: Column[] = [{ label: "Week ending" }];
  for (const { label } of lines)
    for (const [name] of statistics)
      columns.push({ label: label ? `${label}, ${name}` : name, numeric: true });
  return {
    caption,
    columns,
    rows: dates.map((date, i) => [
      dateWords(date),
      ...lines.flatMap(({ points, words = usual }) => statistics.map(([, key]) => words(points[i]?.[key]))),
    ]),
  };
}

export interface SmallFan {
  heading: string;
  series: Series;
  member?: number;
  words: Words;
  color?: string;
  top?: number;
}

/** Small fans beside each other, one per series. */
export function fans_figure(
  book: Book,
  {
    title,
    caption,
    items,
    least = 280,
    height = 190,
  }: { title: string; caption: string; items: SmallFan[]; least?: number; height?: number },
): Figure {
  const line = ({ series, member, color }: SmallFan): Line => ({
    label: "",
    color: color ?? accent,
    points: book.points(series, member),
  });
  return new Figure({
    title,
    caption,
    label: `${title}: ${items.map(({ heading }) => heading).join(", ")}, by week.`,
    draw: (width) =>
      panels(
        items,
        width,
        least,
        ({ heading }) => heading,
        (item, each) =>
          fan({
            width: each,
            height,
            calendar: book.calendar,
            lines: [line(item)],
            words: item.words,
            ...(item.top === undefined ? {} : { top: item.top }),
          }),
      ),
    table: () =>
      fan_table(
        title,
        items.map((item) => ({ ...line(item), label: item.heading, words: item.words })),
        count,
      ),
  });
}

export interface Layer {
  label: string;
  color: string;
  series: Series;
}

export interface Stack {
  title: string;
  caption: string;
  layers: () => Layer[]; // from the bottom up
  words: Words;
  top?: number;
  controls?: Child[];
  total?: string; // name of the sum, which a line and the table show
  bars?: boolean; // for layers that change sign
}

/** Means by week, one upon the other. */
export function stack_figure(book: Book, spec: Stack): Figure {
  const rows_of = (layers: Layer[]): { date: Date; value: number; layer: string }[] =>
    layers.flatMap(({ label, series }) =>
      book.points(series).map(({ date, mean }) => ({ date, value: mean ?? 0, layer: label })),
    );
  const total = (layers: Layer[], i: number): number =>
    layers.reduce((sum, { series }) => sum + (series.mean[0]?.[i] ?? 0), 0);

  return new Figure({
    title: spec.title,
    caption: spec.caption,
    label: `${spec.title}, by week: ${spec
      .layers()
      .map(({ label }) => label)
      .join(", ")}.`,
    controls: spec.controls ?? [
      legend(
        spec
          .layers()
          .map(({ label, color }) => ({ label, color }))
          .reverse(),
      ),
    ],
    draw: (width) => {
      const layers = spec.layers();
      const rows = rows_of(layers);
      const days = layers[0]?.series.days ?? [];
      const names = layers.map(({ label }) => label);
      const readings = days.map((day, i) => ({
        date: book.calendar.at(day),
        lines: [
          ...[...layers].reverse().map(({ label, series }) => `${label}: ${spec.words(series.mean[0]?.[i])}`),
          ...(spec.total ? [`${spec.total}: ${spec.words(total(layers, i))}`] : []),
        ],
      }));
      const look = { x: "date", y: "value", fill: "layer", order: names } as const;
      return chart({
        width,
        height: 300,
        marginLeft: 60,
        x: { type: "utc", label: null, domain: [book.calendar.start, book.calendar.end] },
        y: { label: null, ...(spec.top === undefined ? { nice: true } : { domain: [0, spec.top] }) },
        color: { domain: names, range: layers.map(({ color }) => color) },
        marks: [
          ...value_axis(bare(spec.words)),
          time_axis({ start: book.calendar.start, end: book.calendar.end, width: width - 80 }),
          spec.bars
            ? Plot.rectY(rows, {
                x1: ({ date }: { date: Date }) => new Date(date.getTime() - week),
                x2: "date",
                y: "value",
                fill: "layer",
                order: names,
                shapeRendering: "crispEdges",
              } as Plot.RectYOptions)
            : Plot.areaY(rows, { ...look, stroke: paper, strokeWidth: 0.6 }),
          Plot.ruleY([0], { stroke: soft }),
          spec.bars && spec.total
            ? Plot.lineY(
                readings.map(({ date }, i) => ({ date, value: total(layers, i) })),
                { x: "date", y: "value", stroke: ink, strokeWidth: 2 },
              )
            : null,
          ...hover(readings),
        ],
      });
    },
    table: () => {
      const layers = spec.layers();
      return {
        caption: spec.title,
        columns: [
          { label: "Week ending" },
          ...layers.map(({ label }) => ({ label, numeric: true })),
          ...(spec.total ? [{ label: spec.total, numeric: true }] : []),
        ],
        rows: (layers[0]?.series.days ?? []).map((day, i) => [
          book.calendar.words(day),
          ...layers.map(({ series }) => spec.words(series.mean[0]?.[i])),
          ...(spec.total ? [spec.words(total(layers, i))] : []),
        ]),
      };
    },
  });
}

const week = 7 * 86_400_000;
