// The page as its readers meet it: what it shows, how it is used, on every width, theme and on paper.
// SPDX-License-Identifier: Apache-2.0
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { figure, numbers, open, rows, start_browser, stop_browser } from "./browser.mjs";
import { alternative, bare, base, report, units } from "./fixture.mjs";

before(start_browser);
after(stop_browser);

const ids = ["answer", "when", "plan", "delays", "use", "devices", "help", "burden", "money", "comparison", "figures", "assumptions", "provenance"];

/** Numbers that an SVG path goes through: [[x, y], ...]. @param {import("playwright-core").Locator} path */
async function points(path) {
  const d = (await path.getAttribute("d")) ?? "";
  return [...d.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
}

/**
 * From the ticks of a chart's value axis: what a height stands for.
 * @param {import("playwright-core").Locator} chart
 */
async function height_to_value(chart) {
  const labels = await chart.locator('g[aria-label="y-axis tick label"] text').evaluateAll((all) =>
    all.map((text) => ({
      y: Number(/translate\([^,]+,([-\d.]+)\)/.exec(text.getAttribute("transform") ?? "")?.[1]),
      value: Number.parseFloat((text.textContent ?? "").replace(/[$,]/g, "")),
    })));
  const [first, last] = [labels[0], labels[labels.length - 1]];
  assert(first && last && first.y !== last.y, "an axis has two ticks at least");
  return (/** @type {number} */ y) => first.value + ((y - first.y) / (last.y - first.y)) * (last.value - first.value);
}

/** Numbers keep their units beside them. @param {string | undefined} text */
const unbroken = (text) => text?.replaceAll(" %", "\u00a0%");

/** @param {number | undefined} got @param {number} expected @param {number} within */
function near(got, expected, within) {
  assert(got !== undefined && Math.abs(got - expected) <= within, `${got} is not within ${within} of ${expected}`);
}

/** @param {string} color */
function luminance(color) {
  const [r = 0, g = 0, b = 0] = (/** @type {string[]} */ (color.match(/[\d.]+/g))).map((part) => {
    const value = Number(part) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** @param {string} a @param {string} b */
function contrast(a, b) {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

describe("The page", () => {
  test("opens from a file, asks nobody for anything and complains about nothing", async () => {
    const { complaints, requests, address, close } = await open(report);
    assert.deepEqual(requests.filter((url) => !url.startsWith("data:")), [address]);
    assert.deepEqual(complaints, []);
    await close();
  });

  test("has every section in its order, with a link to each", async () => {
    const { page, close } = await open(report);
    assert.deepEqual(await page.locator("main > section").evaluateAll((all) => all.map(({ id }) => id)), ids);
    assert.deepEqual(
      await page.locator("nav a").evaluateAll((all) => all.map((link) => link.getAttribute("href"))),
      ids.map((id) => `#${id}`),
    );
    await page.getByRole("link", { name: "Money" }).click();
    await page.waitForFunction(() => Math.abs(document.getElementById("money")?.getBoundingClientRect().top ?? 999) < 200);
    await close();
  });

  test("says the answer first, in the words of the document, whatever these hold", async () => {
    const { page, close } = await open(report);
    assert.equal(await page.locator("h1").textContent(), base.name);
    assert.equal(await page.locator(".headline").textContent(), unbroken(base.answer[0]));
    assert.equal(await page.locator("aside li").textContent(), unbroken(base.warnings[0]));
    assert.equal(await page.locator("b").count(), 0, "names are text, never markup");
    await close();
  });

  test("leaves out what the document does not say", async () => {
    const { page, complaints, close } = await open(bare);
    assert.deepEqual(await page.locator("main > section").evaluateAll((all) => all.map(({ id }) => id)), ["answer", "provenance"]);
    assert.equal(await page.locator("figure").count(), 0);
    assert.deepEqual(complaints, []);
    await close();
  });

  test("shows each scenario in turn", async () => {
    const { page, complaints, close } = await open(report);
    const other = page.getByRole("radio", { name: alternative.name });
    await other.focus();
    await page.keyboard.press("Space");
    assert.equal(await page.locator("h1").textContent(), alternative.name);
    assert.equal(await page.locator(".headline").textContent(), unbroken(alternative.answer[0]));
    assert.equal(await figure(page, "Why people gave up, by role").count(), 0);
    await page.waitForFunction(() => document.querySelectorAll("figure .canvas:not(.drawn)").length === 0);
    assert.deepEqual(complaints, []);
    await close();
  });

  test("is there soon", async (t) => {
    const { page, close } = await open(report);
    const marks = await page.evaluate(() =>
      performance.getEntriesByType("mark").filter(({ name }) => name.startsWith("golive:")).map(({ name, startTime }) => `${name} after ${Math.round(startTime)} ms`));
    t.diagnostic(marks.join(", "));
    const drawn = await page.evaluate(() => performance.getEntriesByName("golive:drawn")[0]?.startTime ?? Infinity);
    assert(drawn < 3000, `all charts drawn after ${drawn} ms`);
    await close();
  });
});

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
    for (const path of await chart.locator('g[aria-label="line"] path').all()) ends.push(value((await points(path)).at(-1)?.[1] ?? NaN));
    assert.equal(ends.length, 3);
    near(ends[0], 100, 0.5);
    near(ends[1], 90, 0.5);
    near(ends[2], 90, 0.5);
    assert.deepEqual((await rows(page.locator("#when table")))[2],
      ["wave 2", "8 Feb 2027", "8 Feb 2027", "13 Feb 2027", "15 Feb 2027", "23 Feb 2027", "90 %"]);
  });

  test("the waterfall lies end to end and adds up to the time elapsed", async () => {
    const place = figure(opened.page, /What the 40 days/);
    const bars = await place.locator('g[aria-label="bar"] rect').evaluateAll((all) =>
      all.map((rect) => ({ x: Number(rect.getAttribute("x")), width: Number(rect.getAttribute("width")) })));
    const whole = bars.pop();
    assert(whole && bars.length === 4);
    let x = whole.x;
    for (const bar of bars) {
      near(bar.x, x, 0.01);
      x += bar.width;
    }
    near(x, whole.x + whole.width, 0.01);
    near((bars[0]?.width ?? 0) / whole.width, 13.25 / 40, 1e-6);
    assert.deepEqual((await numbers(place)).slice(1).map(([cause, days]) => `${cause} ${days}`),
      ["work 13.25", "delivery 12.00", "agenda 8.50", "team queue 6.25", "from start to go-live 40.00"]);
  });

  test("what a lever gains stands beside what it costs, the best lever first", async () => {
    const place = figure(opened.page, "What it would gain to take a cause away");
    const zero = Number(await place.locator('g[aria-label="bar"] rect').first().getAttribute("x"));
    const width = Number(await place.locator('g[aria-label="bar"] rect').first().getAttribute("width"));
    const gained = await place.locator('g[aria-label="dot"] circle').evaluateAll((all) => all.map((dot) => Number(dot.getAttribute("cx"))));
    near(((gained[0] ?? 0) - zero) / width, 5 / 6.25, 1e-3);
    near(((gained[1] ?? 0) - zero) / width, 4 / 6.25, 1e-3);
    assert.deepEqual((await rows(opened.page.locator("#delays section, #delays > .scroll table")))[1],
      ["team queue: ehr-build", "the team starts on everything at once", "6.3 days", "5 days", "4 to 6 days", "-1 points"]);
  });

  test("the fan of use has its line at the median and its band from P10 to P90", async () => {
    const chart = figure(opened.page, "How much of the work is done with the new technology").locator("svg").first();
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
    const foot = (await points(chart.locator('g[aria-label="area"] path').first())).map(([, y]) => value(y ?? NaN));
    near(Math.max(...foot), 10, 0.2); // the storeroom is at the bottom
  });

  test("minutes gained lie below zero, minutes lost above", async () => {
    const table = await numbers(figure(opened.page, /Minutes per clinician/));
    assert.deepEqual(table.at(-1), ["1 Mar 2027", "4 min", "-7 min", "-3 min"]);
  });

  test("the heat map has a row per unit, as dark as its use", async () => {
    const place = figure(opened.page, "Use in every unit, week by week");
    const last = (await numbers(place)).slice(1).map((row) => [row[0], row.at(-1)]);
    assert.deepEqual(last, [[units[0], "90 %"], [units[1], "60 %"], [units[2], "35 %"]]);
    const fills = await place.locator('g[aria-label="bar"] rect').evaluateAll((all) =>
      all.map((rect) => ({ y: Number(rect.getAttribute("y")), fill: rect.getAttribute("fill") ?? "" })));
    const darkest = [...new Set(fills.map(({ y }) => y))].map((y) => fills.filter((bar) => bar.y === y).at(-1)?.fill);
    assert.deepEqual(darkest, ["var(--h8)", "var(--h5)", "var(--h3)"]);
  });

  test("teams that never have anything to do are left out", async () => {
    const place = figure(opened.page, "Work that waits for each team");
    assert.deepEqual(await place.locator(".panel-title").allTextContents(), ["ehr-build"]);
  });

  test("people who gave up are counted by reason", async () => {
    const table = await numbers(figure(opened.page, "Why people gave up, by role"));
    assert.deepEqual(table, [["Role", "Clinicians", "skill", "no device", "All reasons"], ["nurse", "100", "3", "6", "9"], ["physician", "40", "1", "0.5", "1.5"]]);
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
    const bars = await chart.locator('g[aria-label="rect"] rect').evaluateAll((all) =>
      all.map((rect) => [Number(rect.getAttribute("y")), Number(rect.getAttribute("height"))]));
    near(bars.reduce((sum, [y = 0, height = 0]) => sum + value(y) - value(y + height), 0), 100, 0.5);
  });

  test("a difference lies on its side of the middle, and only what can be told is filled", async () => {
    const place = figure(opened.page, /What sets it apart/);
    const dots = place.locator('g[aria-label="dot"] circle');
    const middle = Number(await place.locator('g[aria-label="rule"] line').first().getAttribute("x1"));
    const x = await dots.evaluateAll((all) => all.map((dot) => Number(dot.getAttribute("cx"))));
    assert(x.length === 2 && (x[0] ?? 0) > middle && (x[1] ?? 0) < middle, `${x} around ${middle}`);
    assert.deepEqual(await dots.evaluateAll((all) => all.map((dot) => dot.getAttribute("fill"))), ["var(--accent)", "var(--paper)"]);
    assert.deepEqual((await numbers(place)).at(-1)?.at(-1), "cannot tell; 3,200 futures would");
  });
});

describe("Readers can", () => {
  test("switch waves off and on", async () => {
    const { page, close } = await open(report);
    const lines = figure(page, "When each wave is live").locator('g[aria-label="line"] path');
    const box = page.getByRole("checkbox", { name: "wave 2" });
    assert.equal(await lines.count(), 3);
    await box.focus();
    await page.keyboard.press("Space");
    assert.equal(await lines.count(), 2);
    await page.keyboard.press("Space");
    assert.equal(await lines.count(), 3);
    await close();
  });

  test("read values under the pointer on every chart", async () => {
    const { page, close } = await open(report);
    for (const canvas of await page.locator("figure .canvas").all()) {
      const chart = canvas.locator("svg").first();
      await chart.scrollIntoViewIfNeeded();
      const box = await chart.boundingBox();
      assert(box);
      let text = "";
      for (const part of [0.5, 0.35, 0.25, 0.15, 0.75]) {
        await page.mouse.move(box.x + box.width * 0.45, box.y + box.height * part);
        await page.waitForTimeout(50);
        text = (await chart.locator('g[aria-label="tip"]').allTextContents()).join("");
        if (text) break;
      }
      assert.match(text, /\d/, `${await canvas.getAttribute("aria-label")} tells its values`);
    }
    await close();
  });

  test("pick whose use they see, and where", async () => {
    const { page, close } = await open(report);
    const place = figure(page, "How much of the work is done with the new technology");
    const end = async () => {
      const chart = place.locator("svg").first();
      const value = await height_to_value(chart);
      return value((await points(chart.locator('g[aria-label="line"] path'))).at(-1)?.[1] ?? NaN);
    };
    await place.getByLabel("Role").selectOption("physician");
    near(await end(), 30, 0.3);
    await place.getByLabel("Place").selectOption({ label: "North, Emergency" });
    near(await end(), 60, 0.3);
    assert.match((await place.locator(".remark").textContent()) ?? "", /everyone/);
    await place.getByLabel("Role").selectOption({ label: "everyone" });
    await place.getByLabel("Place").selectOption({ label: "South" });
    near(await end(), 50, 0.3);
    assert.equal((await numbers(place)).at(-1)?.[1], "50 %");
    await close();
  });

  test("click on a unit, or pick it, to see its line", async () => {
    const { page, close } = await open(report);
    const map = figure(page, "Use in every unit, week by week").locator("svg");
    await map.scrollIntoViewIfNeeded();
    const rows_of_map = map.locator('g[aria-label="bar"] rect');
    await rows_of_map.last().hover();
    await rows_of_map.last().click();
    await figure(page, "Use in one unit: South, Ward C").waitFor();
    await figure(page, /Use in one unit/).locator("select").selectOption({ label: "Emergency" });
    const one = figure(page, "Use in one unit: North, Emergency");
    assert.equal((await numbers(one)).at(-1)?.[1], "60 %");
    await close();
  });

  test("open an activity of the plan with the keyboard, and keep their place", async () => {
    const { page, close } = await open(report);
    const place = figure(page, "The plan, and how it really goes");
    assert.equal(await place.locator("svg").count(), 1);
    const many = { ...report, scenarios: [{ ...base, plan: Array.from({ length: 10 }, () => base.plan).flatMap((plan, copy) =>
      plan.map((step) => ({ ...step, name: `${step.activity}-${copy}/${step.scope}`, activity: `${step.activity}-${copy}` }))) }], comparison: null };
    await close();
    const long = await open(many);
    const chart = figure(long.page, "The plan, and how it really goes");
    const folded = chart.getByRole("button", { name: "train-3: steps" });
    const labels = chart.locator(".row-labels > text");
    const before_opening = await labels.count();
    assert.equal(before_opening, 30);
    await folded.focus();
    await long.page.keyboard.press("Enter");
    assert.equal(await labels.count(), before_opening + 2);
    assert.equal(await folded.getAttribute("aria-expanded"), "true");
    await long.page.keyboard.press("Space");
    assert.equal(await labels.count(), before_opening, "the row kept the keyboard");
    await chart.getByLabel("every step").check();
    assert.equal(await labels.count(), 50);
    await chart.getByLabel("Where").selectOption({ label: "wave 1" });
    assert.equal(await labels.count(), 20);
    await long.close();
  });

  test("follow another go-live's delays", async () => {
    const { page, close } = await open(report);
    await page.locator("#delays > label", { hasText: "Go-live" }).locator("select").selectOption({ label: "wave 1" });
    const place = figure(page, /What the 27 days until go-live went into: wave 1/);
    assert.equal((await numbers(place)).at(-1)?.[1], "27.00");
    await close();
  });

  test("search the assumptions", async () => {
    const { page, close } = await open(report);
    const section = page.locator("#assumptions");
    const visible = () => section.locator("tbody tr:visible").count();
    assert.equal(await visible(), 3);
    await section.getByLabel("Search").fill("delivery orders");
    assert.equal(await visible(), 1);
    assert.equal(await section.getByRole("status").textContent(), "1 of 3 assumptions");
    await section.getByLabel("Search").fill("");
    await section.getByLabel("Set by").selectOption({ label: "defaults only" });
    assert.equal(await visible(), 2);
    await section.getByLabel("Grade").selectOption("T");
    assert.equal(await visible(), 1);
    await close();
  });

  test("copy the command that makes it again", async () => {
    const { page, close } = await open(report);
    await page.getByRole("button", { name: "Copy" }).click();
    await page.getByRole("button", { name: /Copied|Selected/ }).waitFor();
    assert.equal(await page.locator(".command code").textContent(), base.reproduce);
    await close();
  });

  test("reach every control by the keyboard and hear what everything is", async () => {
    const { page, close } = await open(report);
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), "Skip to the answer");
    for (const landmark of ["banner", "navigation", "main", "contentinfo"])
      assert.equal(await page.getByRole(/** @type {"main"} */ (landmark)).count(), 1, landmark);
    const faults = await page.evaluate(() => {
      /** @type {string[]} */
      const found = [];
      let level = 0;
      for (const heading of document.querySelectorAll("h1, h2, h3")) {
        const own = Number(heading.tagName[1]);
        if (own > level + 1) found.push(`${heading.textContent} skips a level`);
        level = own;
      }
      for (const canvas of document.querySelectorAll("figure .canvas"))
        if ((canvas.getAttribute("aria-label") ?? "").length < 10) found.push(`${canvas.closest("figure")?.textContent} has no label`);
      for (const one of document.querySelectorAll("figure")) if (!one.querySelector("figcaption")) found.push(`${one.textContent} has no caption`);
      for (const control of document.querySelectorAll("input, select"))
        if (!(/** @type {HTMLInputElement} */ (control).labels?.[0]?.textContent?.trim())) found.push(`${control.outerHTML} has no label`);
      const all = [...document.querySelectorAll("[id]")].map(({ id }) => id);
      for (const id of new Set(all)) if (all.filter((other) => other === id).length > 1) found.push(`${id} twice`);
      return found;
    });
    assert.deepEqual(faults, []);
    await close();
  });
});

