// The copyright notices of the packages that are in the bundle: their licences ask for them in every copy.
// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Folders of the packages that these files belong to. */
function packages(files) {
  const inside = files.map((file) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0]);
  return [...new Set(inside.filter(Boolean))].sort();
}

function licence(folder) {
  const { name, version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (!file) throw new Error(`${name} has no licence file, so that it cannot be given on`);
  const paragraphs = readFileSync(join(folder, file), "utf8").trim().split(/\r?\n/);
  const holds = (line) => /^\s*copyright /i.test(line);
  return {
    holder: `${name} ${version}: ${paragraphs.filter(holds).join("; ")}`,
    terms: paragraphs
      .filter((line) => !holds(line))
      .join("\n")
      .trim(),
  };
}

/** Who holds what, with each text of terms once. */
export function notices(files) {
  const terms = new Map();
  for (const one of packages(files).map(licence))
    terms.set(one.terms, [...(terms.get(one.terms) ?? []), one.holder]);
  return [...terms].map(([text, holders]) => `${holders.join("\n")}\n\n${text}`).join("\n\n\n");
}
