// A small document whose every number is known, written by hand: two scenarios of a hospital with two sites.
// SPDX-License-Identifier: Apache-2.0

/** @typedef {import("../../sim/report/page/src/document").ReportDocument} ReportDocument */
/** @typedef {import("../../sim/report/page/src/document").Scenario} Scenario */
/** @typedef {import("../../sim/report/page/src/document").Series} Series */

const weeks = [0, 1, 2, 3, 4, 5, 6, 7];
const days = weeks.map((week) => 7 * (week + 1));

/**
 * @param {string} name @param {Series["scope"]} scope @param {string[]} members @param {number[][]} mean
 * @param {{ unit?: string, band?: number }} [more] band: P10 and P90 lie this far from the mean
 * @returns {Series}
 */
function series(name, scope, members, mean, { unit = "1", band } = {}) {
  const moved = (/** @type {number} */ by) => mean.map((values) => values.map((value) => value + by));
  const [family = "", of = "", role = ""] = name.startsWith("people.")
    ? [name.slice(0, name.lastIndexOf(".")), name.slice(name.lastIndexOf(".") + 1)]
    : name.split(".");
  return {
    name,
    family,
    of,
    role,
    label: name.replace(".", ": "),
    description: `what ${name} is`,
    unit,
    scope,
    members,
    days,
    mean,
    p10: band === undefined ? null : moved(-band),
    p50: band === undefined ? null : mean,
    p90: band === undefined ? null : moved(band),
  };
}

const network = ["network"];
const sites = ["North", "South"];
const waves = ["wave 1", "wave 2"];
export const units = ["North/Ward <b>A</b> & B", "North/Emergency", "South/Ward C"];
const ramp = (/** @type {number} */ top) => weeks.map((week) => (top * week) / 7);
const flat = (/** @type {number} */ value) => weeks.map(() => value);

