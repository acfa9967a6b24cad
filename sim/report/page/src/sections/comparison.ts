// What sets the scenarios apart, and what they assume differently.
// SPDX-License-Identifier: Apache-2.0
import { differences } from "../charts/differences";
import type { ReportDocument } from "../document";
import { h, table, unfold } from "../dom";
import { unbroken } from "../format";
import { section } from "./section";

export function comparison(report: ReportDocument): HTMLElement | null {
  const data = report.comparison;
  if (!data) return null;
  const subjects = new Map(
    report.scenarios.flatMap(({ figures }) => figures.map(({ name, subject }) => [name, subject] as const)),
  );
  return section(
    "comparison",
    "The scenarios compared",
    "The same futures, with the same luck, for each scenario: what differs comes from the scenario alone.",
    [
      ...data.words.map((sentence) => h("p", { class: "sentence" }, unbroken(sentence))),
      data.rows.length > 0 && differences(data, (name) => subjects.get(name) ?? "Dates"),
      data.assumptions.length > 0 && h("h3", {}, "What they assume differently"),
      data.assumptions.length > 0 &&
        table({
          caption: "Assumptions in which the scenarios differ",
          columns: [{ label: "Assumption" }, ...data.names.map((label) => ({ label, wide: true }))],
          rows: data.assumptions.map(({ path, values }) => [
            h("code", {}, path),
            ...values.map((value) => value ?? "–"),
          ]),
        }),
      data.only_in_one.length > 0 &&
        unfold("Figures that not every scenario has", () =>
          h("ul", {}, ...data.only_in_one.map((name) => h("li", {}, name))),
        ),
    ],
  );
}
