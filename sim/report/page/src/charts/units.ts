// Every unit, week by week: a heat map, and the line of the unit that the reader picks.
// SPDX-License-Identifier: Apache-2.0
import * as Plot from "@observablehq/plot";
import type { Series } from "../document";
import { h, type Option, select } from "../dom";
import { Figure } from "../figure";
import { dateWords, plain, share } from "../format";
import { chart, color, ink, label_room, time_axis, tip } from "../marks";
import { type Book } from "../series";
import { technologies } from "./adoption";
import { fan, fan_table } from "./time";

const shades = 9; // --h0 to --h8
const named = 80; // units of which the names still fit
const all_sites = "";

interface Run {
  unit: number;
  from: Date;
  to: Date;
  shade: number;
}

/** Neighbouring weeks of one shade are drawn as one: a hundred times fewer shapes than cells. */
function runs(series: Series, units: number[], at: (day: number) => Date): Run[] {
  const found: Run[] = [];
  for (const unit of units) {
    let run: Run | null = null;
    series.days.forEach((day, i) => {
      const value = series.mean[unit]?.[i] ?? null;
      const shade = value === null ? -1 : Math.min(shades - 1, Math.floor(Math.max(0, value) * shades));
      const from = at(series.days[i - 1] ?? 2 * day - (series.days[i + 1] ?? day + 7));
      if (run && run.shade === shade) run.to = at(day);
      else if (shade >= 0) found.push((run = { unit, from, to: at(day), shade }));
      else run = null;
    });
  }
  return found;
}

function site_of(unit: string): string {
  return unit.slice(0, Math.max(0, unit.indexOf("/")));
}

function bare(unit: string): string {
  return unit.slice(unit.indexOf("/") + 1);
}

function scale_key(): HTMLElement {
  const boxes = Array.from({ length: shades }, (_, i) => h("span", { style: `background: var(--h${i})` }));
  return h(
    "p",
    { class: "scale" },
    "0 %",
    h("span", { class: "boxes", "aria-hidden": "true" }, ...boxes),
    "100 % of occasions",
  );
}

