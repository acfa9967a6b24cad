// Opens pages in Chromium as a reader does: from a file, with the network cut off.
// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const source = join(dirname(fileURLToPath(import.meta.url)), "../../sim/report/page");
/** @type {typeof import("playwright-core")} */
const { chromium } = createRequire(join(source, "package.json"))("playwright-core");

const folder = mkdtempSync(join(tmpdir(), "golive-page-"));

function template() {
  const built = process.env["GOLIVE_PAGE_HTML"];
  if (built) return readFileSync(built, "utf8");
  const file = join(folder, "page.html");
  execFileSync(process.execPath, ["build.mjs", file], { cwd: source });
  return readFileSync(file, "utf8");
}

const [before, after] = template().split("{{document}}");
let pages = 0;

/** Writes the page of a document as golive does. @param {unknown} document */
function page_file(document) {
  pages += 1;
  const file = join(folder, `${pages}.html`);
  writeFileSync(file, before + JSON.stringify(document).replace(/</g, "\\u003c") + after);
  return pathToFileURL(file).href;
}

/** @type {import("playwright-core").Browser} */
let browser;

export async function start_browser() {
  browser = await chromium.launch({
    executablePath: process.env["GOLIVE_CHROMIUM"] ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
    ],
  });
}

export async function stop_browser() {
  await browser.close();
  rmSync(folder, { recursive: true });
}

/**
 * @typedef {object} Opening
 * @property {number} [width]
 * @property {"light" | "dark"} [scheme]
 * @property {boolean} [wait] until every chart is drawn
 * @property {() => void} [before] runs in the page before its scripts
 */

/** Opens the page of a document. @param {unknown} document @param {Opening} [options] */
export function open(document, options) {
  return open_address(page_file(document), options);
}

/** @param {string} address @param {Opening} [options] */
export async function open_address(address, { width = 1280, scheme = "light", wait = true, before } = {}) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme });
  const page = await context.newPage();
  if (before) await page.addInitScript(before);
  /** @type {string[]} */
  const complaints = [];
  /** @type {string[]} */
  const requests = [];
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(address);
  if (wait) await page.waitForFunction(() => performance.getEntriesByName("golive:drawn").length > 0);
  return { page, complaints, requests, address, close: () => context.close() };
}

/** The figure with this heading. @param {import("playwright-core").Page} page @param {string | RegExp} title */
export function figure(page, title) {
  return page.locator("figure").filter({ has: page.getByRole("heading", { name: title, level: 3 }) });
}

/** The rows of a figure's table, opened with the keyboard. @param {import("playwright-core").Locator} place */
export async function numbers(place) {
  const details = place.locator("details.numbers");
  if (!(await details.evaluate((element) => /** @type {HTMLDetailsElement} */ (element).open))) {
    await details.locator("summary").focus();
    await place.page().keyboard.press("Enter");
  }
  await details.locator("table").waitFor();
  return rows(details.locator("table"));
}

/** @param {import("playwright-core").Locator} table @returns {Promise<string[][]>} */
export async function rows(table) {
  return table
    .locator("tr")
    .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent ?? "")));
}
