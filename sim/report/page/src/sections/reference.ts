// Every figure, every assumption, and where all of it comes from.
// SPDX-License-Identifier: Apache-2.0
import type { Assumption, Scenario } from "../document";
import { h, type Row, select, table } from "../dom";
import { share } from "../format";
import { section } from "./section";

export function figures(scenario: Scenario): HTMLElement | null {
  const subjects = [...new Set(scenario.figures.map(({ subject }) => subject))];
  return section(
    "figures",
    "All figures",
    "The mean over the futures, and the range that holds eight of ten of them.",
    [
      subjects.length > 0 &&
        table({
          caption: "All figures",
          columns: [
            { label: "Figure" },
            { label: "Mean", numeric: true },
            { label: "P10 to P90", numeric: true },
            { label: "What it is", wide: true },
          ],
          rows: subjects.flatMap((subject): Row[] => [
            { heading: subject },
            ...scenario.figures
              .filter((figure) => figure.subject === subject)
              .map(({ label, mean, range, description, happened }) => [
                label,
                mean,
                range,
                happened < 1 ? `${description} (in ${share(happened)} of futures)` : description,
              ]),
          ]),
        }),
    ],
  );
}

// In the order of their weight, as golive grades evidence.
const grades = new Map([
  ["O", "O, official statistic or report"],
  ["A", "A, abstract of a published study"],
  ["D", "D, derived from graded data"],
  ["S", "S, press, blog or citing paper"],
  ["V", "V, claim of a vendor"],
  ["T", "T, textbook or judgement"],
]);

type Kept = (assumption: Assumption) => boolean;

const origins: Record<string, Kept> = {
  "": () => true,
  chosen: ({ origin }) => origin !== "default",
  default: ({ origin }) => origin === "default",
};

export function assumptions(scenario: Scenario): HTMLElement | null {
  const all = scenario.assumptions;
  if (!all.length) return null;
  let text = "";
  let origin = "";
  let grade = "";

  const list = table({
    caption: "Assumptions",
    columns: [
      { label: "Assumption" },
      { label: "Value" },
      { label: "Range" },
      { label: "Grade" },
      { label: "Where it comes from", wide: true },
    ],
    rows: all.map((item) => [
      h("span", {}, h("code", {}, item.path), h("span", { class: "help" }, item.help)),
      h("span", { title: item.unit }, item.value),
      item.low || item.high ? `${item.low} to ${item.high}` : "–",
      item.grade || "–",
      h(
        "span",
        {},
        item.source,
        h("span", { class: "help" }, item.origin === "default" ? "default of golive" : item.origin),
      ),
    ]),
  });
  const rows = [...list.querySelectorAll("tbody tr")] as HTMLElement[];
  const texts = all.map((item) =>
    `${item.path} ${item.value} ${item.help} ${item.source} ${item.origin}`.toLowerCase(),
  );
  const found = h("p", { class: "found", role: "status" });

  const filter = (): void => {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    let kept = 0;
    all.forEach((item, i) => {
      const keep =
        (origins[origin] ?? origins[""]!)(item) &&
        (grade === "" || item.grade === grade) &&
        words.every((word) => texts[i]!.includes(word));
      rows[i]!.hidden = !keep;
      kept += Number(keep);
    });
    found.textContent = kept === all.length ? `${kept} assumptions` : `${kept} of ${all.length} assumptions`;
  };
  const box = h("input", {
    type: "search",
    placeholder: "name, value or words",
    input: () => {
      text = box.value;
      filter();
    },
  });
  const used = new Set(all.map((item) => item.grade));
  const graded = [...grades].filter(([letter]) => used.has(letter));
  filter();
  return section(
    "assumptions",
    "Every assumption",
    "What the result rests on. Those that come from the scenario file stand with the line; the others are defaults with their evidence.",
    [
      h(
        "div",
        { class: "controls" },
        h("label", { class: "picker" }, h("span", {}, "Search"), box),
        select(
          "Set by",
          [
            { value: "", label: "anyone" },
            { value: "chosen", label: "the scenario" },
            { value: "default", label: "defaults only" },
          ],
          origin,
          (value) => {
            origin = value;
            filter();
          },
        ),
        graded.length > 1 &&
          select(
            "Grade",
            [{ value: "", label: "any" }, ...graded.map(([value, label]) => ({ value, label }))],
            grade,
            (value) => {
              grade = value;
              filter();
            },
          ),
        found,
      ),
      h("div", { class: "tall" }, list),
    ],
  );
}

export function provenance(scenario: Scenario): HTMLElement | null {
  const command = h("code", {}, scenario.reproduce);
  const button = h("button", { type: "button", click: () => void copy() }, "Copy");
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(scenario.reproduce);
      button.textContent = "Copied";
    } catch {
      // A browser that keeps the clipboard from files: the command is selected for the reader to copy.
      getSelection()?.selectAllChildren(command);
      button.textContent = "Selected";
    }
    setTimeout(() => (button.textContent = "Copy"), 2000);
  };
  return section(
    "provenance",
    "Where this comes from",
    "The same version of golive gives the same figures again, to the last digit.",
    [
      scenario.reproduce ? h("div", { class: "command" }, h("pre", { tabindex: 0 }, command), button) : null,
      h(
        "dl",
        { class: "facts" },
        ...scenario.provenance.flatMap(({ label, value }) => [h("dt", {}, label), h("dd", {}, value)]),
      ),
    ],
  );
}
