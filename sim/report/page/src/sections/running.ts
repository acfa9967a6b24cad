// What it takes to run: devices, the help desk and the teams, and what it asks of clinicians.
// SPDX-License-Identifier: Apache-2.0
import { fans_figure, type SmallFan, stack_figure } from "../charts/time";
import type { Series } from "../document";
import { count, minutes, plain, share, type Words } from "../format";
import { color } from "../marks";
import type { Book } from "../series";
import { type Content, section } from "./section";

function small(series: Series | undefined, heading: string, words: Words): SmallFan[] {
  return series && happens(series) ? [{ heading, series, words }] : [];
}

function happens(series: Series): boolean {
  return [series.mean, series.p90].some((values) =>
    values?.[0]?.some((value) => value !== null && value !== 0),
  );
}

/** The storeroom at the bottom, where it is seen at once. */
const device_states = [
  ["storeroom", color(1)],
  ["staging", color(4)],
  ["repair", color(3)],
  ["lost", color(7)],
  ["deployed", color(0)],
  ["on_order", "var(--pale)"],
] as const;

export function devices(book: Book): HTMLElement | null {
  const layers = device_states.flatMap(([state, fill]) => {
    const series = book.find(`devices.${state}`);
    return series ? [{ label: plain(state), color: fill, series }] : [];
  });
  if (!layers.some(({ series }) => happens(series))) return null;
  return section("devices", "Devices", "Bought is not in use: what lies in a storeroom helps nobody.", [
    stack_figure(book, {
      title: "Where the devices are",
      caption:
        "All devices at each date by where they are, as a mean of the futures. The orange foot is the storeroom.",
      layers: () => layers,
      words: count,
      total: "all",
    }),
  ]);
}

export function help_desk(book: Book): HTMLElement | null {
  const desk = [
    ...small(book.find("help_calls"), "Calls in the week", count),
    ...small(book.find("help_waiting"), "Callers waiting at the week's end", count),
    ...small(book.find("help_wait"), "Mean wait of answered calls, in minutes", minutes),
    ...small(book.find("help_abandoned"), "Callers who hung up", share),
  ];
  const per_team = (family: string, words: Words): SmallFan[] =>
    book
      .family(family)
      .filter(happens)
      .map((series, i) => ({ heading: plain(series.of), series, words, color: color(i) }));
  const queues = per_team("queue", count);
  const busy = per_team("busy", count);
  const fans = "The line is the middle of the futures, the band holds eight of ten of them.";
  const contents: Content[] = [
    desk.length > 0 && fans_figure(book, { title: "Calls to the help desk", caption: fans, items: desk }),
    queues.length > 0 &&
      fans_figure(book, {
        title: "Work that waits for each team",
        caption: `Pieces of work in each team's queue. ${fans} Each team has its own scale.`,
        items: queues,
        least: 240,
        height: 150,
      }),
    busy.length > 0 &&
      fans_figure(book, {
        title: "People at work in each team",
        caption: `How many of each team are busy. ${fans} Each team has its own scale.`,
        items: busy,
        least: 240,
        height: 150,
      }),
  ];
  return section(
    "help",
    "Help desk and teams",
    "Whom the rollout leans on, and who becomes the bottleneck.",
    contents,
  );
}

export function burden(book: Book): HTMLElement | null {
  const parts = book.family("minutes").filter(happens);
  const layers = parts.map((series, i) => ({ label: plain(series.of), color: color(i), series }));
  const others = [
    ...small(book.find("after_hours"), "Minutes of documentation after a shift", minutes),
    ...small(book.find("burnout"), "People who are burned out", share),
    ...small(book.find("vacancy"), "Posts without a person", share),
  ];
  return section("burden", "Burden", "What the change asks of clinicians, and what it gives back.", [
    layers.length > 0 &&
      stack_figure(book, {
        title: "Minutes per clinician and shift, against the start",
        caption:
          "Above zero is time that the change costs, below zero time that it saves, by what it goes into. The line is the balance.",
        layers: () => layers,
        words: minutes,
        total: "balance",
        bars: true,
      }),
    others.length > 0 &&
      fans_figure(book, {
        title: "Strain on people",
        caption: "The line is the middle of the futures, the band holds eight of ten of them.",
        items: others,
      }),
  ]);
}
