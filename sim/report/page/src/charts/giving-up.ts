// Why people gave a technology up: by role, and in the units where most did.
// SPDX-License-Identifier: Apache-2.0
import * as Plot from "@observablehq/plot";
import type { GivingUp } from "../document";
import { legend } from "../dom";
import { Figure } from "../figure";
import { count, people as persons, plain } from "../format";
import { chart, color, faint, ink, label_room, narrow_margin, paper, row_labels, soft, tip } from "../marks";

type Group = GivingUp["by_unit"][number];

const most = 15;

const sum = (people: number[]): number => people.reduce((total, value) => total + value, 0);

export function giving_up_figure(data: GivingUp, by: "role" | "unit"): Figure | null {
  const groups = [...(by === "role" ? data.by_role : data.by_unit)].sort(
    (a, b) => sum(b.people) - sum(a.people),
  );
  if (!groups.some(({ people }) => sum(people) > 0)) return null;
  const shown = groups.slice(0, most).filter(({ people }) => sum(people) > 0);
  const reasons = data.reasons.map(plain);
  const happens = reasons.map((_, i) => groups.some(({ people }) => (people[i] ?? 0) > 0));
  const colors = reasons.map((_, i) => color(happens.slice(0, i).filter(Boolean).length));
  const swatches = reasons.flatMap((label, i) => (happens[i] ? [{ label, color: colors[i]! }] : []));
  const name = ({ name }: Group): string => plain(name).replace("/", ", ");
  const times = (group: Group): string => persons(sum(group.people));

  return new Figure({
    title: by === "role" ? "Why people gave up, by role" : "Where people gave up, and why",
    caption:
      by === "role"
        ? "How often clinicians gave up, as a mean over the futures, by what made them do so. Who tries again can give up again."
        : `The ${shown.length} units in which it happened most, as a mean over the futures.`,
    label: `Times that people gave up: ${shown.map((group) => `${name(group)} ${times(group)}`).join("; ")}.`,
    controls: [legend(swatches)],
    draw: (width) => {
      const room = label_room(shown.map(name), width);
      const bars = shown.flatMap((group) =>
        group.people.map((people, i) => ({ group, people, reason: reasons[i] ?? "" })),
      );
      type Bar = (typeof bars)[number];
      return chart({
        width,
        height: 48 + shown.length * (room ? 26 : 42),
        marginLeft: room || narrow_margin,
        marginRight: 60,
        marginTop: 8,
        x: { label: null },
        y: { domain: shown.map(name), axis: null, padding: 0 },
        color: { domain: reasons, range: colors },
        marks: [
          Plot.gridX({ ticks: 5, stroke: faint, strokeOpacity: 1 }),
          Plot.axisX({
            ticks: 5,
            tickSize: 0,
            fill: soft,
            label: "times that somebody gave up",
            labelArrow: "none",
            labelAnchor: "center",
          }),
          Plot.barX(bars, {
            y: ({ group }: Bar) => name(group),
            x: "people",
            fill: "reason",
            order: reasons,
            insetTop: room ? 4 : 21,
            insetBottom: 4,
            stroke: paper,
            strokeWidth: 0.6,
          }),
          Plot.text(shown, {
            y: name,
            x: (group: Group) => sum(group.people),
            text: times,
            textAnchor: "start",
            dx: 6,
            dy: room ? 0 : 8,
            fill: ink,
          }),
          row_labels(shown, name, name, room),
          tip(
            shown,
            (group) =>
              [
                name(group),
                `gave up ${times(group)} times, among ${count(group.clinicians)} clinicians`,
                ...group.people.map((people, i) => `${reasons[i]}: ${persons(people)}`),
              ].join("\n"),
            { y: name, x: (group: Group) => sum(group.people) },
            Plot.pointerY,
          ),
        ],
      });
    },
    table: () => ({
      caption: `Times that people gave up, by ${by} and reason`,
      columns: [by === "role" ? "Role" : "Unit", "Clinicians", ...reasons, "All reasons"].map((label, i) => ({
        label,
        numeric: i > 0,
      })),
      rows: groups.map((group) => [
        name(group),
        count(group.clinicians),
        ...group.people.map(persons),
        persons(sum(group.people)),
      ]),
    }),
  });
}
