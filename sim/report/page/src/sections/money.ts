// What it costs, what it is worth, and how far both can be off.
// SPDX-License-Identifier: Apache-2.0
import { distribution_figure } from "../charts/distribution";
import { fans_figure, type SmallFan, stack_figure } from "../charts/time";
import { plain } from "../format";
import { color } from "../marks";
import type { Book } from "../series";
import { section } from "./section";

// Kept apart from the cost of the rollout, with the total.
const apart = new Set(["cost.total", "cost.turnover", "cost.mandates"]);

export function money(book: Book): HTMLElement | null {
  const spent = (name: string): number =>
    Math.max(0, ...(book.find(name)?.mean[0] ?? []).map((value) => value ?? 0));
  const layers = book
    .family("cost")
    .filter(({ name }) => !apart.has(name) && spent(name) > 0)
    .sort((a, b) => spent(b.name) - spent(a.name))
    .map((series, i) => ({ label: plain(series.of), color: i < 8 ? color(i) : "var(--pale)", series }));
  const fan = (name: string, heading: string): SmallFan[] => {
    const series = book.find(name);
    return series ? [{ heading, series, words: book.money }] : [];
  };
  const worth = [
    ...fan("net_present_value", "Benefits less cost so far, discounted"),
    ...book
      .family("benefit")
      .map((series) => ({ heading: `Worth of ${plain(series.of)} so far`, series, words: book.money })),
  ];
  const turnover = fan("cost.turnover", "Cost of people who leave, so far");

  return section("money", "Money", "What is spent on the rollout, and whether it comes back.", [
    layers.length > 0 &&
      stack_figure(book, {
        title: "Spent so far",
        caption: "The cost of the rollout up to each date, by what it went into, as a mean of the futures.",
        layers: () => layers,
        words: book.money,
        total: "all",
      }),
    worth.length > 0 &&
      fans_figure(book, {
        title: "What it is worth",
        caption:
          "Where the line rises above zero, the rollout has paid for itself. The line is the middle of the futures, the band holds eight of ten of them.",
        items: worth,
        least: 360,
        height: 210,
      }),
    distribution_figure(book, "money", "How far the result can be off"),
    turnover.length > 0 &&
      fans_figure(book, {
        title: "Turnover, kept apart",
        caption:
          "People leave with and without a rollout: this is what replacing them costs in all, and no part of the cost above.",
        items: turnover,
      }),
  ]);
}
