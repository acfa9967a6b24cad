// The series of a scenario: found by name and scope, read as rows of a chart.
// SPDX-License-Identifier: Apache-2.0
import type { Scenario, Series } from "./document";
import { Calendar, money, type Words } from "./format";

export type Scope = Series["scope"];

export interface Point {
  date: Date;
  mean: number | null;
  low: number | null;
  middle: number | null; // the median where the page has it, the mean where not
  high: number | null;
}

/** What the charts read of a scenario. */
export class Book {
  readonly calendar: Calendar;
  readonly money: Words;

  constructor(readonly scenario: Scenario) {
    this.calendar = new Calendar(scenario.start, scenario.end);
    this.money = money(scenario.currency);
  }

  find(name: string, scope: Scope = "network"): Series | undefined {
    return this.scenario.series.find((series) => series.name === name && series.scope === scope);
  }

  /** Those whose name is the prefix and one part more: "devices." finds "devices.storeroom". */
  family(prefix: string, scope: Scope = "network"): Series[] {
    return this.scenario.series.filter(
      ({ name, scope: own }) =>
        own === scope && name.startsWith(prefix) && !name.slice(prefix.length).includes("."),
    );
  }

  points(series: Series, member = 0): Point[] {
    const mean = series.mean[member] ?? [];
    const of = (statistic: (number | null)[][] | null, i: number): number | null =>
      statistic?.[member]?.[i] ?? null;
    return series.days.map((day, i) => ({
      date: this.calendar.at(day),
      mean: mean[i] ?? null,
      low: of(series.p10, i),
      middle: series.p50 ? of(series.p50, i) : (mean[i] ?? null),
      high: of(series.p90, i),
    }));
  }
}

/** "adoption.smartphone" as "smartphone". */
export function last_part(series: Series): string {
  return series.name.slice(series.name.lastIndexOf(".") + 1);
}

/** "cost: IT labour" as "IT labour". */
export function own_words(series: Series): string {
  return series.label.slice(series.label.lastIndexOf(": ") + 1).trim();
}

export function range_words(point: Point, words: Words): string {
  return point.low === null || point.high === null
    ? words(point.middle)
    : `${words(point.middle)} (${words(point.low)} to ${words(point.high)})`;
}
