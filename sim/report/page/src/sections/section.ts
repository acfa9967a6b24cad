// What a section is: a heading, a sentence, and what it shows.
// SPDX-License-Identifier: Apache-2.0
import { type Child, h } from "../dom";
import { Figure } from "../figure";

export type Content = Child | Figure;

/** Nothing where there is nothing to show. */
export function section(id: string, heading: string, lead: string, contents: Content[]): HTMLElement | null {
  const children = contents.flatMap((content) =>
    content instanceof Figure ? [content.element] : content ? [content] : [],
  );
  if (!children.length) return null;
  return h(
    "section",
    { id, "aria-labelledby": `${id}-heading` },
    h("h2", { id: `${id}-heading` }, heading),
    lead ? h("p", { class: "lead" }, lead) : null,
    ...children,
  );
}
