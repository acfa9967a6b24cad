// When it is live, how the plan goes, and where the time goes.
// SPDX-License-Identifier: Apache-2.0
import { delay_figures } from "../charts/delays";
import { go_live_figure, go_live_table } from "../charts/go-lives";
import { plan_figure } from "../charts/plan";
import { relief_figure, relief_table } from "../charts/relief";
import { table } from "../dom";
import type { Book } from "../series";
import { type Content, section } from "./section";

export function when(book: Book): HTMLElement | null {
  if (!book.scenario.go_lives.length) return null;
  return section("when", "When", "Promise the date with the chance that you can live with.", [
    go_live_figure(book),
    table(go_live_table(book)),
  ]);
}

export function plan(book: Book): HTMLElement | null {
  if (!book.scenario.plan.length) return null;
  return section("plan", "The plan", "What was meant to happen when, and when it happens.", [
    plan_figure(book),
  ]);
}

export function delays(book: Book): HTMLElement | null {
  const { delays: data, relief } = book.scenario;
  const contents: Content[] = [];
  if (data.go_lives.length) {
    const { picker, figures } = delay_figures(data);
    contents.push(picker, ...figures);
  }
  if (relief?.rows.length) contents.push(relief_figure(relief), table(relief_table(relief)));
  return section(
    "delays",
    "Where the time went",
    "From the start to the go-live, along the chain of steps that set the date in each future.",
    contents,
  );
}
