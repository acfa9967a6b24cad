// What sets an alternative apart from the base: differences with their intervals, each on the scale of its own figure.
// SPDX-License-Identifier: Apache-2.0
import * as Plot from "@observablehq/plot";
import type { Comparison } from "../document";
import { choice, h, select, type Table } from "../dom";
import { Figure } from "../figure";
import { count, share } from "../format";
import { accent, chart, faint, ink, label_room, narrow_margin, paper, row_labels, soft, tip } from "../marks";

interface Row extends Omit<CompareRow, "difference_value" | "low" | "high"> {
  value: number;
  low: number; // infinite where the interval has no end
  high: number;
}

type CompareRow = Comparison["rows"][number];

/** What happens in no future is no difference. */
function happening(rows: CompareRow[]): Row[] {
  return rows.flatMap(({ difference_value, low, high, ...row }) =>
    difference_value === null
      ? []
      : [{ ...row, value: difference_value, low: low ?? -Infinity, high: high ?? Infinity }],
  );
}

const told = (row: Row): boolean => row.verdict === "higher" || row.verdict === "lower";

/** Half the width of the chart: the farthest end of any alternative's interval for the figure. */
function reach(rows: Row[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const { name, low, high, value } of rows)
    found.set(
      name,
      Math.max(found.get(name) ?? 0, ...[low, high, value].map(Math.abs).filter(Number.isFinite)),
    );
  return found;
}

export function differences(comparison: Comparison, subject: (name: string) => string): Figure {
  const all = happening(comparison.rows);
  const scale = reach(all);
  let alternative = all[0]?.alternative ?? 1;
  let only_told = all.filter(told).length >= 4;

  const chosen = (): Row[] => {
    const rows = all.filter((row) => row.alternative === alternative && (!only_told || told(row)));
    const subjects = [...new Set(rows.map((row) => subject(row.name)))];
    return rows.sort((a, b) => subjects.indexOf(subject(a.name)) - subjects.indexOf(subject(b.name)));
  };

  const draw = (width: number, tallest: number): Element => {
    const rows = chosen();
    if (!rows.length) return h("p", { class: "remark" }, "Nothing of it can be told apart.");
    const room = label_room(
      rows.map((row) => row.label),
      width,
    );
    const down = room ? 0 : 8;
    const headings = rows.filter((row, i) => i === 0 || subject(row.name) !== subject(rows[i - 1]!.name));
    const domain = rows.flatMap((row) =>
      headings.includes(row) ? [`subject ${subject(row.name)}`, row.name] : [row.name],
    );
    const step = Math.min(room ? 24 : 42, Math.max(10, (tallest - 40) / domain.length));
    const part = (value: (row: Row) => number) => (row: Row) => {
      const half = scale.get(row.name) ?? 0;
      return half > 0 ? Math.max(-1, Math.min(1, value(row) / half)) : 0;
    };
    const words = Math.max(0, ...rows.map((row) => row.difference.length));
    return chart({
      width,
      height: 40 + domain.length * step,
      marginLeft: room || narrow_margin,
      marginRight: 20 + 6.6 * words,
      marginTop: 4,
      x: { domain: [-1.04, 1.04], label: null },
      y: { domain, axis: null, padding: 0 },
      color: { type: "identity" },
      marks: [
        Plot.ruleX([0], { stroke: soft }),
        Plot.axisX([-1, 0, 1], {
          tickSize: 0,
          fill: soft,
          label: null,
          tickFormat: (value: number) => (value < 0 ? "← lower" : value > 0 ? "higher →" : "same"),
        }),
        Plot.ruleY(rows, {
          y: "name",
          x1: part((row) => row.low),
          x2: part((row) => row.high),
          stroke: (row: Row) => (told(row) ? accent : soft),
          strokeWidth: 2.5,
          dy: down,
        }),
        Plot.dot(rows, {
          y: "name",
          x: part((row) => row.value),
          r: 4.5,
          fill: (row: Row) => (told(row) ? accent : paper),
          stroke: (row: Row) => (told(row) ? accent : soft),
          strokeWidth: 1.5,
          dy: down,
        }),
        Plot.text(rows, {
          y: "name",
          text: "difference",
          frameAnchor: "right",
          textAnchor: "end",
          dx: 14 + 6.6 * words,
          dy: down,
          fill: ink,
        } as Plot.TextOptions),
        row_labels(
          rows,
          (row) => row.name,
          (row) => row.label,
          room,
        ),
        Plot.text(headings, {
          y: (row: Row) => `subject ${subject(row.name)}`,
          text: (row: Row) => subject(row.name),
          frameAnchor: "left",
          textAnchor: "start",
          dx: room ? 2 - room : -narrow_margin,
          dy: 4,
          fontWeight: 600,
          fill: soft,
        } as Plot.TextOptions),
        Plot.gridX([-1, 1], { stroke: faint, strokeOpacity: 1 }),
        tip(
          rows,
          (row) =>
            [
              row.label,
              `${row.base} becomes ${row.mean}`,
              `difference ${row.difference} (${row.interval})`,
              row.verdict_words,
              `higher in ${share(row.chance_higher)} of futures`,
            ].join("\n"),
          { y: "name", x: part((row) => row.value), maxRadius: 400 },
          Plot.pointerY,
        ),
      ],
    });
  };

  const title = (): string => `What sets it apart: ${comparison.names[alternative] ?? ""}`;
  const figure = new Figure({
    title: title(),
    caption:
      `Dot: mean difference from “${comparison.names[0]}” in the same ${count(comparison.replications)} futures; line: its 95 % interval. A line that stays clear of the middle is a difference that ` +
      "can be told. Each row has its own scale: compare a row's line with its own middle, not with other rows.",
    label: `Differences from ${comparison.names[0]}: ${comparison.words.join(" ")}`,
    controls: [
      comparison.names.length > 2 &&
        select(
          "Alternative",
          comparison.names.slice(1).map((label, i) => ({ value: String(i + 1), label })),
          String(alternative),
          (value) => {
            alternative = Number(value);
            figure.redraw(title());
          },
        ),
      choice(
        "Show",
        [
          { value: "told", label: "what can be told apart" },
          { value: "all", label: "everything" },
        ],
        only_told ? "told" : "all",
        (value) => {
          only_told = value === "told";
          figure.redraw();
        },
      ),
    ],
    draw,
    table: () =>
      differences_table(
        comparison,
        all.filter((row) => row.alternative === alternative),
      ),
  });
  return figure;
}

function differences_table(comparison: Comparison, rows: Row[]): Table {
  return {
    caption: "Differences between scenarios",
    columns: [
      { label: "Figure" },
      { label: comparison.names[0] ?? "Base", numeric: true },
      { label: "Alternative", numeric: true },
      { label: "Difference", numeric: true },
      { label: "95 % interval", numeric: true },
      { label: "Higher in", numeric: true },
      { label: "Verdict", wide: true },
    ],
    rows: rows.map((row) => [
      row.label,
      row.base,
      row.mean,
      row.difference,
      row.interval,
      share(row.chance_higher),
      row.verdict_words,
    ]),
  };
}
