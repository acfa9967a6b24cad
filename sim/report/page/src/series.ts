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

  /** One for each thing that there is such a series of, over all roles: "devices" in the storeroom, in repair ... */
  family(name: string): Series[] {
    return this.scenario.series.filter(
      ({ family, role, scope }) => family === name && role === "" && scope === "network",
    );
  }

  /** The roles by which a series of the family is kept. */
  roles(name: string): string[] {
    const own = this.scenario.series.filter(({ family, role }) => family === name && role !== "");
    return [...new Set(own.map(({ role }) => role))];
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

export function range_words(point: Point, words: Words): string {
  return point.low === null || point.high === null
    ? words(point.middle)
    : `${words(point.middle)} (${words(point.low)} to ${words(point.high)})`;
}
