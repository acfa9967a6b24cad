// The rows of the plan, and how they are drawn: outlined as meant, filled as it goes.
// SPDX-License-Identifier: Apache-2.0
import * as Plot from "@observablehq/plot";
import type { Step } from "../document";
import { type Calendar, share } from "../format";
import {
  accent,
  chart,
  color,
  faint,
  ink,
  label_room,
  narrow_margin,
  paper,
  row_labels,
  time_axis,
  time_ticks,
  tip,
} from "../marks";

export interface Row {
  key: string;
  label: string;
  activity: string;
  steps: Step[];
  folds: boolean;
}

/** Every step may know the date that its wave aims at; it is drawn where it is reached. */
export function aimed(step: Step): boolean {
  return step.kind === "go_live" && step.target !== null;
}

export function rows_of(steps: Step[], folded: boolean, open: Set<string>): Row[] {
  const activities = new Map<string, Step[]>();
  for (const step of steps) activities.set(step.activity, [...(activities.get(step.activity) ?? []), step]);
  const rows: Row[] = [];
  for (const [activity, own] of activities) {
    const folds = folded && own.length > 1;
    const opened = !folds || open.has(activity);
    if (folds)
      rows.push({
        key: activity,
        label: `${opened ? "▾" : "▸"} ${activity}`,
        activity,
        steps: opened ? [] : own,
        folds,
      });
    if (!opened) continue;
    for (const step of own) {
      const label = folds ? `   ${step.scope}` : own.length > 1 ? `${activity}, ${step.scope}` : activity;
      rows.push({ key: step.name, label, activity, steps: [step], folds: false });
    }
  }
  return rows;
}

function words(step: Step, calendar: Calendar): string {
  const spread = ({ p10, p50, p90 }: Step["start"]): string =>
    `${calendar.words(p50)} (${calendar.words(p10)} to ${calendar.words(p90)})`;
  return [
    `${step.activity}, ${step.scope}`,
    ...(step.unhindered_start === null
      ? []
      : [
          `if nothing had to wait: ${calendar.words(step.unhindered_start)} to ${calendar.words(step.unhindered_finish)}`,
        ]),
    `start: ${spread(step.start)}`,
    `done: ${spread(step.finish)}`,
    ...(step.target === null ? [] : [`target: ${calendar.words(step.target)}`]),
    ...(step.happened < 1 ? [`done within the horizon in ${share(step.happened)} of futures`] : []),
  ].join("\n");
}

interface Bar {
  key: string;
  step: Step;
}

type Ends = [(step: Step) => Date, (step: Step) => Date];

function bars_of(bars: Bar[], [from, to]: Ends, look: Plot.BarXOptions): Plot.Markish {
  return Plot.barX(bars, {
    y: "key",
    x1: ({ step }: Bar) => from(step),
    x2: ({ step }: Bar) => to(step),
    ...look,
  });
}

/** Begins and ends on one day: drawn as a dot. */
function instant({ step: { start, finish } }: Bar): boolean {
  return start.p50 !== null && finish.p50 !== null && finish.p50 - start.p50 < 2;
}

export function draw_plan(rows: Row[], calendar: Calendar, width: number, tallest: number): Element {
  const labels = rows.map((row) => row.label);
  const room = label_room(labels, width);
  const usual = room ? 22 : 36;
  const step = Math.min(usual, Math.max(9, (tallest - 46) / rows.length));
  const scale = step / usual;
  const at = calendar.atOrEnd.bind(calendar);
  // From the top and from the bottom of a row; where labels stand above their bars, these have the lower part.
  const inset = (top: number, bottom: number): Plot.BarXOptions => ({
    insetTop: ((room ? 0 : 11) + top) * scale,
    insetBottom: bottom * scale,
  });
  const bars = rows.flatMap((row) => row.steps.map((step) => ({ key: row.key, step })));
  const foreseen = bars.filter(
    ({ step }) => step.unhindered_start !== null && step.unhindered_finish !== null,
  );
  const stretch = { start: calendar.start, end: calendar.end, width: width - room - 20 };
  return chart({
    width,
    height: 46 + rows.length * step,
    marginLeft: room || narrow_margin,
    marginTop: 22,
    x: { type: "utc", domain: [calendar.start, calendar.end], label: null },
    y: { domain: rows.map((row) => row.key), axis: null, padding: 0 },
    marks: [
      Plot.gridX({ ticks: time_ticks(stretch), stroke: faint, strokeOpacity: 1 }),
      time_axis(stretch),
      bars_of(bars, [({ start }) => at(start.p10), ({ finish }) => at(finish.p90)], {
        fill: accent,
        fillOpacity: 0.25,
        ...inset(5, 5),
      }),
      bars_of(bars, [({ start }) => at(start.p50), ({ finish }) => at(finish.p50)], {
        fill: accent,
        rx: 1,
        ...inset(7, 7),
      }),
      bars_of(foreseen, [(step) => at(step.unhindered_start), (step) => at(step.unhindered_finish)], {
        fill: "none",
        stroke: ink,
        strokeWidth: 1,
        ...inset(3, 3),
      }),
      Plot.dot(bars.filter(instant), {
        y: "key",
        x: ({ step }: Bar) => at(step.finish.p50),
        r: 4 * scale,
        fill: accent,
        stroke: paper,
        dy: room ? 0 : 5,
      }),
      Plot.tickX(
        bars.filter(({ step }) => aimed(step)),
        {
          y: "key",
          x: ({ step }: Bar) => at(step.target),
          stroke: color(1),
          strokeWidth: 3,
          ...inset(2, 2),
        },
      ),
      row_labels(
        rows,
        (row) => row.key,
        (row) => row.label,
        room,
        { className: "row-labels", fontSize: Math.min(12, step), ...(room ? {} : { dy: -12 }) },
      ),
      tip(bars, ({ step }) => words(step, calendar), { y: "key", x: ({ step }: Bar) => at(step.finish.p50) }),
    ],
  });
}
