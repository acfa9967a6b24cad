// A chart with its title, its controls, how to read it, and its numbers as a table. Charts are drawn when they come
// near the window or when the browser has time, and all of them before the page is printed.
// SPDX-License-Identifier: Apache-2.0
import { type Child, h, newId, table, type Table, unfold } from "./dom";

const printed_width = 680; // of A4 less its margins, in CSS pixels
const printed_height = 760; // less a heading and a caption
const margin = "600px";

export interface FigureSpec {
  title: string;
  caption: string;
  label: string; // what the chart shows, for those who cannot see it
  controls?: Child[];
  draw: (width: number, tallest: number) => Element;
  table: (() => Table) | null; // null: it stands beneath anyway
  interactive?: boolean; // has parts of its own that take the keyboard
}

export class Figure {
  readonly element: HTMLElement;
  private readonly canvas: HTMLElement;
  private details: HTMLDetailsElement | null = null;
  private drawn = 0; // width
  private readonly title: HTMLElement;

  constructor(private readonly spec: FigureSpec) {
    const id = newId();
    this.title = h("h3", { id }, spec.title);
    this.canvas = h("div", {
      class: "canvas",
      role: spec.interactive ? "group" : "img",
      "aria-label": spec.label,
    });
    this.element = h(
      "figure",
      { "aria-labelledby": id },
      this.title,
      spec.controls && h("div", { class: "controls" }, ...spec.controls),
      this.canvas,
      h("figcaption", {}, spec.caption),
    );
    this.renew_table();
    later(this);
  }

  /** Draws again, after a control has changed what is shown. */
  redraw(title?: string): void {
    if (title) this.title.textContent = title;
    this.draw(this.drawn || room, true);
    this.renew_table();
  }

  /** Draws where the width asks for it. */
  draw(width = room, anyway = false): void {
    if (width === this.drawn && !anyway) return;
    this.drawn = width;
    this.canvas.replaceChildren(this.spec.draw(width, width === printed_width ? printed_height : Infinity));
    this.canvas.classList.add("drawn");
  }

  private renew_table(): void {
    const make = this.spec.table;
    if (!make) return;
    const fresh = unfold("Numbers as a table", () => table(make()));
    fresh.classList.add("numbers");
    fresh.open = this.details?.open ?? false;
    if (this.details) this.details.replaceWith(fresh);
    else this.element.append(fresh);
    this.details = fresh;
  }
}

let room = printed_width; // every figure is as wide as the text; asking each for its width would cost a layout

/** Says how wide figures are drawn from now on. */
export function set_room(width: number): void {
  room = Math.round(width) || printed_width;
}

const figures = new Map<Element, Figure>();
const waiting = new Set<Figure>();

const near = new IntersectionObserver(
  (entries) => {
    for (const entry of entries) {
      const figure = figures.get(entry.target);
      if (figure && entry.isIntersecting) now(figure);
    }
  },
  { rootMargin: margin },
);

function later(figure: Figure): void {
  figures.set(figure.element, figure);
  waiting.add(figure);
  near.observe(figure.element);
}

function now(figure: Figure): void {
  waiting.delete(figure);
  near.unobserve(figure.element);
  figure.draw();
}

/** Forgets the figures of a page that is being replaced. */
export function forget_figures(): void {
  near.disconnect();
  figures.clear();
  waiting.clear();
}

/** Draws what is left whenever the browser has nothing better to do; `done` after the last. */
export function draw_in_spare_time(done: () => void): void {
  const next = (): void => {
    const figure = waiting.values().next().value;
    if (!figure) return done();
    now(figure);
    soon(next);
  };
  soon(next);
}

function soon(act: () => void): void {
  if ("requestIdleCallback" in window) requestIdleCallback(act, { timeout: 200 });
  else setTimeout(act, 1);
}

export function draw_for_print(): void {
  waiting.clear();
  for (const figure of figures.values()) figure.draw(printed_width);
}

/** Draws again at the width that the window has. */
export function draw_for_screen(): void {
  for (const figure of figures.values()) later(figure);
  draw_in_spare_time(() => {});
}
