/** Days as `2026-05-31`: no clock, no time zone. Two of them compare as texts. */

/** Is it a day that there is? */
export function isDay(text: string): boolean {
  const time = timeOf(text);
  return time !== undefined && dayOf(time) === text;
}

/** The day so many days later. */
export function addDays(day: string, count: number): string {
  return dayOf((timeOf(day) ?? 0) + count * dayLength);
}

/** How many days lie between two days. */
export function daysBetween(from: string, to: string): number {
  return Math.round(((timeOf(to) ?? 0) - (timeOf(from) ?? 0)) / dayLength);
}

const dayLength = 24 * 60 * 60 * 1000;

function timeOf(text: string): number | undefined {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  return day === undefined ? undefined : Date.UTC(Number(year), Number(month) - 1, Number(day));
}

function dayOf(time: number): string {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? "9999-12-31" : date.toISOString().slice(0, 10);
}
