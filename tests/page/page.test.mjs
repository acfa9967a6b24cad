// The page as a whole: what is on it, and in which order.
// SPDX-License-Identifier: Apache-2.0
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { figure, open, start_browser, stop_browser } from "./browser.mjs";
import { alternative, bare, base, report } from "./fixture.mjs";

before(start_browser);
after(stop_browser);

const ids = [
  "answer",
  "when",
  "plan",
  "delays",
  "use",
  "devices",
  "help",
  "burden",
  "money",
  "comparison",
  "figures",
  "assumptions",
  "provenance",
];

/** Numbers keep their units beside them. @param {string | undefined} text */
const unbroken = (text) => text?.replaceAll(" %", "\u00a0%");

describe("The page", () => {
  test("opens from a file, asks nobody for anything and complains about nothing", async () => {
    const { complaints, requests, address, close } = await open(report);
    assert.deepEqual(
      requests.filter((url) => !url.startsWith("data:")),
      [address],
    );
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
    await page.waitForFunction(
      () => Math.abs(document.getElementById("money")?.getBoundingClientRect().top ?? 999) < 200,
    );
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

  test("names whose work it holds", async () => {
    const { page, close } = await open(bare);
    const html = await page.content();
    for (const name of ["@observablehq/plot", "d3-scale"])
      assert.match(html, new RegExp(`\\n${name} [\\d.]+: Copyright`));
    assert.match(html, /Permission to use, copy, modify/);
    await close();
  });

  test("leaves out what the document does not say", async () => {
    const { page, complaints, close } = await open(bare);
    assert.deepEqual(await page.locator("main > section").evaluateAll((all) => all.map(({ id }) => id)), [
      "answer",
      "provenance",
    ]);
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
      performance
        .getEntriesByType("mark")
        .filter(({ name }) => name.startsWith("golive:"))
        .map(({ name, startTime }) => `${name} after ${Math.round(startTime)} ms`),
    );
    t.diagnostic(marks.join(", "));
    const drawn = await page.evaluate(
      () => performance.getEntriesByName("golive:drawn")[0]?.startTime ?? Infinity,
    );
    assert(drawn < 3000, `all charts drawn after ${drawn} ms`);
    await close();
  });
});