describe("It fits", () => {
  for (const width of [1280, 400])
    for (const scheme of /** @type {const} */ (["light", "dark"]))
      test(`${width} pixels, ${scheme}, with enough contrast`, async () => {
        const { page, complaints, close } = await open(report, { width, scheme });
        assert(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "the page does not scroll sideways");
        const cut = await page.locator("figure .canvas svg").evaluateAll((all) =>
          all.filter((drawing) => drawing.getBoundingClientRect().right > innerWidth + 1 || drawing.getBoundingClientRect().left < -1).length);
        assert.equal(cut, 0, "every chart lies within the window");
        const colors = await page.evaluate(() => {
          const probe = document.createElement("i");
          document.body.append(probe);
          const resolved = (/** @type {string} */ name) => {
            probe.style.color = `var(${name})`;
            return getComputedStyle(probe).color;
          };
          const names = ["--paper", "--note", "--ink", "--soft", "--accent", ...[1, 2, 3, 4, 5, 6, 7, 8].map((i) => `--c${i}`)];
          return { scheme: matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light", of: Object.fromEntries(names.map((name) => [name, resolved(name)])) };
        });
        assert.equal(colors.scheme, scheme);
        const paper = colors.of["--paper"] ?? "";
        assert.equal(luminance(paper) > 0.5, scheme === "light");
        for (const text of ["--ink", "--soft", "--accent"]) assert(contrast(colors.of[text] ?? "", paper) >= 4.5, `${text} is read on the paper`);
        assert(contrast(colors.of["--ink"] ?? "", colors.of["--note"] ?? "") >= 4.5, "notes are read");
        for (let i = 1; i <= 8; i++) assert(contrast(colors.of[`--c${i}`] ?? "", paper) >= 3, `--c${i} is seen on the paper`);
        assert.deepEqual(complaints, []);
        await close();
      });

  test("another width after the window has changed", async () => {
    const { page, close } = await open(report);
    await page.setViewportSize({ width: 500, height: 900 });
    await page.waitForFunction(() =>
      [...document.querySelectorAll("figure .canvas > svg")].every((drawing) => Number(drawing.getAttribute("width")) < 500));
    assert(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    await close();
  });

  test("A4, with every chart drawn and on white, even from a dark screen that has not drawn any", async () => {
    const { page, close } = await open(report, {
      scheme: "dark",
      wait: false,
      before: () => {
        window.requestIdleCallback = () => 0;
        window.IntersectionObserver = /** @type {any} */ (class {
          observe() {}
          unobserve() {}
          disconnect() {}
        });
        addEventListener("afterprint", (event) => event.stopImmediatePropagation());
      },
    });
    await page.waitForFunction(() => performance.getEntriesByName("golive:interactive").length > 0);
    const drawn = () => page.locator("figure .canvas.drawn svg").count();
    assert.equal(await drawn(), 0);
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    assert(pdf.length > 50_000);
    assert((await drawn()) >= (await page.locator("figure").count()));
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), "rgb(255, 255, 255)");
    const widest = await page.locator("figure .canvas svg").evaluateAll((all) => Math.max(...all.map((drawing) => Number(drawing.getAttribute("width")))));
    assert(widest <= 680, `a chart is ${widest} pixels wide on paper`);
    await close();
  });
});