export function units_figures(book: Book): Figure[] {
  const names = technologies(book).filter((name) => book.find(`adoption.${name}`, "unit"));
  let technology = names[0];
  if (technology === undefined) return [];
  const series = (): Series => book.find(`adoption.${technology}`, "unit")!;
  const members = series().members;
  const sites = [...new Set(members.map(site_of))];
  let site = all_sites;
  let picked = 0;

  const chosen = (): number[] =>
    members.flatMap((unit, i) => (site === all_sites || site_of(unit) === site ? [i] : []));
  const label = (unit: number): string => bare(members[unit] ?? "");

  const pick = (unit: number): void => {
    picked = unit;
    const box = picker.querySelector("select");
    if (box) box.value = String(unit);
    one.redraw(`Use in one unit: ${(members[unit] ?? "").replace("/", ", ")}`);
  };

  const draw = (width: number): Element => {
    const units = chosen();
    const own = series();
    const labels = units.length <= named;
    const row = labels ? 15 : Math.max(3, Math.min(8, Math.floor(1100 / units.length)));
    const narrow = width < 560;
    const room = labels
      ? Math.min(narrow ? 110 : 190, Math.max(90, label_room(units.map(label), 900)))
      : narrow
        ? 90
        : 150;
    const first = units.filter(
      (unit, i) => i === 0 || site_of(members[unit] ?? "") !== site_of(members[units[i - 1]!] ?? ""),
    );
    const headed = sites.length > 1 && labels && site === all_sites;
    const domain = units.flatMap((unit) =>
      headed && first.includes(unit) ? [`site ${unit}`, String(unit)] : [String(unit)],
    );
    const cells = units.flatMap((unit) =>
      own.days.map((day, i) => ({ unit, date: book.calendar.at(day), value: own.mean[unit]?.[i] ?? null })),
    );
    type Cell = (typeof cells)[number];
    const middle = (own.days[1] ?? 7) - (own.days[0] ?? 0);
    const heads = labels
      ? first
      : first.filter(
          (unit, i) => i === 0 || (units.indexOf(unit) - units.indexOf(first[i - 1]!)) * row >= 11,
        );
    const drawing = chart({
      width,
      height: 40 + domain.length * row,
      marginLeft: room,
      marginTop: 4,
      x: { type: "utc", label: null, domain: [book.calendar.start, book.calendar.end] },
      y: { type: "band", domain, axis: null, padding: 0 },
      color: { type: "identity" },
      marks: [
        Plot.barX(
          runs(own, units, (day) => book.calendar.at(day)),
          {
            y: ({ unit }: Run) => String(unit),
            x1: "from",
            x2: "to",
            fill: ({ shade }: Run) => `var(--h${shade})`,
            insetTop: row > 6 ? 0.5 : 0,
            insetBottom: row > 6 ? 0.5 : 0,
            shapeRendering: "crispEdges",
          } as Plot.BarXOptions,
        ),
        time_axis({ start: book.calendar.start, end: book.calendar.end, width: width - room - 20 }),
        labels
          ? Plot.text(units, {
              y: String,
              text: label,
              frameAnchor: "left",
              textAnchor: "start",
              dx: 2 - room,
              lineWidth: (room - 2) / 10,
              textOverflow: "ellipsis-end",
              fill: ink,
              fontSize: 11,
            } as Plot.TextOptions)
          : null,
        headed || !labels
          ? Plot.text(heads, {
              y: (unit: number) => (headed ? `site ${unit}` : String(unit)),
              text: (unit: number) => site_of(members[unit] ?? ""),
              frameAnchor: "left",
              textAnchor: "start",
              dx: 2 - room,
              lineWidth: headed ? 40 : (room - 2) / 10,
              textOverflow: "ellipsis-end",
              fontWeight: 600,
              fill: ink,
              fontSize: 11,
            } as Plot.TextOptions)
          : null,
        tip(
          cells,
          ({ unit, date, value }) =>
            `${(members[unit] ?? "").replace("/", ", ")}\n${dateWords(date)}\n${share(value)}`,
          {
            x: ({ date }: Cell) => new Date(date.getTime() - (middle / 2) * 86_400_000),
            y: ({ unit }: Cell) => String(unit),
            maxRadius: 120,
          },
        ),
      ],
    });
    drawing.addEventListener("click", () => {
      const cell = (drawing as unknown as { value: Cell | null }).value;
      if (cell) pick(cell.unit);
    });
    drawing.classList.add("pickable");
    return drawing;
  };

  const options: Option[] = members.map((unit, i) => ({
    value: String(i),
    label: bare(unit),
    ...(sites.length > 1 ? { group: site_of(unit) } : {}),
  }));
  const picker = select("Unit", options, "0", (value) => pick(Number(value)));

  const map = new Figure({
    title: "Use in every unit, week by week",
    caption:
      "One row per unit, one column per week; the stronger the colour, the more of the work is done with the new technology (mean of the futures). Click on a row to see its line below.",
    label: `Heat map of the share of occasions in ${members.length} units by week.`,
    controls: [
      names.length > 1 &&
        select(
          "Technology",
          names.map((value) => ({ value, label: plain(value) })),
          technology,
          (value) => {
            technology = value;
            map.redraw();
          },
        ),
      sites.length > 1 &&
        select(
          "Site",
          [{ value: all_sites, label: "all sites" }, ...sites.map((value) => ({ value, label: value }))],
          site,
          (value) => {
            site = value;
            map.redraw();
          },
        ),
      scale_key(),
    ],
    draw,
    table: () => {
      const own = series();
      return {
        caption: "Mean share of occasions by unit and week",
        columns: [
          { label: "Unit" },
          ...own.days.map((day) => ({ label: book.calendar.words(day), numeric: true })),
        ],
        rows: chosen().map((unit) => [
          members[unit] ?? "",
          ...own.days.map((_, i) => share(own.mean[unit]?.[i])),
        ]),
      };
    },
  });

  const one_lines = () =>
    names.map((name, i) => ({
      label: plain(name),
      color: color(i),
      points: book.points(book.find(`adoption.${name}`, "unit")!, picked),
    }));
  const one = new Figure({
    title: `Use in one unit: ${(members[0] ?? "").replace("/", ", ")}`,
    caption: "The share of occasions done with each technology in the unit picked.",
    label: "Share of occasions in the unit picked, by week.",
    controls: [picker],
    draw: (width) =>
      fan({ width, height: 220, lines: one_lines(), words: share, top: 1, calendar: book.calendar }),
    table: () => fan_table("Share of occasions in the unit by week", one_lines(), share),
  });
  return [map, one];
}
