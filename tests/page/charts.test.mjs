// Every chart against the document that it was drawn from.
// SPDX-License-Identifier: Apache-2.0
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { figure, numbers, open, rows, start_browser, stop_browser } from "./browser.mjs";
import { height_to_value, near, points } from "./reading.mjs";
import { base, report, units } from "./fixture.mjs";

before(start_browser);
after(stop_browser);

describe("Charts carry the numbers of the document:", () => {
  /** @type {Awaited<ReturnType<typeof open>>} */
  let opened;
  before(async () => void (opened = await open(report)));
  after(() => opened.close());

  test("go-live curves end at the share that got there, and the dates stand beneath", async () => {
    const { page } = opened;
    const chart = figure(page, "When each wave is live").locator("svg");
    const value = await height_to_value(chart);
    const ends = [];
    for (const path of await chart.locator('g[aria-label="line"] path').all())
      ends.push(value((await points(path)).at(-1)?.[1] ?? NaN));
    assert.equal(ends.length, 3);
    near(ends[0], 100, 0.5);
    near(ends[1], 90, 0.5);
    near(ends[2], 90, 0.5);
    assert.deepEqual((await rows(page.locator("#when table")))[2], [
      "wave 2",
      "8 Feb 2027",
      "8 Feb 2027",
      "13 Feb 2027",
      "15 Feb 2027",
      "23 Feb 2027",
      "90 %",
    ]);
  });

  test("the waterfall lies end to end and adds up to the time elapsed", async () => {
    const place = figure(opened.page, /What the 40 days/);
    const bars = await place
      .locator('g[aria-label="bar"] rect')
      .evaluateAll((all) =>
        all.map((rect) => ({ x: Number(rect.getAttribute("x")), width: Number(rect.getAttribute("width")) })),
      );
    const whole = bars.pop();
    assert(whole && bars.length === 4);
    let x = whole.x;
    for (const bar of bars) {
      near(bar.x, x, 0.01);
      x += bar.width;
    }
    near(x, whole.x + whole.width, 0.01);
    near((bars[0]?.width ?? 0) / whole.width, 13.25 / 40, 1e-6);
    assert.deepEqual(
      (await numbers(place)).slice(1).map(([cause, days]) => `${cause} ${days}`),
      ["work 13.25", "delivery 12.00", "agenda 8.50", "team queue 6.25", "from start to go-live 40.00"],
    );
  });

  test("what a lever gains stands beside what it costs, the best lever first", async () => {
    const place = figure(opened.page, "What it would gain to take a cause away");
    const zero = Number(await place.locator('g[aria-label="bar"] rect').first().getAttribute("x"));
    const width = Number(await place.locator('g[aria-label="bar"] rect').first().getAttribute("width"));
    const gained = await place
      .locator('g[aria-label="dot"] circle')
      .evaluateAll((all) => all.map((dot) => Number(dot.getAttribute("cx"))));
    near(((gained[0] ?? 0) - zero) / width, 5 / 6.25, 1e-3);
    near(((gained[1] ?? 0) - zero) / width, 4 / 6.25, 1e-3);
    assert.deepEqual((await rows(opened.page.locator("#delays section, #delays > .scroll table")))[1], [
      "team queue: ehr-build",
      "the team starts on everything at once",
      "6.3 days",
      "5 days",
      "4 to 6 days",
      "-1 points",
    ]);
  });

  test("the fan of use has its line at the median and its band from P10 to P90", async () => {
    const chart = figure(opened.page, "How much of the work is done with the new technology")
      .locator("svg")
      .first();
    const value = await height_to_value(chart);
    near(value((await points(chart.locator('g[aria-label="line"] path'))).at(-1)?.[1] ?? NaN), 70, 0.3);
    const band = (await points(chart.locator('g[aria-label="area"] path'))).map(([, y]) => value(y ?? NaN));
    near(band[base.series[0]?.days.length ?? 0], 60, 0.3); // the lower edge begins after the upper has ended
    near(band[base.series[0]?.days.length ? 7 : 0], 80, 0.3);
  });

  test("stacks show every layer and its sum", async () => {
    const table = await numbers(figure(opened.page, "Where the devices are"));
    assert.deepEqual(table[0], ["Week ending", "storeroom", "deployed", "all"]);
    assert.deepEqual(table.at(-1), ["1 Mar 2027", "10", "90", "100"]);
    const chart = figure(opened.page, "Where the devices are").locator("svg");
    const value = await height_to_value(chart);
    const foot = (await points(chart.locator('g[aria-label="area"] path').first())).map(([, y]) =>
      value(y ?? NaN),
    );
    near(Math.max(...foot), 10, 0.2); // the storeroom is at the bottom
  });

  test("minutes gained lie below zero, minutes lost above", async () => {
    const table = await numbers(figure(opened.page, /Minutes per clinician/));
    assert.deepEqual(table.at(-1), ["1 Mar 2027", "4 min", "-7 min", "-3 min"]);
  });

  test("the heat map has a row per unit, as dark as its use", async () => {
    const place = figure(opened.page, "Use in every unit, week by week");
    const last = (await numbers(place)).slice(1).map((row) => [row[0], row.at(-1)]);
    assert.deepEqual(last, [
      [units[0], "90 %"],
      [units[1], "60 %"],
      [units[2], "35 %"],
    ]);
    const fills = await place
      .locator('g[aria-label="bar"] rect')
      .evaluateAll((all) =>
        all.map((rect) => ({ y: Number(rect.getAttribute("y")), fill: rect.getAttribute("fill") ?? "" })),
      );
    const darkest = [...new Set(fills.map(({ y }) => y))].map(
      (y) => fills.filter((bar) => bar.y === y).at(-1)?.fill,
    );
    assert.deepEqual(darkest, ["var(--h8)", "var(--h5)", "var(--h3)"]);
  });

  test("teams that never have anything to do are left out", async () => {
    const place = figure(opened.page, "Work that waits for each team");
    assert.deepEqual(await place.locator(".panel-title").allTextContents(), ["ehr-build"]);
  });

  test("people who gave up are counted by reason", async () => {
    const table = await numbers(figure(opened.page, "Why people gave up, by role"));
    assert.deepEqual(table, [
      ["Role", "Clinicians", "skill", "no device", "All reasons"],
      ["nurse", "100", "3", "6", "9"],
      ["physician", "40", "1", "0.5", "1.5"],
    ]);
  });

  test("money keeps the total and turnover out of the stack", async () => {
    const table = await numbers(figure(opened.page, "Spent so far"));
    assert.deepEqual(table[0], ["Week ending", "devices", "training", "all"]);
    assert.deepEqual(table.at(-1), ["1 Mar 2027", "$2M", "$1M", "$3M"]);
    assert.equal(await figure(opened.page, "Turnover, kept apart").count(), 1);
  });

  test("the distribution stands on its quantiles, its bars on the sample", async () => {
    const place = figure(opened.page, "How far the result can be off");
    const table = await numbers(place);
    assert.deepEqual(table[1], ["cost: total", "$3.00M", "$2.59M", "$2.74M", "$2.99M", "$3.24M", "$3.39M"]);
    const chart = place.locator("svg").first();
    const value = await height_to_value(chart);
    const bars = await chart
      .locator('g[aria-label="rect"] rect')
      .evaluateAll((all) =>
        all.map((rect) => [Number(rect.getAttribute("y")), Number(rect.getAttribute("height"))]),
      );
    near(
      bars.reduce((sum, [y = 0, height = 0]) => sum + value(y) - value(y + height), 0),
      100,
      0.5,
    );
  });

  test("a difference lies on its side of the middle, and only what can be told is filled", async () => {
    const place = figure(opened.page, /What sets it apart/);
    const dots = place.locator('g[aria-label="dot"] circle');
    const middle = Number(await place.locator('g[aria-label="rule"] line').first().getAttribute("x1"));
    const x = await dots.evaluateAll((all) => all.map((dot) => Number(dot.getAttribute("cx"))));
    assert(x.length === 2 && (x[0] ?? 0) > middle && (x[1] ?? 0) < middle, `${x} around ${middle}`);
    assert.deepEqual(await dots.evaluateAll((all) => all.map((dot) => dot.getAttribute("fill"))), [
      "var(--accent)",
      "var(--paper)",
    ]);
    assert.deepEqual((await numbers(place)).at(-1)?.at(-1), "cannot tell; 3,200 futures would");
  });
});
