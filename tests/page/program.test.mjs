// What the program itself writes: keeps to the contract, and opens as well as the fixture does.
// SPDX-License-Identifier: Apache-2.0
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { open_address, start_browser, stop_browser } from "./browser.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const program = process.env["GOLIVE_PROGRAM"];

describe(
  "The report that golive writes",
  { skip: program ? false : "GOLIVE_PROGRAM does not name it" },
  () => {
    const folder = mkdtempSync(join(tmpdir(), "golive-report-"));
    const file = join(folder, "report.html");
    const golive = (/** @type {string[]} */ ...words) =>
      execFileSync(program ?? "", words, { cwd: folder, stdio: "pipe" });

    before(async () => {
      const scenario = join(root, "scenarios/one-clinic.toml");
      golive("run", scenario, "-n", "20", "-o", "base.h5", "-q");
      golive("run", scenario, "-n", "20", "-o", "more.h5", "-q", "--set", "superusers.share=30 %");
      golive("report", "base.h5", "more.h5", "-o", file, "-q", "--relief", "5");
      await start_browser();
    });
    after(async () => {
      await stop_browser();
      rmSync(folder, { recursive: true });
    });

    test("is the document that the page expects, to the last type", () => {
      const json = /<script type="application\/json" id="document">([^]*?)<\/script>/.exec(
        readFileSync(file, "utf8"),
      )?.[1];
      assert(json);
      const source = join(root, "sim/report/page");
      const typed = join(folder, "typed.ts");
      const contract = JSON.stringify(join(source, "src/document"));
      writeFileSync(
        typed,
        `import type { ReportDocument } from ${contract};\nexport const report: ReportDocument = ${json};\n`,
      );
      const tsc = join(source, "node_modules/typescript/bin/tsc");
      const { stdout, status } = spawnSync(process.execPath, [tsc, "--noEmit", "--strict", typed], {
        encoding: "utf8",
      });
      assert.equal(status, 0, stdout.slice(0, 2000));
    });

    test("opens quietly with every section, and says nothing that a program says by mistake", async () => {
      const { page, complaints, requests, close } = await open_address(pathToFileURL(file).href);
      assert.deepEqual(complaints, []);
      assert.equal(requests.filter((url) => !url.startsWith("data:")).length, 1);
      const ids = await page.locator("main > section").evaluateAll((all) => all.map(({ id }) => id));
      for (const id of [
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
      ])
        assert(ids.includes(id), `${id} is there`);
      for (const details of await page.locator("details > summary").all()) await details.click();
      const text = await page.locator("body").innerText();
      assert.doesNotMatch(text, /\b(undefined|null|NaN|Infinity)\b|\[object/);
      await close();
    });
  },
);
