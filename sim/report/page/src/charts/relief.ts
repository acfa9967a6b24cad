// What it would gain to take a cause of waiting away, beside the days that went into it.
// SPDX-License-Identifier: Apache-2.0
import * as Plot from "@observablehq/plot";
import type { Relief } from "../document";
import { legend, type Table } from "../dom";
import { Figure } from "../figure";
import { count, days, plain, points } from "../format";
import { accent, chart, faint, ink, label_room, narrow_margin, paper, row_labels, soft, tip } from "../marks";

type Row = Relief["rows"][number];

function interval(row: Row): string {
  return row.gained_low === null || row.gained_high === null
    ? "cannot tell"
    : `${days(row.gained_low).replace(" days", "")} to ${days(row.gained_high)}`;
}

/** The best lever first. */
function ranked(relief: Relief): Row[] {
  return [...relief.rows].sort((a, b) => (b.gained_days ?? -Infinity) - (a.gained_days ?? -Infinity));
}

export function relief_figure(relief: Relief): Figure {
  const rows = ranked(relief);
  const swatches = [
    { label: "days that went into it", color: "var(--pale)" },
    { label: "days gained without it, with 95 % interval", color: accent, mark: "dot" as const },
  ];
  return new Figure({
    title: "What it would gain to take a cause away",
    caption:
      `The same ${count(relief.futures)} futures again, each time with one cause of waiting gone. What is gained is often less than what was waited: the next ` +
      "cause in line takes over. So the longest bar above is not always the best lever.",
    label: `Days gained by taking a cause away: ${rows.map((row) => `${row.cause} ${days(row.gained_days)}`).join(", ")}.`,
    controls: [legend(swatches)],
    draw: (width) => {
      const room = label_room(
        rows.map((row) => row.cause),
        width,
      );
      const down = room ? 0 : 8;
      return chart({
        width,
        height: 50 + rows.length * (room ? 28 : 44),
        marginLeft: room || narrow_margin,
        marginRight: 74,
        marginTop: 8,
        x: { label: null },
        y: { domain: rows.map((row) => row.cause), axis: null, padding: 0 },
        marks: [
          Plot.gridX({ ticks: 6, stroke: faint, strokeOpacity: 1 }),
          Plot.axisX({
            ticks: 6,
            tickSize: 0,
            fill: soft,
            label: "days",
            labelArrow: "none",
            labelAnchor: "center",
          }),
          Plot.barX(rows, {
            y: "cause",
            x: "attributed_days",
            fill: "var(--pale)",
            insetTop: room ? 4 : 21,
            insetBottom: 5,
          }),
          Plot.ruleY(rows, {
            y: "cause",
            x1: "gained_low",
            x2: "gained_high",
            stroke: accent,
            strokeWidth: 2.5,
            dy: down,
          }),
          Plot.dot(rows, {
            y: "cause",
            x: "gained_days",
            r: 5.5,
            fill: accent,
            stroke: paper,
            strokeWidth: 1.5,
            dy: down,
          }),
          Plot.ruleX([0], { stroke: soft }),
          Plot.text(rows, {
            y: "cause",
            x: (row: Row) => Math.max(row.attributed_days, row.gained_high ?? 0),
            text: (row: Row) => days(row.gained_days),
            textAnchor: "start",
            dx: 8,
            dy: down,
            fill: ink,
          }),
          row_labels(
            rows,
            (row) => row.cause,
            (row) => row.cause,
            room,
          ),
          tip(
            rows,
            (row) =>
              `${row.cause}\ngained: ${days(row.gained_days)} (${interval(row)})\nwent into it: ${days(row.attributed_days)}`,
            { y: "cause", x: (row: Row) => row.gained_days ?? 0 },
            Plot.pointerY,
          ),
        ],
      });
    },
    table: null,
  });
}

export function relief_table(relief: Relief): Table {
  return {
    caption: "What taking a cause away means, and gains",
    columns: [
      { label: "Without" },
      { label: "That is", wide: true },
      { label: "Went into it", numeric: true },
      { label: "Gained", numeric: true },
      { label: "95 % interval", numeric: true },
      { label: "More use after six months", numeric: true },
    ],
    rows: ranked(relief).map((row) => [
      plain(row.cause),
      row.how,
      days(row.attributed_days),
      days(row.gained_days),
      interval(row),
      points(row.adoption_gained),
    ]),
  };
}
