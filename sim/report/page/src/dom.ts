// Elements: what every section is made of.
// SPDX-License-Identifier: Apache-2.0

export type Child = Node | string | null | undefined | false;
type Attributes = Record<string, string | number | boolean | ((event: Event) => void) | null | undefined>;

export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") element.addEventListener(name, value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  for (const child of children) if (child || child === "") element.append(child);
  return element;
}

let ids = 0;
export function newId(): string {
  ids += 1;
  return `e${ids}`;
}

export interface Column {
  label: string;
  numeric?: boolean;
  wide?: boolean; // running text
}

export interface Table {
  caption: string;
  columns: Column[];
  rows: Row[];
}

/** Cells, of which the first is the row's heading, or the heading of the rows that follow. */
export type Row = (string | Node)[] | { heading: string };

/** A table that scrolls by itself where it is wider than the page. */
export function table({ caption, columns, rows }: Table): HTMLElement {
  const kind = (column: Column | undefined): string | null =>
    column?.numeric ? "numeric" : column?.wide ? "wide" : null;
  const head = h(
    "tr",
    {},
    ...columns.map((column) => h("th", { scope: "col", class: kind(column) }, column.label)),
  );
  const cell = (content: string | Node, i: number): HTMLElement =>
    h(i === 0 ? "th" : "td", { scope: i === 0 ? "row" : null, class: kind(columns[i]) }, content);
  const body = rows.map((row) =>
    "heading" in row
      ? h("tr", { class: "group" }, h("th", { scope: "rowgroup", colspan: columns.length }, row.heading))
      : h("tr", {}, ...row.map(cell)),
  );
  return h(
    "div",
    { class: "scroll", tabindex: 0, role: "region", "aria-label": caption },
    h("table", {}, h("caption", { class: "unseen" }, caption), h("thead", {}, head), h("tbody", {}, ...body)),
  );
}

/** A closed part of the page whose content is made when it is first opened. */
export function unfold(summary: string, content: () => Node): HTMLDetailsElement {
  const details = h("details", {}, h("summary", {}, summary));
  details.addEventListener("toggle", () => {
    if (details.open && details.childElementCount === 1) details.append(content());
  });
  return details;
}

export interface Option {
  value: string;
  label: string;
  group?: string;
}

export function select(
  label: string,
  options: Option[],
  value: string,
  changed: (value: string) => void,
): HTMLElement {
  const box = h("select", { change: () => changed(box.value) });
  const groups = new Map<string, HTMLElement>();
  for (const option of options) {
    let parent: HTMLElement = box;
    if (option.group) {
      parent = groups.get(option.group) ?? h("optgroup", { label: option.group });
      if (!groups.has(option.group)) box.append(parent);
      groups.set(option.group, parent);
    }
    parent.append(h("option", { value: option.value, selected: option.value === value }, option.label));
  }
  return h("label", { class: "picker" }, h("span", {}, label), box);
}

export interface Swatch {
  label: string;
  color: string;
  mark?: "area" | "line" | "outline" | "tick" | "dot";
}

function swatch(item: Swatch): HTMLElement {
  return h("span", {
    class: `swatch ${item.mark ?? "area"}`,
    style: `--swatch: ${item.color}`,
    "aria-hidden": "true",
  });
}

export function legend(items: Swatch[]): HTMLElement {
  return h("ul", { class: "legend" }, ...items.map((item) => h("li", {}, swatch(item), item.label)));
}

/** A legend whose items switch what they stand for on and off. */
export function toggles(name: string, items: Swatch[], shown: Set<string>, changed: () => void): HTMLElement {
  const boxes = items.map((item) => {
    const box = h("input", { type: "checkbox", checked: shown.has(item.label) });
    box.addEventListener("change", () => {
      if (box.checked) shown.add(item.label);
      else shown.delete(item.label);
      changed();
    });
    return h("label", { class: "toggle" }, box, swatch(item), item.label);
  });
  return h("fieldset", { class: "toggles" }, h("legend", { class: "unseen" }, name), ...boxes);
}

/** One of a few, as buttons in a row. */
export function choice(
  name: string,
  options: Option[],
  value: string,
  changed: (value: string) => void,
): HTMLElement {
  const group = newId();
  const buttons = options.map((option) => {
    const button = h("input", {
      type: "radio",
      name: group,
      value: option.value,
      checked: option.value === value,
    });
    button.addEventListener("change", () => changed(option.value));
    return h("label", { class: "toggle" }, button, option.label);
  });
  return h("fieldset", { class: "toggles choice" }, h("legend", {}, name), ...buttons);
}
