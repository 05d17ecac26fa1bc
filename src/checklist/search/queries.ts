import type { CallFact, CodeFile, FactValue } from "../../project/facts/code-facts.js";
import { constantOf, textIn, valuesWithin } from "./values.js";

/** The SQL that a call is given: as a text, as a constant, or as a constant that is filled in. */
export function queriesOf(
  { positional, named }: Pick<CallFact, "positional" | "named">,
  file: CodeFile,
  code: readonly CodeFile[],
): readonly string[] {
  return valuesOf({ positional, named })
    .flatMap((value) => textIn(constantOf(filledIn(value, file), code)) ?? [])
    .filter((text) => /\bselect\b[^]*\bfrom\b/i.test(text));
}

/** May a query of a call stand in another file? */
export function asksOthers(call: Pick<CallFact, "positional" | "named">, file: CodeFile): boolean {
  return valuesOf(call).some((value) => {
    const filled = filledIn(value, file);
    return filled.kind === "symbol" && filled.target !== undefined;
  });
}

function valuesOf({ positional, named }: Pick<CallFact, "positional" | "named">): readonly FactValue[] {
  return [...positional, ...Object.values(named)].flatMap((value) => [...valuesWithin(value)]);
}

/** `QUERY` of `QUERY.format(days=7)`. */
function filledIn(value: FactValue, { assigns }: CodeFile): FactValue {
  const name = value.kind === "call" ? /^(\w+)\.(?:format|replace|substitute)$/.exec(value.text)?.[1] : undefined;
  const set = name === undefined ? [] : assigns.filter(({ target, within }) => target === name && within === "");
  return set.length === 1 ? (set[0]?.value ?? value) : value;
}

/** The tables that a query reads from and joins. */
export function tablesOf(query: string): readonly string[] {
  return [...query.matchAll(/\b(?:from|join)\s+([\w."`]+)/gi)].map(([, name = ""]) => name.replaceAll(/["`]/g, ""));
}

/** Does a query join what was served with something else, by an identifier? */
export function joinsServed(query: string): boolean {
  const tables = tablesOf(query);
  const served = tables.filter((name) => servedTable.test(name.split(".").at(-1) ?? ""));
  return served.length > 0 && served.length < tables.length && joinsById.test(query);
}

const servedTable =
  /predict|served|inference|^scor(?:es|ed|ing)|_scor(?:es|ed)$|^answers?$|forecasts?$|recommendations?$/i;
const joinsById = /\bjoin\b[^]*?\b(?:using\s*\([^)]*(?:id|key)\b|on\b[^]*?(?:id|key)\b)/i;

/** Does a query read what happened lately: rows since a day that moves on with each run? */
export function readsLately(query: string): boolean {
  return (
    /\bwhere\b/i.test(query) &&
    /(?:>=?|<=?|\bbetween\b)\s*(?:cast\()?(?:%\(\w+\)s|%s|:\w+|@\w+|\{\{?\s*\w+|\?|\$\d|(?:today|now|current_date|current_timestamp|getdate|sysdate|date_sub|dateadd|date_trunc)\b)/i.test(
      query,
    )
  );
}
