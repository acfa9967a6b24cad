// The plan as it was meant and as it went: one row per activity, opened into its steps on demand.
// SPDX-License-Identifier: Apache-2.0
import * as Plot from "@observablehq/plot";
import type { Step } from "../document";
import { choice, legend, type Option, select } from "../dom";
import { Figure } from "../figure";
import { plain, share } from "../format";
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
import type { Book } from "../series";

const many = 24; // steps beyond which activities are folded
const everything = "";

interface Row {
  key: string;
  label: string;
  activity: string;
  steps: Step[];
  folds: boolean;
}

/** Every step may know the date that its wave aims at; it is drawn where it is reached. */
function aimed(step: Step): boolean {
  return step.kind === "go_live" && step.target !== null;
}

function rows_of(steps: Step[], folded: boolean, open: Set<string>): Row[] {
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

function options(label: string, values: string[]): Option[] {
  return [{ value: everything, label }, ...values.map((value) => ({ value, label: plain(value) }))];
}

export function plan_figure(book: Book): Figure {
  const { calendar, scenario } = book;
  const open = new Set<string>();
  let folded = scenario.plan.length > many;
  let kind = everything;
  let scope = everything;
  let focus = ""; // activity whose row had the keyboard

  const chosen = (): Step[] =>
    scenario.plan.filter(
      (step) => (kind === everything || step.kind === kind) && (scope === everything || step.scope === scope),
    );

  const words = (step: Step): string =>
    [
      `${step.activity}, ${step.scope}`,
      `unhindered: ${calendar.words(step.unhindered_start)} to ${calendar.words(step.unhindered_finish)}`,
      `start: ${calendar.words(step.start.p50)} (${calendar.words(step.start.p10)} to ${calendar.words(step.start.p90)})`,
      `done: ${calendar.words(step.finish.p50)} (${calendar.words(step.finish.p10)} to ${calendar.words(step.finish.p90)})`,
      ...(step.target === null ? [] : [`target: ${calendar.words(step.target)}`]),
      ...(step.happened < 1 ? [`done within the horizon in ${share(step.happened)} of futures`] : []),
    ].join("\n");

  const toggle = (activity: string): void => {
    if (!open.delete(activity)) open.add(activity);
    focus = activity;
    figure.redraw();
  };

  /** Rows that fold are buttons, for the mouse and for the keyboard. */
  const enliven = (drawing: Element, rows: Row[]): void => {
    drawing.removeAttribute("aria-hidden");
    const labels = drawing.querySelectorAll<SVGElement>(".row-labels > text");
    labels.forEach((label, i) => {
      const row = rows[i];
      if (!row?.folds) return;
      label.setAttribute("role", "button");
      label.setAttribute("tabindex", "0");
      label.setAttribute("aria-expanded", String(open.has(row.activity)));
      label.setAttribute("aria-label", `${row.activity}: steps`);
      label.addEventListener("click", () => toggle(row.activity));
      label.addEventListener("keydown", (event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        toggle(row.activity);
      });
      if (row.activity === focus) queueMicrotask(() => label.focus());
    });
    focus = "";
  };

  const draw = (width: number): Element => {
    const rows = rows_of(chosen(), folded, open);
    const room = label_room(
      rows.map((row) => row.label),
      width,
    );
    const bars = rows.flatMap((row) => row.steps.map((step) => ({ key: row.key, step })));
    type Bar = (typeof bars)[number];
    const foreseen = bars.filter(
      ({ step }) => step.unhindered_start !== null && step.unhindered_finish !== null,
    );
    const bar = (
      from: (step: Step) => Date,
      to: (step: Step) => Date,
      look: Plot.BarXOptions,
      of = bars,
    ): Plot.Markish =>
      Plot.barX(of, {
        y: "key",
        x1: ({ step }: Bar) => from(step),
        x2: ({ step }: Bar) => to(step),
        ...look,
      });
    const instant = bars.filter(
      ({ step: { start, finish } }) =>
        start.p50 !== null && finish.p50 !== null && finish.p50 - start.p50 < 2,
    );
    const top = room ? 4 : 15; // narrow: labels stand above
    const stretch = { start: calendar.start, end: calendar.end, width: width - room - 20 };
    const drawing = chart({
      width,
      height: 46 + rows.length * (room ? 22 : 36),
      marginLeft: room || narrow_margin,
      marginTop: 22,
      x: { type: "utc", domain: [calendar.start, calendar.end], label: null },
      y: { domain: rows.map((row) => row.key), axis: null, padding: 0 },
      color: { type: "identity" },
      marks: [
        Plot.gridX({ ticks: time_ticks(stretch), stroke: faint, strokeOpacity: 1 }),
        time_axis(stretch),
        bar(
          (step) => calendar.atOrEnd(step.start.p10),
          (step) => calendar.atOrEnd(step.finish.p90),
          {
            fill: accent,
            fillOpacity: 0.25,
            insetTop: top + 1,
            insetBottom: 5,
          },
        ),
        bar(
          (step) => calendar.atOrEnd(step.start.p50),
          (step) => calendar.atOrEnd(step.finish.p50),
          {
            fill: accent,
            insetTop: top + 3,
            insetBottom: 7,
            rx: 1,
          },
        ),
        bar(
          (step) => calendar.atOrEnd(step.unhindered_start),
          (step) => calendar.atOrEnd(step.unhindered_finish),
          {
            fill: "none",
            stroke: ink,
            strokeWidth: 1,
            insetTop: top - 1,
            insetBottom: 3,
          },
          foreseen,
        ),
        Plot.dot(instant, {
          y: "key",
          x: ({ step }: Bar) => calendar.atOrEnd(step.finish.p50),
          r: 4,
          fill: accent,
          stroke: paper,
          dy: room ? 0 : 5,
        }),
        Plot.tickX(
          bars.filter(({ step }) => aimed(step)),
          {
            y: "key",
            x: ({ step }: Bar) => calendar.atOrEnd(step.target),
            stroke: color(1),
            strokeWidth: 3,
            insetTop: top - 2,
            insetBottom: 2,
          },
        ),
        row_labels(
          rows,
          (row) => row.key,
          (row) => row.label,
          room,
          { className: "row-labels", ...(room ? {} : { dy: -12 }) },
        ),
        tip(bars, ({ step }) => words(step), {
          y: "key",
          x: ({ step }: Bar) => calendar.atOrEnd(step.finish.p50),
        }),
      ],
    });
    enliven(drawing, rows);
    return drawing;
  };

  const kinds = [...new Set(scenario.plan.map((step) => step.kind))];
  const scopes = [...new Set(scenario.plan.map((step) => step.scope))];
  const figure = new Figure({
    title: "The plan, and how it really goes",
    caption:
      "Outlined: how long each step would take if it never had to wait. Filled: from the middle start to the middle finish of the " +
      "simulated futures; pale: from an early start (P10) to a late finish (P90). The gap between outline and fill is waiting.",
    label: `Timeline of ${scenario.plan.length} steps of the plan, unhindered and as they go.`,
    interactive: true,
    controls: [
      scenario.plan.length > 8 &&
        choice(
          "Rows",
          [
            { value: "folded", label: "by activity" },
            { value: "all", label: "every step" },
          ],
          folded ? "folded" : "all",
          (value) => {
            folded = value === "folded";
            figure.redraw();
          },
        ),
      kinds.length > 1 &&
        select("Kind", options("all kinds", kinds), kind, (value) => {
          kind = value;
          figure.redraw();
        }),
      scopes.length > 1 &&
        select("Where", options("everywhere", scopes), scope, (value) => {
          scope = value;
          figure.redraw();
        }),
      legend([
        { label: "if nothing had to wait", color: ink, mark: "outline" },
        { label: "middle start to middle finish", color: accent },
        { label: "early start to late finish", color: "var(--accent-pale)" },
        ...(scenario.plan.some(aimed) ? [{ label: "target", color: color(1), mark: "tick" as const }] : []),
      ]),
    ],
    draw,
    table: () => ({
      caption: "Steps of the plan",
      columns: [
        "Step",
        "Kind",
        "Target",
        "Unhindered start",
        "Unhindered finish",
        "Start P10",
        "Start P50",
        "Start P90",
        "Done P10",
        "Done P50",
        "Done P90",
        "Within horizon",
      ].map((label, i) => ({ label, numeric: i > 1 })),
      rows: chosen().map((step) => [
        step.name,
        plain(step.kind),
        step.target === null ? "–" : calendar.words(step.target),
        calendar.words(step.unhindered_start),
        calendar.words(step.unhindered_finish),
        ...[
          step.start.p10,
          step.start.p50,
          step.start.p90,
          step.finish.p10,
          step.finish.p50,
          step.finish.p90,
        ].map((days) => calendar.words(days)),
        share(step.happened),
      ]),
    }),
  });
  return figure;
}
