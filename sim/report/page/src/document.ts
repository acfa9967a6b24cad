// What golive puts into the page: every figure is computed there, the page only draws. sim/report/ writes it.
// SPDX-License-Identifier: Apache-2.0

/** Days since the scenario's start; null: not within the horizon. */
export type Days = number | null;

export interface ReportDocument {
  format: 1;
  golive: string; // version of the program that made the page
  scenarios: Scenario[]; // one per results file; the first is the base of the comparison
  comparison: Comparison | null; // where there are several
}

export interface Scenario {
  name: string;
  file: string; // name of the scenario's file, without its folder
  start: string; // ISO dates
  end: string;
  currency: string; // "USD"
  replications: number;
  answer: string[]; // sentences; the headline first
  warnings: string[];
  go_lives: GoLive[];
  plan: Step[];
  series: Series[];
  delays: Delays;
  giving_up: GivingUp | null; // null: the file does not say
  relief: Relief | null; // null: not asked for
  figures: Figure[];
  assumptions: Assumption[];
  provenance: { label: string; value: string }[];
  reproduce: string; // the command
}

/** The last one is that of every wave together, where there are several. */
export interface GoLive {
  label: string; // "wave 1", or "phones-live/wave 1" where several activities go live
  activity: string; // "phones-live"; empty where only one goes live
  wave: string; // "wave 1", "every wave"
  target: Days;
  happened: number; // share of futures in which it happened within the horizon
  p10: Days;
  p50: Days;
  p80: Days;
  p90: Days;
  curve: [number, number][]; // [days, chance of being live by then], ascending; ends at `happened`
}

export interface Spread {
  p10: Days;
  p50: Days;
  p90: Days;
}

export interface Step {
  name: string; // "train/wave 1"
  activity: string;
  kind: string; // "train"
  scope: string; // "wave 1"
  target: Days; // of the go-live that it leads to
  unhindered_start: Days; // if nothing had to wait: work and delivery alone, never before its earliest date
  unhindered_finish: Days;
  start: Spread; // over the futures
  finish: Spread;
  happened: number; // share of futures in which it was finished
}

/** A number by week for members of a scope, over the futures in which it exists. */
export interface Series {
  name: string; // "adoption.smartphone.nurse"
  family: string; // "adoption"; of a series that stands alone its name
  of: string; // "smartphone"; empty where it stands alone
  role: string; // "nurse"; empty: all roles
  label: string; // in words
  description: string;
  unit: string; // "1", "USD", "hour", "minute", "day"
  scope: "network" | "site" | "wave" | "unit";
  members: string[]; // "network"; sites; waves; "Site/Unit"
  days: number[]; // when sampled, since the start
  mean: (number | null)[][]; // [member][sample]
  p10: (number | null)[][] | null; // null: not in the page for this scope
  p50: (number | null)[][] | null;
  p90: (number | null)[][] | null;
}

/** Where the time went on the realised critical path of each go-live. */
export interface Delays {
  causes: string[]; // "agenda", "team queue" ...
  go_lives: {
    label: string;
    futures: number; // in which it went live
    elapsed: number; // mean days from the start; the causes' mean days add up to it
    days: number[]; // by cause
    activities: { name: string; criticality: number; days: number }[]; // on the path: share of futures, mean days
  }[];
}

/** Why people gave up, as mean numbers of times per future: who tries again can give up again. */
export interface GivingUp {
  reasons: string[]; // "skill", "fit", "no device" ...
  by_unit: { name: string; clinicians: number; people: number[] }[]; // times by reason
  by_role: { name: string; clinicians: number; people: number[] }[];
}

/** The same futures again with a cause taken away: what that would gain. */
export interface Relief {
  futures: number;
  rows: {
    cause: string;
    how: string; // "every body meets on every working day and has room for every item"
    attributed_days: number; // mean, on the path of the last go-live
    gained_days: number | null; // mean, of the last go-live; null: too few futures have one
    gained_low: number | null; // 95 % interval
    gained_high: number | null;
    adoption_gained: number | null; // share of occasions six months after
  }[];
}

export interface Figure {
  name: string;
  label: string;
  subject: string; // "Cost"
  description: string;
  reads_as: "number" | "share" | "days" | "date" | "money" | "hours" | "minutes";
  happened: number;
  mean: string; // in words
  range: string; // P10 to P90 in words
  sample: number[] | null; // ascending, at most 500 order statistics; of those that are drawn as a distribution
}

export interface Assumption {
  path: string;
  value: string;
  unit: string;
  origin: string; // "default", "--set", or file and line
  source: string;
  grade: string; // A, B, C, D, T; empty where the file chose
  low: string;
  high: string;
  help: string;
}

export interface Comparison {
  names: string[];
  replications: number;
  words: string[]; // what is told apart, in sentences
  rows: {
    alternative: number; // position in names
    name: string;
    label: string;
    description: string;
    reads_as: Figure["reads_as"];
    base: string; // means in words
    mean: string;
    difference: string;
    interval: string;
    difference_value: number | null; // in the unit of the figure; null: it happens in no future, and the page leaves it out
    low: number | null; // null: the interval has no end
    high: number | null;
    chance_higher: number;
    verdict: "same" | "higher" | "lower" | "cannot tell";
    verdict_words: string;
  }[];
  assumptions: { path: string; values: (string | null)[] }[]; // those in which the scenarios differ
  only_in_one: string[];
}