/** @type {Scenario} */
export const base = {
  name: "Two sites </script><b>first</b>",
  file: "two-sites.toml",
  start: "2027-01-04",
  end: "2027-03-01",
  currency: "USD",
  replications: 200,
  answer: [
    "80 % chance that every wave is live by 15 February 2027.",
    "One device in ten lies in a storeroom.",
  ],
  warnings: ["In 10 % of futures wave 2 is later than what was simulated."],
  go_lives: [
    {
      label: "wave 1",
      activity: "",
      wave: "wave 1",
      target: 21,
      happened: 1,
      p10: 21,
      p50: 28,
      p80: 30,
      p90: 35,
      curve: [
        [21, 0.4],
        [28, 0.7],
        [35, 1],
      ],
    },
    {
      label: "wave 2",
      activity: "",
      wave: "wave 2",
      target: 35,
      happened: 0.9,
      p10: 35,
      p50: 40,
      p80: 42,
      p90: 50,
      curve: [
        [35, 0.3],
        [40, 0.6],
        [42, 0.8],
        [50, 0.9],
      ],
    },
    {
      label: "every wave",
      activity: "",
      wave: "every wave",
      target: 35,
      happened: 0.9,
      p10: 35,
      p50: 40,
      p80: 42,
      p90: 50,
      curve: [
        [35, 0.3],
        [40, 0.6],
        [42, 0.8],
        [50, 0.9],
      ],
    },
  ],
  plan: [
    ["order/network", "order", "procure", "network", 0, 10, 0, 20],
    ["train/wave 1", "train", "train", "wave 1", 10, 17, 20, 27],
    ["train/wave 2", "train", "train", "wave 2", 17, 24, 27, 38],
    ["live/wave 1", "live", "go_live", "wave 1", 17, 17, 28, 28],
    ["live/wave 2", "live", "go_live", "wave 2", 24, 24, 40, 40],
  ].flatMap(([name, activity, kind, scope, unhindered_start, unhindered_finish, start, finish]) => [
    {
      name: String(name),
      activity: String(activity),
      kind: String(kind),
      scope: String(scope),
      target: kind === "go_live" ? (scope === "wave 1" ? 21 : 35) : null,
      unhindered_start: Number(unhindered_start),
      unhindered_finish: Number(unhindered_finish),
      start: { p10: Number(start), p50: Number(start), p90: Number(start) + 3 },
      finish: {
        p10: Number(finish) - 2,
        p50: Number(finish),
        p90: scope === "wave 2" ? null : Number(finish) + 6,
      },
      happened: scope === "wave 2" ? 0.9 : 1,
    },
  ]),
  series: [
    series("adoption.phone", "network", network, [ramp(0.7)], { band: 0.1 }),
    series("adoption.phone.nurse", "network", network, [ramp(0.6)], { band: 0.1 }),
    series("adoption.phone.physician", "network", network, [ramp(0.3)], { band: 0.1 }),
    series("adoption.phone", "site", sites, [ramp(0.8), ramp(0.5)]),
    series("adoption.phone", "wave", waves, [ramp(0.75), ramp(0.55)]),
    series("adoption.phone", "unit", units, [ramp(0.9), ramp(0.6), ramp(0.35)]),
    series("people.not_live.phone", "network", network, [weeks.map((week) => 1 - week / 7)]),
    series("people.adopted.phone", "network", network, [weeks.map((week) => week / 7)]),
    series("devices.storeroom", "network", network, [flat(10)]),
    series("devices.deployed", "network", network, [ramp(90)]),
    series("help_calls", "network", network, [flat(40)], { band: 5 }),
    series("help_wait", "network", network, [flat(1.5)], { unit: "minute", band: 0.5 }),
    series("help_abandoned", "network", network, [flat(0.08)], { band: 0.02 }),
    series("queue.ehr-build", "network", network, [ramp(14)], { band: 1 }),
    series("queue.idle-team", "network", network, [flat(0)], { band: 0 }),
    series("busy.ehr-build", "network", network, [flat(3)], { band: 1 }),
    series("minutes.friction", "network", network, [flat(4)], { unit: "minute" }),
    series("minutes.use", "network", network, [ramp(-7)], { unit: "minute" }),
    series("after_hours", "network", network, [flat(20)], { unit: "minute", band: 2 }),
    series("burnout", "network", network, [flat(0.4)], { band: 0.05 }),
    series("vacancy", "network", network, [flat(0.04)], { band: 0.01 }),
    series("cost.total", "network", network, [ramp(3e6)], { unit: "USD", band: 1e5 }),
    series("cost.devices", "network", network, [ramp(2e6)], { unit: "USD" }),
    series("cost.training", "network", network, [ramp(1e6)], { unit: "USD" }),
    series("cost.turnover", "network", network, [ramp(5e6)], { unit: "USD", band: 1e5 }),
    series("benefit.time", "network", network, [ramp(4e5)], { unit: "USD", band: 1e5 }),
    series("net_present_value", "network", network, [ramp(-2.6e6)], { unit: "USD", band: 3e5 }),
  ],
  delays: {
    causes: ["agenda", "delivery", "team queue", "work"],
    go_lives: [
      {
        label: "wave 1",
        futures: 200,
        elapsed: 27,
        days: [3, 10, 4, 10],
        activities: [{ name: "order", criticality: 1, days: 20 }],
      },
      {
        label: "every wave",
        futures: 180,
        elapsed: 40,
        days: [8.5, 12, 6.25, 13.25],
        activities: [
          { name: "order", criticality: 1, days: 20 },
          { name: "train", criticality: 0.75, days: 14 },
        ],
      },
    ],
  },
  giving_up: {
    reasons: ["skill", "no device"],
    by_role: [
      { name: "nurse", clinicians: 100, people: [3, 6] },
      { name: "physician", clinicians: 40, people: [1, 0.5] },
    ],
    by_unit: units.map((name, i) => ({ name, clinicians: 30 + i, people: [i, 2] })),
  },
  relief: {
    futures: 100,
    rows: [
      {
        cause: "delivery",
        how: "everything is there on the day it was promised",
        attributed_days: 12,
        gained_days: 4,
        gained_low: 2.5,
        gained_high: 5.5,
        adoption_gained: 0.02,
      },
      {
        cause: "team queue: ehr-build",
        how: "the team starts on everything at once",
        attributed_days: 6.25,
        gained_days: 5,
        gained_low: 4,
        gained_high: 6,
        adoption_gained: -0.01,
      },
    ],
  },
  figures: [
    {
      name: "cost.total",
      label: "cost: total",
      subject: "Cost",
      description: "spent on the rollout",
      reads_as: "money",
      happened: 1,
      mean: "$3.00M",
      range: "$2.60M to $3.40M",
      sample: Array.from({ length: 100 }, (_, i) => 2.5e6 + 1e4 * i),
    },
    {
      name: "net_present_value",
      label: "net present value",
      subject: "Value",
      description: "benefits less cost",
      reads_as: "money",
      happened: 1,
      mean: "-$2.60M",
      range: "-$2.90M to -$2.30M",
      sample: Array.from({ length: 100 }, (_, i) => -3e6 + 8e3 * i),
    },
    {
      name: "payback",
      label: "payback",
      subject: "Value",
      description: "from when on it has paid",
      reads_as: "date",
      happened: 0.05,
      mean: "1 Mar 2027",
      range: "later",
      sample: null,
    },
    {
      name: "adoption_6_months",
      label: "adoption 6 months",
      subject: "Use",
      description: "share of occasions half a year later",
      reads_as: "share",
      happened: 0.9,
      mean: "62 %",
      range: "43-80 %",
      sample: Array.from({ length: 50 }, (_, i) => 0.4 + 0.008 * i),
    },
  ],
  assumptions: [
    {
      path: "superusers.share",
      value: "5 %",
      unit: "a share",
      origin: "two-sites.toml:12",
      source: "what the hospital plans",
      grade: "",
      low: "0 %",
      high: "20 %",
      help: "People who help others.",
    },
    {
      path: "procure.lead_time",
      value: "8 weeks",
      unit: "a duration",
      origin: "default",
      source: "delivery notes of three orders",
      grade: "S",
      low: "4 weeks",
      high: "30 weeks",
      help: "From order to delivery.",
    },
    {
      path: "issues.severity",
      value: "lognormal",
      unit: "a number",
      origin: "default",
      source: "no figure found",
      grade: "T",
      low: "",
      high: "",
      help: "How bad issues are.",
    },
  ],
  provenance: [
    { label: "seed", value: "1" },
    { label: "golive", value: "0.1.0" },
  ],
  reproduce: "golive run two-sites.toml --seed 1 -n 200",
};

