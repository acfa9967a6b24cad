// How much the technology is used: by technology for a role and a place that the reader picks, and site by site.
// SPDX-License-Identifier: Apache-2.0
import { choice, h, legend, type Option, select, toggles } from "../dom";
import { Figure } from "../figure";
import { plain, share } from "../format";
import { color, panels } from "../marks";
import type { Book, Scope } from "../series";
import { fan, fan_table, type Line } from "./time";

export function technologies(book: Book): string[] {
  return book.family("adoption").map(({ of }) => of);
}

export interface Place {
  scope: Scope;
  member: number;
}

const everyone = "";
const groups: [Scope, string][] = [
  ["site", "Sites"],
  ["wave", "Waves"],
  ["unit", "Units"],
];

function places(book: Book, technology: string): Option[] {
  const options: Option[] = [{ value: "network/0", label: "all sites" }];
  for (const [scope, group] of groups)
    book
      .find(`adoption.${technology}`, scope)
      ?.members.forEach((label, i) =>
        options.push({ value: `${scope}/${i}`, label: label.replace("/", ", "), group }),
      );
  return options;
}

function place_of(value: string): Place {
  const [scope, member] = value.split("/");
  return { scope: scope as Scope, member: Number(member) };
}

/** Lines of the technologies of which the page has this place and role. */
function lines(book: Book, names: string[], role: string, { scope, member }: Place): Line[] {
  return names.flatMap((technology, i) => {
    const series = book.find(`adoption.${technology}${role === everyone ? "" : `.${role}`}`, scope);
    return series ? [{ label: technology, color: color(i), points: book.points(series, member) }] : [];
  });
}

export function adoption_figure(book: Book): Figure {
  const names = technologies(book);
  const roles = book.roles("adoption");
  let role = everyone;
  let place: Place = { scope: "network", member: 0 };

  const figure = new Figure({
    title: "How much of the work is done with the new technology",
    caption:
      "The line is the middle of the simulated futures; the band holds eight of ten of them (P10 to P90). 100 % would be every occasion on which the technology " +
      "could be used. Where there is no band, the line is the mean.",
    label: `Share of occasions done with ${names.map(plain).join(", ")}, by week.`,
    controls: [
      roles.length > 1 &&
        select(
          "Role",
          [{ value: everyone, label: "everyone" }, ...roles.map((value) => ({ value, label: plain(value) }))],
          role,
          (value) => {
            role = value;
            figure.redraw();
          },
        ),
      select("Place", places(book, names[0] ?? ""), "network/0", (value) => {
        place = place_of(value);
        figure.redraw();
      }),
    ],
    draw: (width) => {
      const own = lines(book, names, role, place);
      const shown = own.length ? own : lines(book, names, everyone, place);
      const body = panels(
        shown,
        width,
        300,
        ({ label }) => plain(label),
        (line, each) =>
          fan({
            width: each,
            calendar: book.calendar,
            height: 230,
            lines: [{ ...line, label: "" }],
            words: share,
            top: 1,
          }),
      );
      if (!own.length)
        body.prepend(
          h("p", { class: "remark" }, "By role, this is kept for larger places only: this shows everyone."),
        );
      return body;
    },
    table: () => {
      const own = lines(book, names, role, place);
      return fan_table(
        "Share of occasions by week",
        own.length ? own : lines(book, names, everyone, place),
        share,
      );
    },
  });
  return figure;
}

const most_sites = 12; // drawn at first; those where use is lowest

export function sites_figure(book: Book): Figure | null {
  const names = technologies(book);
  const sites = book.find(`adoption.${names[0] ?? ""}`, "site")?.members ?? [];
  if (sites.length < 2) return null;
  const site_lines = (member: number): Line[] =>
    lines(book, names, everyone, { scope: "site", member }).filter(({ label }) => shown.has(label));
  const shown = new Set(names);
  const all = sites.map((_, i) => i);
  const use_at_end = all.map((site) =>
    names.reduce(
      (sum, name) => sum + (book.find(`adoption.${name}`, "site")?.mean[site]?.slice(-1)[0] ?? 0),
      0,
    ),
  );
  const lowest = [...all].sort((a, b) => use_at_end[a]! - use_at_end[b]!).slice(0, most_sites);
  let drawn = sites.length > most_sites ? lowest : all;

  const swatches = names.map((label, i) => ({ label, color: color(i), mark: "line" as const }));
  const figure = new Figure({
    title: "Use at each site",
    caption: "The same for every site, on one scale: sites that start later, and sites that stay behind.",
    label: `Share of occasions by week at ${sites.join(", ")}.`,
    controls: [
      sites.length > most_sites &&
        choice(
          "Sites",
          [
            { value: "lowest", label: `the ${most_sites} where use is lowest at the end` },
            { value: "all", label: `all ${sites.length}` },
          ],
          "lowest",
          (value) => {
            drawn = value === "all" ? all : lowest;
            figure.redraw();
          },
        ),
      names.length > 1
        ? toggles("Technologies shown", swatches, shown, () => figure.redraw())
        : legend(swatches),
    ],
    draw: (width) =>
      panels(
        drawn,
        width,
        196,
        (i) => sites[i] ?? "",
        (i, each) =>
          fan({
            width: each,
            calendar: book.calendar,
            height: 160,
            lines: site_lines(i),
            words: share,
            top: 1,
          }),
      ),
    table: () => {
      const every = sites.flatMap((site, i) =>
        site_lines(i).map((line) => ({ ...line, label: `${site}, ${plain(line.label)}` })),
      );
      return fan_table("Share of occasions by week and site", every, share);
    },
  });
  return figure;
}
