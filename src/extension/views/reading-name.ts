import type { GuideReadingNode } from "../../protocol.js";

/**
 * What to call each reading in a row, by its id. Lectures of one course begin alike, and a narrow sidebar would show the
 * beginning alone: there what is its own comes first, and the course after it.
 */
export function readingNames(readings: readonly GuideReadingNode[]): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  for (const { label } of readings) counts.set(beginning(label), (counts.get(beginning(label)) ?? 0) + 1);
  return new Map(
    readings.map(({ id, label }) => [id, (counts.get(beginning(label)) ?? 0) > 1 ? ownFirst(label) : label]),
  );
}

/** The first two words. */
function beginning(label: string): string {
  return label.split(" ", 2).join(" ");
}

function ownFirst(label: string): string {
  const [, series, own = ""] = /^([^:]+): (.+)$/.exec(label) ?? [];
  return series === undefined ? label : `${own.charAt(0).toUpperCase()}${own.slice(1)} · ${series}`;
}
