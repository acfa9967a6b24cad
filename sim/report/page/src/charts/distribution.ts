// How a figure spreads over the futures.
// SPDX-License-Identifier: Apache-2.0
import * as Plot from "@observablehq/plot";
import type { Figure as Number_ } from "../document";
import { Figure } from "../figure";
import { count, dateWords, days, hours, minutes, share, type Words } from "../format";
import { accent, chart, ink, panels, paper, soft } from "../marks";
import type { Book } from "../series";

export function words_of(book: Book, reads_as: Number_["reads_as"]): Words {
  const date: Words = (value) => (typeof value === "number" ? dateWords(book.calendar.at(value)) : "–");
  return { number: count, share, days, date, money: book.money, hours, minutes }[reads_as];
}

/** The value below which this share of an ascending sample lies. */
function quantile(sample: number[], probability: number): number {
  return sample[Math.min(sample.length - 1, Math.max(0, Math.ceil(probability * sample.length) - 1))]!;
}

/** Of all figures that are read in this way and come with their sample. */
export function distribution_figure(book: Book, reads_as: Number_["reads_as"], title: string): Figure | null {
  const drawn = book.scenario.figures.filter(
    (figure) => figure.reads_as === reads_as && new Set(figure.sample).size > 1,
  );
  if (!drawn.length) return null;
  const draw = ({ sample, reads_as }: Number_, width: number): Element => {
    const words = words_of(book, reads_as);
    const rules = [0.1, 0.5, 0.9].map((probability, i) => ({
      at: quantile(sample!, probability),
      name: ["P10", "middle", "P90"][i]!,
      anchor: (["end", "middle", "start"] as const)[i]!,
    }));
    const said = (values: number[]): string =>
      `${words(Math.min(...values))} to ${words(Math.max(...values))}\n${share(values.length / sample!.length)} of futures`;
    const bars = {
      x: (value: number) => value,
      thresholds: 24,
      fill: accent,
      insetLeft: 0.5,
      insetRight: 0.5,
      tip: { fill: paper, stroke: soft, textPadding: 9 },
    };
    return chart({
      width,
      height: 230,
      marginTop: 40,
      marginLeft: 44,
      marginRight: 24,
      x: { label: null, nice: true },
      y: { label: null, nice: true },
      marks: [
        Plot.axisX({
          ticks: Math.max(3, Math.floor(width / 100)),
          tickSize: 4,
          tickFormat: words,
          stroke: soft,
          fill: soft,
          label: null,
        }),
        Plot.axisY({ ticks: 4, tickSize: 0, tickFormat: share, fill: soft, label: null }),
        Plot.rectY(
          sample!,
          Plot.binX({ y: "proportion", title: said }, bars as Plot.BinXInputs<Plot.RectYOptions>),
        ),
        Plot.ruleY([0], { stroke: soft }),
        Plot.ruleX(rules, { x: "at", stroke: ink, strokeDasharray: "3 3", strokeWidth: 1.3 }),
        ...rules.map((rule) =>
          Plot.text([rule], {
            x: "at",
            text: "name",
            frameAnchor: "top",
            dy: rule.anchor === "middle" ? -28 : -14,
            textAnchor: rule.anchor,
            fill: ink,
          }),
        ),
      ],
    });
  };
  return new Figure({
    title,
    caption:
      "How the simulated futures spread: the higher a bar, the more of them end there. Eight of ten lie between P10 and P90.",
    label: drawn.map(({ label, mean, range }) => `${label}: ${mean} on average, ${range}`).join("; "),
    draw: (width) => panels(drawn, width, 360, ({ label }) => label, draw),
    table: () => ({
      caption: "Quantiles over the futures",
      columns: ["Figure", "Mean", "P10", "P25", "P50", "P75", "P90"].map((label, i) => ({
        label,
        numeric: i > 0,
      })),
      rows: drawn.map(({ label, mean, sample, reads_as }) => [
        label,
        mean,
        ...[0.1, 0.25, 0.5, 0.75, 0.9].map((probability) =>
          words_of(book, reads_as)(quantile(sample!, probability)),
        ),
      ]),
    }),
  });
}
