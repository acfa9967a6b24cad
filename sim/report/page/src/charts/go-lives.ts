// The chance of being live by a date, one curve per wave, one panel per activity that goes live.
// SPDX-License-Identifier: Apache-2.0
import * as Plot from "@observablehq/plot";
import { type Row, type Table, toggles } from "../dom";
import type { GoLive } from "../document";
import { Figure } from "../figure";
import { share } from "../format";
import { chart, color, hover, ink, panels, time_axis, value_axis } from "../marks";
import type { Book } from "../series";

interface Curve {
  activity: string;
  wave: string;
  color: string;
  all: boolean; // of every wave together
  data: GoLive;
}

function curves(go_lives: GoLive[]): Curve[] {
  const waves: string[] = [];
  return go_lives.map((data, i) => {
    const all = i > 0 && i === go_lives.length - 1;
    const { activity, wave } = data;
    if (!all && !waves.includes(wave)) waves.push(wave);
    return {
      activity,
      wave,
      color: all ? ink : color(waves.indexOf(wave)),
      all,
      data,
    };
  });
}

function chance_by(curve: GoLive["curve"], day: number): number {
  let chance = 0;
  for (const [at, value] of curve) {
    if (at > day) break;
    chance = value;
  }
  return chance;
}

/** Dates that the go-lives span, with a little room. */
function span(go_lives: GoLive[], horizon: number): [number, number] {
  const known = go_lives.flatMap(({ target, curve }) => [
    target,
    curve[0]?.[0],
    curve[curve.length - 1]?.[0],
  ]);
  const days = known.filter((day): day is number => typeof day === "number");
  const first = Math.min(...days);
  const last = Math.max(...days);
  const room = Math.max(7, 0.04 * (last - first));
  return [Math.max(0, first - room), Math.min(Math.max(horizon, last), last + room)];
}

export function go_live_figure(book: Book): Figure {
  const { calendar, scenario } = book;
  const all = curves(scenario.go_lives);
  const horizon = (calendar.end.getTime() - calendar.start.getTime()) / 86_400_000;
  const [from, to] = span(scenario.go_lives, horizon);
  const activities = [...new Set(all.filter((curve) => !curve.all).map((curve) => curve.activity))];
  const shown = new Set(all.map((curve) => curve.wave));
  const swatches = [...new Map(all.map((curve) => [curve.wave, curve.color]))];

  const draw_panel = (activity: string, width: number): Element => {
    const mine = all.filter((curve) => (curve.all || curve.activity === activity) && shown.has(curve.wave));
    const steps = mine.flatMap((curve) => {
      const inside = curve.data.curve.filter(([day]) => day >= from && day <= to);
      const first = inside[0]?.[0] ?? to;
      return [[first, 0] as const, ...inside, [to, chance_by(curve.data.curve, to)] as const].map(
        ([day, chance]) => ({
          date: calendar.at(day),
          chance,
          curve,
        }),
      );
    });
    const weeks = Array.from({ length: Math.floor((to - from) / 7) + 1 }, (_, i) => from + 7 * i);
    const readings = weeks.map((day) => ({
      date: calendar.at(day),
      lines: mine.map(({ wave, data }) => `${wave}: ${share(chance_by(data.curve, day))}`),
    }));
    const line = (of_all: boolean): Plot.Markish =>
      Plot.lineY(
        steps.filter(({ curve }) => curve.all === of_all),
        {
          x: "date",
          y: "chance",
          z: ({ curve }: { curve: Curve }) => curve.wave,
          stroke: ({ curve }: { curve: Curve }) => curve.color,
          strokeWidth: of_all ? 2.5 : 2,
          strokeDasharray: of_all ? "6 4" : "none",
          curve: "step-after",
          clip: true,
        },
      );
    return chart({
      width,
      height: 270,
      marginLeft: 52,
      x: { type: "utc", domain: [calendar.at(from), calendar.at(to)], label: null },
      y: { domain: [0, 1], label: null },
      color: { type: "identity" },
      marks: [
        ...value_axis(share),
        time_axis({ start: calendar.at(from), end: calendar.at(to), width: width - 70 }),
        line(false),
        line(true),
        Plot.ruleX(
          mine.filter(({ all, data }) => !all && data.target !== null),
          {
            x: ({ data }: Curve) => calendar.atOrEnd(data.target),
            y1: -0.035,
            y2: 0.045,
            stroke: (curve: Curve) => curve.color,
            strokeWidth: 4,
          },
        ),
        ...hover(readings),
      ],
    });
  };

  const figure = new Figure({
    title: swatches.length > 1 ? "When each wave is live" : "When it is live",
    caption:
      "Each line climbs from 0 to 100 % as more of the simulated futures have gone live by that date; a steep line is a date that one can " +
      "rely on. The thick tick at the foot is the target. Where a line ends below 100 %, the rest comes later than what was simulated.",
    label: `Chance of being live by date. ${scenario.go_lives
      .map(
        ({ label, p50, p80 }) =>
          `${label}: even chance by ${calendar.words(p50)}, 80 % by ${calendar.words(p80)}`,
      )
      .join("; ")}.`,
    controls: [
      swatches.length > 1 &&
        toggles(
          "Waves shown",
          swatches.map(([label, color]) => ({ label, color, mark: "line" })),
          shown,
          () => figure.redraw(),
        ),
    ],
    draw: (width) => panels(activities, width, activities.length > 4 ? 300 : 420, (name) => name, draw_panel),
    table: null,
  });
  return figure;
}

export function go_live_table(book: Book): Table {
  const { calendar, scenario } = book;
  const all = curves(scenario.go_lives);
  const grouped = new Set(all.map(({ activity }) => activity)).size > 2;
  const cells = ({ wave, data }: Curve): string[] => [
    wave,
    data.target === null ? "–" : calendar.words(data.target),
    ...[data.p10, data.p50, data.p80, data.p90].map((days) => calendar.words(days)),
    share(data.happened),
  ];
  const rows = all.flatMap((curve, i): Row[] => {
    const heads = grouped && !curve.all && curve.activity !== all[i - 1]?.activity;
    return heads
      ? [{ heading: curve.activity }, cells(curve)]
      : grouped && curve.all
        ? [{ heading: "together" }, cells(curve)]
        : [cells(curve)];
  });
  return {
    caption: "Dates of each go-live",
    columns: ["Go-live", "Target", "P10", "P50", "P80", "P90", "Within horizon"].map((label, i) => ({
      label,
      numeric: i > 0,
    })),
    rows,
  };
}
