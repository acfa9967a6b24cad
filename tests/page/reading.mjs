// Reads numbers back from what a chart has drawn.
// SPDX-License-Identifier: Apache-2.0
import assert from "node:assert/strict";

/** Numbers that an SVG path goes through: [[x, y], ...]. @param {import("playwright-core").Locator} path */
export async function points(path) {
  const d = (await path.getAttribute("d")) ?? "";
  return [...d.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
}

/**
 * From the ticks of a chart's value axis: what a height stands for.
 * @param {import("playwright-core").Locator} chart
 */
export async function height_to_value(chart) {
  const labels = await chart.locator('g[aria-label="y-axis tick label"] text').evaluateAll((all) =>
    all.map((text) => ({
      y: Number(/translate\([^,]+,([-\d.]+)\)/.exec(text.getAttribute("transform") ?? "")?.[1]),
      value: Number.parseFloat((text.textContent ?? "").replace(/[$,]/g, "")),
    })),
  );
  const [first, last] = [labels[0], labels[labels.length - 1]];
  assert(first && last && first.y !== last.y, "an axis has two ticks at least");
  return (/** @type {number} */ y) =>
    first.value + ((y - first.y) / (last.y - first.y)) * (last.value - first.value);
}

/** @param {number | undefined} got @param {number} expected @param {number} within */
export function near(got, expected, within) {
  assert(
    got !== undefined && Math.abs(got - expected) <= within,
    `${got} is not within ${within} of ${expected}`,
  );
}
