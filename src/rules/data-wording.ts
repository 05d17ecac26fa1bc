import type { ClassShares } from "../semantics/data/class-shares.js";
import type { PrintedRows } from "../semantics/notebook/printed-rows.js";
import type { Report } from "./rule.js";
import { alsoAt } from "./wording.js";

/** A share as people say it: `3 %`, `0.17 %`. */
export function percent(share: number): string {
  const hundredth = share * 100;
  // Near both ends a whole number would say that there is nothing, or nothing else.
  const digits = hundredth < 1 || hundredth > 99 ? 2 : hundredth < 10 || hundredth > 90 ? 1 : 0;
  return `${String(Number(hundredth.toFixed(digits)))} %`;
}

/** The place that tells how often the classes are, for related information. */
export function describeShares({
  rarest,
  commonest,
  total,
  knownBy,
  call,
  unit,
}: ClassShares): NonNullable<Report["related"]> {
  const areRows = total > 100 && Number.isInteger(total);
  const number = (count: number): string => (areRows ? count.toLocaleString("en") : percent(count / total));
  const said = `\`${commonest.name}\`: ${number(commonest.count)}, \`${rarest.name}\`: ${number(rarest.count)}`;
  const from = knownBy === "code" ? "Made with" : "The stored output says";
  return alsoAt(call, unit, `${from} ${said}.`);
}

/** What the number comes to, where a cell has printed how many rows there are. */
export function shareLeft({ at, rows }: PrintedRows, bound: number): NonNullable<Report["related"]> {
  const before = bound < 0 ? rows + bound : bound;
  if (before <= 0 || before >= rows) return [];
  const percent = Math.round((100 * (rows - before)) / rows);
  return [
    { at, message: `Of the ${String(rows)} rows that were printed here, the other part has ${String(percent)} %.` },
  ];
}
