// Every width, either theme, and paper.
// SPDX-License-Identifier: Apache-2.0
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { open, start_browser, stop_browser } from "./browser.mjs";
import { report } from "./fixture.mjs";

before(start_browser);
after(stop_browser);

/** @param {string} color */
function luminance(color) {
  const [r = 0, g = 0, b = 0] = /** @type {string[]} */ (color.match(/[\d.]+/g)).map((part) => {
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

describe("It fits", () => {
  for (const width of [1280, 400])
    for (const scheme of /** @type {const} */ (["light", "dark"]))
      test(`${width} pixels, ${scheme}, with enough contrast`, async () => {
        const { page, complaints, close } = await open(report, { width, scheme });
        assert(
          await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
          "the page does not scroll sideways",
        );
        const cut = await page
          .locator("figure .canvas svg")
          .evaluateAll(
            (all) =>
              all.filter(
                (drawing) =>
                  drawing.getBoundingClientRect().right > innerWidth + 1 ||
                  drawing.getBoundingClientRect().left < -1,
              ).length,
          );
        assert.equal(cut, 0, "every chart lies within the window");
        const colors = await page.evaluate(() => {
          const probe = document.createElement("i");
          document.body.append(probe);
          const resolved = (/** @type {string} */ name) => {
            probe.style.color = `var(${name})`;
            return getComputedStyle(probe).color;
          };
          const names = [
            "--paper",
            "--note",
            "--ink",
            "--soft",
            "--accent",
            ...[1, 2, 3, 4, 5, 6, 7, 8].map((i) => `--c${i}`),
          ];
          return {
            scheme: matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light",
            of: Object.fromEntries(names.map((name) => [name, resolved(name)])),
          };
        });
        assert.equal(colors.scheme, scheme);
        const paper = colors.of["--paper"] ?? "";
        assert.equal(luminance(paper) > 0.5, scheme === "light");
        for (const text of ["--ink", "--soft", "--accent"])
          assert(contrast(colors.of[text] ?? "", paper) >= 4.5, `${text} is read on the paper`);
        assert(contrast(colors.of["--ink"] ?? "", colors.of["--note"] ?? "") >= 4.5, "notes are read");
        for (let i = 1; i <= 8; i++)
          assert(contrast(colors.of[`--c${i}`] ?? "", paper) >= 3, `--c${i} is seen on the paper`);
        assert.deepEqual(complaints, []);
        await close();
      });

  test("another width after the window has changed", async () => {
    const { page, close } = await open(report);
    await page.setViewportSize({ width: 500, height: 900 });
    await page.waitForFunction(() =>
      [...document.querySelectorAll("figure .canvas > svg")].every(
        (drawing) => Number(drawing.getAttribute("width")) < 500,
      ),
    );
    assert(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    await close();
  });

  test("A4, with every chart drawn and on white, even from a dark screen that has not drawn any", async () => {
    const { page, close } = await open(report, {
      scheme: "dark",
      wait: false,
      before: () => {
        window.requestIdleCallback = () => 0;
        window.IntersectionObserver = /** @type {any} */ (
          class {
            observe() {}
            unobserve() {}
            disconnect() {}
          }
        );
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
    assert.equal(
      await page.evaluate(() => getComputedStyle(document.body).backgroundColor),
      "rgb(255, 255, 255)",
    );
    const widest = await page
      .locator("figure .canvas svg")
      .evaluateAll((all) => Math.max(...all.map((drawing) => Number(drawing.getAttribute("width")))));
    assert(widest <= 680, `a chart is ${widest} pixels wide on paper`);
    await close();
  });
});