/** @type {Scenario} */
export const alternative = {
  ...base,
  name: "More super-users",
  answer: ["80 % chance that every wave is live by 8 February 2027."],
  warnings: [],
  relief: null,
  giving_up: null,
};

/** @type {ReportDocument} */
export const report = {
  format: 1,
  golive: "0.1.0",
  scenarios: [base, alternative],
  comparison: {
    names: [base.name, alternative.name],
    replications: 200,
    words: ["With more super-users everyone is live a week earlier."],
    rows: [
      {
        alternative: 1,
        name: "cost.total",
        label: "cost: total",
        description: "spent",
        reads_as: "money",
        base: "$3.00M",
        mean: "$3.20M",
        difference: "+$200k",
        interval: "$100k to $300k",
        difference_value: 2e5,
        low: 1e5,
        high: 3e5,
        chance_higher: 0.9,
        verdict: "higher",
        verdict_words: "higher",
      },
      {
        alternative: 1,
        name: "adoption_6_months",
        label: "adoption 6 months",
        description: "use",
        reads_as: "share",
        base: "62 %",
        mean: "61 %",
        difference: "-1 points",
        interval: "-4 to 2 points",
        difference_value: -0.01,
        low: -0.04,
        high: 0.02,
        chance_higher: 0.4,
        verdict: "cannot tell",
        verdict_words: "cannot tell; 3,200 futures would",
      },
      // It happens in no future of either.
      {
        alternative: 1,
        name: "payback",
        label: "payback",
        description: "never",
        reads_as: "date",
        base: "-",
        mean: "-",
        difference: "-",
        interval: "-",
        difference_value: null,
        low: null,
        high: null,
        chance_higher: 0.5,
        verdict: "same",
        verdict_words: "the same in every future",
      },
    ],
    assumptions: [{ path: "superusers.share", values: ["5 %", "12 %"] }],
    only_in_one: ["payback"],
  },
};

/** One that says next to nothing: of a run that was stopped at once, say. @type {ReportDocument} */
export const bare = {
  format: 1,
  golive: "0.1.0",
  comparison: null,
  scenarios: [
    {
      ...base,
      name: "Nothing yet",
      answer: ["Nothing went live within the horizon."],
      warnings: [],
      go_lives: [],
      plan: [],
      series: [],
      delays: { causes: [], go_lives: [] },
      giving_up: null,
      relief: null,
      figures: [],
      assumptions: [],
    },
  ],
};
