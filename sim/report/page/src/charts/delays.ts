// Where the time until a go-live went: by cause, and by the activities that the date hangs on.
// SPDX-License-Identifier: Apache-2.0
import * as Plot from "@observablehq/plot";
import type { Delays } from "../document";
import { select } from "../dom";
import { Figure } from "../figure";
import { days, share } from "../format";
import { accent, chart, faint, ink, label_room, narrow_margin, row_labels, soft, tip } from "../marks";

type Path = Delays["go_lives"][number];

interface Piece {
  cause: string;
  days: number;
  from: number;
  to: number;
  kind: "work" | "wait" | "all";
}

/** Work first, then the longest waits; the pieces lie end to end. */
function pieces(causes: string[], path: Path): Piece[] {
  const parts = causes
    .map((cause, i) => ({
      cause,
      days: path.days[i] ?? 0,
      kind: cause === "work" ? ("work" as const) : ("wait" as const),
    }))
    .filter((part) => Math.abs(part.days) >= 0.005)
    .sort((a, b) => Number(b.kind === "work") - Number(a.kind === "work") || b.days - a.days);
  let from = 0;
  const lying: Piece[] = parts.map((part) => {
    const piece = { ...part, from, to: from + part.days };
    from = piece.to;
    return piece;
  });
  return [
    ...lying,
    { cause: "from start to go-live", days: path.elapsed, from: 0, to: path.elapsed, kind: "all" },
  ];
}

const fills = { work: soft, wait: accent, all: ink };

function path_picker(delays: Delays, chosen: number, changed: (i: number) => void): HTMLElement | false {
  if (delays.go_lives.length < 2) return false;
  const options = delays.go_lives.map(({ label }, i) => ({ value: String(i), label }));
  return select("Go-live", options, String(chosen), (value) => changed(Number(value)));
}

/** The delays of a go-live that the reader picks: both figures follow one picker. */
export function delay_figures(delays: Delays): { picker: HTMLElement | false; figures: Figure[] } {
  let chosen = delays.go_lives.length - 1;
  const path = (): Path => delays.go_lives[chosen]!;
  const waterfall = waterfall_figure(delays.causes, path);
  const activities = activity_figure(path);
  const picker = path_picker(delays, chosen, (i) => {
    chosen = i;
    waterfall.redraw(waterfall_title(path()));
    activities.redraw();
  });
  return { picker, figures: [waterfall, activities] };
}

function waterfall_title(path: Path): string {
  return `What the ${days(path.elapsed)} until go-live went into: ${path.label}`;
}

function waterfall_figure(causes: string[], path: () => Path): Figure {
  return new Figure({
    title: waterfall_title(path()),
    caption:
      "Each bar begins where the one above it ends, and together they make the mean time from the start until the go-live. Gray is work that " +
      "somebody did; the coloured bars are waiting, by what was waited for.",
    label: `Mean days by cause: ${pieces(causes, path())
      .map(({ cause, days: value }) => `${cause} ${days(value)}`)
      .join(", ")}.`,
    draw: (width) => {
      const rows = pieces(causes, path());
      const room = label_room(
        rows.map((row) => row.cause),
        width,
      );
      return chart({
        width,
        height: 50 + rows.length * (room ? 26 : 42),
        marginLeft: room || narrow_margin,
        marginRight: 84,
        marginTop: 8,
        x: { label: null, domain: [0, path().elapsed] },
        y: { domain: rows.map((row) => row.cause), axis: null, padding: 0 },
        color: { type: "identity" },
        marks: [
          Plot.gridX({ ticks: 6, stroke: faint, strokeOpacity: 1 }),
          Plot.axisX({
            ticks: Math.max(3, Math.floor(width / 120)),
            tickSize: 0,
            fill: soft,
            label: "days since the start",
            labelArrow: "none",
            labelAnchor: "center",
          }),
          Plot.barX(rows, {
            y: "cause",
            x1: "from",
            x2: "to",
            fill: (row: Piece) => fills[row.kind],
            insetTop: room ? 4 : 21,
            insetBottom: 4,
          }),
          Plot.text(rows, {
            y: "cause",
            x: "to",
            text: (row: Piece) => days(row.days),
            textAnchor: "start",
            dx: 6,
            dy: room ? 0 : 8,
            fill: ink,
          } as Plot.TextOptions),
          row_labels(
            rows,
            (row) => row.cause,
            (row) => row.cause,
            room,
          ),
          tip(
            rows,
            (row) => `${row.cause}\n${days(row.days)}, ${share(row.days / path().elapsed)} of the time`,
            { y: "cause", x: "to" },
            Plot.pointerY,
          ),
        ],
      });
    },
    table: () => ({
      caption: "Mean days by cause",
      columns: [{ label: "Cause" }, { label: "Days", numeric: true }, { label: "Share", numeric: true }],
      rows: pieces(causes, path()).map((row) => [
        row.cause,
        row.days.toFixed(2),
        share(row.days / path().elapsed),
      ]),
    }),
  });
}

function activity_figure(path: () => Path): Figure {
  const most = 15;
  const rows = (): Path["activities"] => [...path().activities].sort((a, b) => b.criticality - a.criticality);
  return new Figure({
    title: "Which steps the date hangs on",
    caption:
      "How often each activity lay on the chain of steps that set the date: at 100 % a day lost there is a day lost at the end, in every future.",
    label: `Share of futures in which an activity set the date: ${rows()
      .slice(0, most)
      .map(({ name, criticality }) => `${name} ${share(criticality)}`)
      .join(", ")}.`,
    draw: (width) => {
      const shown = rows().slice(0, most);
      const room = label_room(
        shown.map((row) => row.name),
        width,
      );
      return chart({
        width,
        height: 30 + shown.length * (room ? 24 : 40),
        marginLeft: room || narrow_margin,
        marginRight: 130,
        marginTop: 8,
        marginBottom: 22,
        x: { label: null, domain: [0, 1] },
        y: { domain: shown.map((row) => row.name), axis: null, padding: 0 },
        marks: [
          Plot.gridX({ ticks: 4, stroke: faint, strokeOpacity: 1 }),
          Plot.axisX({ ticks: 4, tickSize: 0, tickFormat: share, fill: soft, label: null }),
          Plot.barX(shown, {
            y: "name",
            x: "criticality",
            fill: accent,
            insetTop: room ? 4 : 21,
            insetBottom: 4,
          }),
          Plot.text(shown, {
            y: "name",
            x: "criticality",
            text: (row) => `${share(row.criticality)}, ${days(row.days)}`,
            textAnchor: "start",
            dx: 6,
            dy: room ? 0 : 8,
            fill: ink,
          }),
          row_labels(
            shown,
            (row) => row.name,
            (row) => row.name,
            room,
          ),
          tip(
            shown,
            (row) =>
              `${row.name}\nsets the date in ${share(row.criticality)} of futures\n${days(row.days)} on average`,
            { y: "name", x: "criticality" },
            Plot.pointerY,
          ),
        ],
      });
    },
    table: () => ({
      caption: "Activities on the chain that set the date",
      columns: [
        { label: "Activity" },
        { label: "Share of futures", numeric: true },
        { label: "Mean days", numeric: true },
      ],
      rows: rows().map((row) => [row.name, share(row.criticality), days(row.days)]),
    }),
  });
}
