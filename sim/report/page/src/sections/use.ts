// How much the technology is used, by whom and where, and why people give up.
// SPDX-License-Identifier: Apache-2.0
import { adoption_figure, sites_figure, technologies } from "../charts/adoption";
import { distribution_figure } from "../charts/distribution";
import { giving_up_figure } from "../charts/giving-up";
import { stages_figure } from "../charts/stages";
import { units_figures } from "../charts/units";
import type { Book } from "../series";
import { type Content, section } from "./section";

export function use(book: Book): HTMLElement | null {
  const contents: Content[] = [];
  if (technologies(book).length)
    contents.push(
      adoption_figure(book),
      distribution_figure(book, "share", "How far use can be off"),
      sites_figure(book),
      stages_figure(book),
      ...units_figures(book),
    );
  const { giving_up } = book.scenario;
  if (giving_up) contents.push(giving_up_figure(giving_up, "role"), giving_up_figure(giving_up, "unit"));
  return section(
    "use",
    "Use",
    "Being live is not being used: how much of the work is really done with the new technology, and where it is not.",
    contents,
  );
}
