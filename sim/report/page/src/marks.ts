// Marks that several charts share. Colours are CSS variables, so that a chart follows the theme without being redrawn.
// SPDX-License-Identifier: Apache-2.0
import * as Plot from "@observablehq/plot";
import { dateWords } from "./format";
import { h } from "./dom";

export const ink = "var(--ink)";
export const soft = "var(--soft)";
export const faint = "var(--line)";
export const paper = "var(--paper)";
export const accent = "var(--accent)";

/** The categorical palette, safe for colour-blind readers; the ninth is pale, then it begins again. */
export function color(i: number): string {
  const k = i % 9;
  return k === 8 ? "var(--pale)" : `var(--c${k + 1})`;
}

/** A chart in the manner of the page. */
export function chart(options: Plot.PlotOptions): Element {
  const drawing = Plot.plot({
    marginTop: 14,
    marginRight: 16,
    marginBottom: 34,
    ...options,
    style: { fontFamily: "inherit", fontSize: "12px", background: "none", overflow: "visible" },
  });
  drawing.setAttribute("aria-hidden", "true"); // the frame around it carries the label
  return drawing;
}

/** A stretch of time, and the pixels that it has. */
export interface Stretch {
  start: Date;
  end: Date;
  width: number;
}

const label_width = 42;
const intervals = [
  ["week", 7],
  ["month", 30.4],
  ["quarter", 91.3],
  ["half", 182.6],
  ["year", 365.25],
] as const;

/** The shortest interval whose labels do not touch. */
export function time_ticks({ start, end, width }: Stretch): string {
  const days = (end.getTime() - start.getTime()) / 86_400_000;
  return intervals.find(([, length]) => (width * length) / days >= label_width)?.[0] ?? "2 years";
}

export function time_axis(stretch: Stretch): Plot.Markish {
  return Plot.axisX({ ticks: time_ticks(stretch), tickSize: 4, stroke: soft, fill: soft });
}

export function value_axis(words: (value: number) => string, ticks = 5): Plot.Markish[] {
  return [
    Plot.gridY({ ticks, stroke: faint, strokeOpacity: 1 }),
    Plot.axisY({ ticks, tickSize: 0, tickFormat: words, fill: soft, label: null }),
  ];
}

type Place = Plot.TipOptions & { maxRadius?: number };
type Pointer = (options: Plot.TipOptions) => Plot.TipOptions;

/** Words about what is under the pointer; they are made only when they are shown. */
export function tip<Row>(
  rows: Row[],
  words: (row: Row) => string,
  place: Place,
  pointer: Pointer = Plot.pointer,
): Plot.Markish {
  return Plot.tip(
    rows,
    pointer({
      title: (row: Row) => row,
      format: { title: words as unknown as Plot.ScaleOptions["tickFormat"] & string },
      lineWidth: 36,
      lineHeight: 1.3,
      fill: paper,
      stroke: soft,
      textPadding: 9,
      ...place,
    }),
  );
}

export interface Reading {
  date: Date;
  lines: string[];
}

/** What the values are at the date under the pointer. */
export function hover(readings: Reading[]): Plot.Markish[] {
  return [
    Plot.ruleX(
      readings,
      Plot.pointerX({ x: "date", stroke: soft, maxRadius: Infinity } as Plot.RuleXOptions),
    ),
    tip(
      readings,
      ({ date, lines }) => [dateWords(date), ...lines].join("\n"),
      { x: "date", frameAnchor: "middle", maxRadius: Infinity },
      Plot.pointerX,
    ),
  ];
}

/** Several small charts beside each other, each with a heading, as many in a row as fit. */
export function panels<Item>(
  items: Item[],
  width: number,
  least: number,
  heading: (item: Item) => string,
  draw: (item: Item, width: number) => Element,
): HTMLElement {
  const gap = 24;
  const fair = Math.min(least, (width - gap) / 2 >= 300 ? (width - gap) / 2 : least); // two beside each other on paper
  const most = Math.max(1, Math.min(items.length, Math.floor((width + gap) / (fair + gap))));
  const columns = Math.ceil(items.length / Math.ceil(items.length / most)); // rows of even length
  const each = Math.floor((width - gap * (columns - 1)) / columns);
  return h(
    "div",
    {
      class: "panels",
      style: `grid-template-columns: repeat(${columns}, minmax(0, 1fr)); gap: 14px ${gap}px`,
    },
    ...items.map((item) =>
      h("div", { class: "panel" }, h("p", { class: "panel-title" }, heading(item)), draw(item, each)),
    ),
  );
}

/** Left of bars whose labels stand above them: half of what the axis writes at zero. */
export const narrow_margin = 14;

/** Room that a column of labels takes, by the longest; narrow windows put labels above their bars instead. */
export function label_room(labels: string[], width: number, most = 220): number {
  if (width < 560) return 0;
  return Math.min(most, 14 + 6.4 * Math.max(...labels.map((label) => label.length), 4));
}

/** Labels of rows: left of them, or above them where there is no room. */
export function row_labels<Row>(
  rows: Row[],
  y: (row: Row) => string,
  text: (row: Row) => string,
  room: number,
  options: Plot.TextOptions = {},
): Plot.Markish {
  return Plot.text(rows, {
    y,
    text,
    frameAnchor: "left",
    textAnchor: "start",
    dx: room ? 2 - room : -narrow_margin,
    dy: room ? 0 : -10,
    lineWidth: room ? (room - 4) / 11 : 30,
    textOverflow: "ellipsis-end",
    fill: ink,
    ...options,
  } as Plot.TextOptions);
}
