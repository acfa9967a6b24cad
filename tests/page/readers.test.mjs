// What readers do with the page: by mouse, by keyboard, by ear.
// SPDX-License-Identifier: Apache-2.0
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { figure, numbers, open, start_browser, stop_browser } from "./browser.mjs";
import { height_to_value, near, points } from "./reading.mjs";
import { base, report } from "./fixture.mjs";

before(start_browser);
after(stop_browser);

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
    await figure(page, /Use in one unit/)
      .locator("select")
      .selectOption({ label: "Emergency" });
    const one = figure(page, "Use in one unit: North, Emergency");
    assert.equal((await numbers(one)).at(-1)?.[1], "60 %");
    await close();
  });

  test("open an activity of the plan with the keyboard, and keep their place", async () => {
    const { page, close } = await open(report);
    const place = figure(page, "The plan, and how it really goes");
    assert.equal(await place.locator("svg").count(), 1);
    const many = {
      ...report,
      scenarios: [
        {
          ...base,
          plan: Array.from({ length: 10 }, () => base.plan).flatMap((plan, copy) =>
            plan.map((step) => ({
              ...step,
              name: `${step.activity}-${copy}/${step.scope}`,
              activity: `${step.activity}-${copy}`,
            })),
          ),
        },
      ],
      comparison: null,
    };
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
    await page
      .locator("#delays > label", { hasText: "Go-live" })
      .locator("select")
      .selectOption({ label: "wave 1" });
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
        if ((canvas.getAttribute("aria-label") ?? "").length < 10)
          found.push(`${canvas.closest("figure")?.textContent} has no label`);
      for (const one of document.querySelectorAll("figure"))
        if (!one.querySelector("figcaption")) found.push(`${one.textContent} has no caption`);
      for (const control of document.querySelectorAll("input, select"))
        if (!(/** @type {HTMLInputElement} */ (control).labels?.[0]?.textContent?.trim()))
          found.push(`${control.outerHTML} has no label`);
      const all = [...document.querySelectorAll("[id]")].map(({ id }) => id);
      for (const id of new Set(all))
        if (all.filter((other) => other === id).length > 1) found.push(`${id} twice`);
      return found;
    });
    assert.deepEqual(faults, []);
    await close();
  });
});
