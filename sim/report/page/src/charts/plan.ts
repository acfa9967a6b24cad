// The plan as it was meant and as it went: one row per activity, opened into its steps on demand.
// SPDX-License-Identifier: Apache-2.0
import type { Step } from "../document";
import { choice, legend, type Option, select } from "../dom";
import { Figure } from "../figure";
import { plain, share } from "../format";
import { accent, color, ink } from "../marks";
import type { Book } from "../series";
import { aimed, draw_plan, type Row, rows_of } from "./plan-drawing";

const many = 24; // steps beyond which activities are folded
const everything = "";

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

  const draw = (width: number, tallest: number): Element => {
    const rows = rows_of(chosen(), folded, open);
    const drawing = draw_plan(rows, calendar, width, tallest);
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
    label: `Timeline of ${scenario.plan.length} steps of the plan, if nothing had to wait and as they go.`,
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
        "Start without waiting",
        "Done without waiting",
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
