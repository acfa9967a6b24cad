// Where people are on the way to using a technology.
// SPDX-License-Identifier: Apache-2.0
import { legend, select } from "../dom";
import type { Figure } from "../figure";
import { plain, share } from "../format";
import { color } from "../marks";
import type { Book } from "../series";
import { technologies } from "./adoption";
import { type Layer, stack_figure } from "./time";

// From the bottom up; what has a name of its own comes first, anything else above it.
const stages = [
  ["adopted", color(0)],
  ["trial", color(5)],
  ["trained", color(4)],
  ["workaround", color(6)],
  ["abandoned", color(1)],
  ["not_live", "var(--pale)"],
] as const;

export function stages_figure(book: Book): Figure | null {
  const names = technologies(book).filter((name) =>
    stages.some(([stage]) => book.find(`people.${stage}.${name}`)),
  );
  let technology = names[0];
  if (technology === undefined) return null;
  const layers = (): Layer[] =>
    stages.flatMap(([stage, fill]) => {
      const series = book.find(`people.${stage}.${technology}`);
      return series ? [{ label: plain(stage), color: fill, series }] : [];
    });
  const figure = stack_figure(book, {
    title: "Where people stand",
    caption:
      "All clinicians at each date, by how far they have come: from those whose unit is not live yet, by training and trial, to adoption – or giving up.",
    layers,
    words: share,
    top: 1,
    controls: [
      names.length > 1 &&
        select(
          "Technology",
          names.map((value) => ({ value, label: plain(value) })),
          technology,
          (value) => {
            technology = value;
            figure.redraw();
          },
        ),
      legend(
        layers()
          .map(({ label, color: own }) => ({ label, color: own }))
          .reverse(),
      ),
    ],
  });
  return figure;
}
