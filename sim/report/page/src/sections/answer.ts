// The answer in words, what to mind, and how to read the rest.
// SPDX-License-Identifier: Apache-2.0
import type { Scenario } from "../document";
import { h, unfold } from "../dom";
import { count, unbroken } from "../format";
import { section } from "./section";

export function answer(scenario: Scenario): HTMLElement | null {
  const [headline, ...rest] = scenario.answer;
  return section("answer", "The answer", "", [
    headline ? h("p", { class: "headline" }, unbroken(headline)) : null,
    ...rest.map((sentence) => h("p", { class: "sentence" }, unbroken(sentence))),
    scenario.warnings.length
      ? h(
          "aside",
          { class: "note", "aria-label": "To keep in mind" },
          h("p", { class: "note-title" }, "To keep in mind"),
          h("ul", {}, ...scenario.warnings.map((warning) => h("li", {}, unbroken(warning)))),
        )
      : null,
    unfold("How to read this report", () =>
      h(
        "div",
        { class: "help" },
        h(
          "p",
          {},
          `The plan was played through ${count(scenario.replications)} times: ${count(scenario.replications)} possible futures, each with its own luck in ` +
            "deliveries, decisions, classes, illness and habits. What is the same in all of them can be relied on; what differs is a risk.",
        ),
        h(
          "p",
          {},
          "P80 is the value that 80 of 100 futures do not exceed: the date by which 80 of 100 are there. P50 is the middle: as likely earlier as later. P10 to P90 " +
            "is the usual range: one future in ten lies below it, one in ten above. “Later” is after the end of what was simulated.",
        ),
        h("p", {}, "Every chart tells its values under the pointer, and has its numbers as a table beneath."),
      ),
    ),
  ]);
}
