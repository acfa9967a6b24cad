// The page: reads its document and builds the sections of the scenario that is shown.
// SPDX-License-Identifier: Apache-2.0
import type { ReportDocument, Scenario } from "./document";
import { choice, h } from "./dom";
import { draw_for_print, draw_for_screen, draw_in_spare_time, forget_figures, set_room } from "./figure";
import { count, dateWords } from "./format";
import { answer } from "./sections/answer";
import { comparison } from "./sections/comparison";
import { assumptions, figures, provenance } from "./sections/reference";
import { burden, devices, help_desk } from "./sections/running";
import { money } from "./sections/money";
import { delays, plan, when } from "./sections/time";
import { use } from "./sections/use";
import { Book } from "./series";

function sections(report: ReportDocument, scenario: Scenario): HTMLElement[] {
  const book = new Book(scenario);
  const all = [
    answer(scenario),
    when(book),
    plan(book),
    delays(book),
    use(book),
    devices(book),
    help_desk(book),
    burden(book),
    money(book),
    comparison(report),
    figures(scenario),
    assumptions(scenario),
    provenance(scenario),
  ];
  return all.filter((section): section is HTMLElement => section !== null);
}

function contents(shown: HTMLElement[]): HTMLElement {
  const links = shown.map((section) =>
    h("li", {}, h("a", { href: `#${section.id}` }, section.querySelector("h2")?.textContent ?? "")),
  );
  return h("nav", { class: "contents", "aria-label": "Contents" }, h("ul", {}, ...links));
}

function show(report: ReportDocument, page: HTMLElement, chosen: number): void {
  const scenario = report.scenarios[chosen]!;
  const { calendar } = new Book(scenario);
  forget_figures();
  const shown = sections(report, scenario);
  const facts = `${dateWords(calendar.start)} to ${dateWords(calendar.end)} · ${count(scenario.replications)} futures · ${scenario.file}`;
  const names = report.scenarios.map(({ name }, i) => report.comparison?.names[i] ?? name); // told apart where they are alike
  const name = names[chosen] ?? "";
  document.title = `${name} – golive report`;
  const main = h("main", {}, ...shown);
  page.replaceChildren(
    h("a", { class: "skip", href: "#answer" }, "Skip to the answer"),
    h(
      "header",
      {},
      h("p", { class: "kicker" }, "Rollout report"),
      h("h1", {}, name),
      h("p", { class: "facts" }, facts),
      report.scenarios.length > 1 &&
        choice(
          "Scenario shown",
          names.map((label, i) => ({ value: String(i), label })),
          String(chosen),
          (value) => {
            show(report, page, Number(value));
            page.querySelector<HTMLElement>("header input:checked")?.focus();
          },
        ),
    ),
    h("div", { class: "body" }, contents(shown), main),
    h(
      "footer",
      {},
      `Made by golive ${report.golive}. Everything on this page is in the file itself; nothing is fetched from anywhere.`,
    ),
  );
  set_room(main.clientWidth);
  performance.mark("golive:interactive");
  draw_in_spare_time(() => {
    main.classList.add("drawn");
    requestAnimationFrame(() => performance.mark("golive:drawn"));
  });
}

/** Charts are as wide as the window gives them room, and as A4 does when they are printed. */
function follow_width(page: HTMLElement): void {
  let timer = 0;
  const follow = (): void => {
    if (matchMedia("print").matches) return;
    set_room(page.querySelector("main")?.clientWidth ?? 0);
    draw_for_screen();
  };
  addEventListener("resize", () => {
    clearTimeout(timer);
    timer = window.setTimeout(follow, 120);
  });
  addEventListener("beforeprint", draw_for_print);
  addEventListener("afterprint", follow);
}

const page = document.getElementById("page")!;
const report = JSON.parse(document.getElementById("document")!.textContent!) as ReportDocument;
show(report, page, 0);
follow_width(page);
