// Numbers and dates as people read them, in the manner of the program's own tables.
// SPDX-License-Identifier: Apache-2.0
import type { Days } from "./document";

export type Words = (value: number | null | undefined) => string;

const nothing = "–";
const day = 86_400_000;

const said =
  (words: (value: number) => string): Words =>
  (value) =>
    value === null || value === undefined || !Number.isFinite(value) ? nothing : words(value);

const formats = new Map<number, Intl.NumberFormat>(); // making one costs far more than using it

function digits(value: number, significant: number): string {
  let format = formats.get(significant);
  if (!format)
    formats.set(
      significant,
      (format = new Intl.NumberFormat("en-GB", { maximumSignificantDigits: significant })),
    );
  return format.format(value);
}

/** Without the sign that rounding leaves on nothing. */
const zero = (value: number): number => (value === 0 ? 0 : value);

export const count = said((value) =>
  Math.abs(value) >= 1000 ? Math.round(value).toLocaleString("en-GB") : digits(value, 3),
);

export const share = said((value) => {
  const percent = 100 * value;
  const size = Math.abs(percent);
  if (size > 0 && size < 0.1) return "under 0.1 %";
  const fine = size < 10 || (size > 99 && size < 100);
  return `${Number(percent.toFixed(fine ? 1 : 0))} %`;
});

export const days = said((value) => {
  const size = Math.abs(value);
  if (value > 0 && size < 0.05) return "under 0.1 days";
  return `${zero(Number(value.toFixed(size < 10 ? 1 : 0))).toLocaleString("en-GB")} days`;
});
/** A difference between shares. */
export const points = said((value) => {
  const percent = zero(Number((100 * value).toFixed(1)));
  return `${percent > 0 ? "+" : ""}${percent} points`;
});
/** Mean numbers of people. */
export const people = said((value) =>
  value > 0 && value < 0.05 ? "under 0.1" : Number(value.toFixed(value < 10 ? 1 : 0)).toLocaleString("en-GB"),
);
export const hours = said((value) => `${count(value)} h`);
export const minutes = said((value) => `${digits(value, 3)} min`);

/** "$5.86M", "-$116k", "CHF 950". */
export function money(currency: string): Words {
  const parts = new Intl.NumberFormat("en", { style: "currency", currency, currencyDisplay: "narrowSymbol" });
  const symbol = parts.formatToParts(0).find((part) => part.type === "currency")?.value ?? currency;
  const unit = symbol.length > 1 ? `${symbol} ` : symbol;
  return said((value) => {
    const size = Math.abs(value);
    const amount =
      size >= 1e6
        ? `${digits(size / 1e6, 3)}M`
        : size >= 1e4
          ? `${digits(size / 1e3, 3)}k`
          : digits(Math.round(size), 4);
    return `${value < 0 ? "-" : ""}${unit}${amount}`;
  });
}

/** Days since the start of a scenario as dates; all of them UTC, so that no time zone moves a day. */
export class Calendar {
  readonly start: Date;
  readonly end: Date;

  constructor(start: string, end: string) {
    this.start = new Date(`${start}T00:00:00Z`);
    this.end = new Date(`${end}T00:00:00Z`);
  }

  at(days: number): Date {
    return new Date(this.start.getTime() + days * day);
  }

  /** Where something that has not happened within the horizon is drawn: at its end. */
  atOrEnd(days: Days): Date {
    return days === null ? this.end : this.at(days);
  }

  words(days: Days): string {
    return days === null ? "later" : dateWords(this.at(days));
  }
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

export function dateWords(date: Date): string {
  return `${date.getUTCDate()} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** Keeps a number and its unit on one line. */
export function unbroken(text: string): string {
  return text.replace(/(\d) (%|days?|months?|weeks?|min|h)(?=\W|$)/g, "$1\u00a0$2");
}

/** A name as people read it: "go_live" as "go live", "it_labour" as "IT labour". */
export function plain(name: string): string {
  return name.replace(/_/g, " ").replace(/^it /, "IT ");
}
