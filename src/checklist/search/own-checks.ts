import type { CodeFile, GuardFact } from "../../project/facts/code-facts.js";
import { isHardGuard } from "./hard-guards.js";
import { textsIn, writtenAs } from "./values.js";
import type { Schema } from "./schemas.js";
import type { Validation } from "./validations.js";

/** Tests of the data that a project writes itself: columns, missing values, ranges, sizes; a miss raises or leaves. */
export function ownChecks(file: CodeFile, schemas: readonly Schema[]): readonly Validation[] {
  const found = new Map<string, Validation>();
  for (const guard of file.guards) {
    if (found.has(guard.within) || !isAboutData(guard)) continue;
    const isTold = guard.effect === "warn" || guard.effect === "collect";
    const stops = isHardGuard(guard) && !(guard.effect === "assert" && file.role === "test");
    if (guard.isConstant || (!stops && !isTold)) continue;
    const { path, role } = file;
    const { line, cell, within } = guard;
    found.set(within, {
      ...{ path, line, within, role, stops, what: `\`${guard.text}\`` },
      ...(cell === undefined ? {} : { cell }),
      schema: namedBy(file, guard) ?? schemas.find((one) => one.kind === "own" && asksFor(one, file, guard)),
    });
  }
  return [...found.values()];
}

/** Rules of columns in a file of settings are asked for by their key: `faults(frame, params()["columns"])`. */
function asksFor({ name }: Schema, { calls }: CodeFile, { within, mentions }: GuardFact): boolean {
  return (
    mentions.includes(name) &&
    calls.some(
      (call) =>
        call.within === within &&
        [...call.positional, ...Object.values(call.named)].some((value) =>
          [`["${name}"]`, `['${name}']`, `get("${name}")`].some((text) => writtenAs(value).includes(text)),
        ),
    )
  );
}

/** `EXPECTED = {"age": (0, 120)}`, which the function around the guard goes through or the guard itself names. */
function namedBy({ path, assigns, calls }: CodeFile, { within, mentions }: GuardFact): Schema | undefined {
  const one = assigns.find(
    ({ target, value, within: place }) =>
      place === "" &&
      textsIn(value).length >= 2 &&
      (value.kind === "dict" || value.kind === "list" || value.kind === "call") &&
      (mentions.includes(target) || calls.some((call) => call.within === within && call.text.startsWith(`${target}.`))),
  );
  if (one === undefined) return undefined;
  const { target, line, value } = one;
  const hasConstraint =
    value.kind === "dict" &&
    Object.values(value.entries).some((entry) => entry.kind === "list" || entry.kind === "dict");
  return {
    path,
    line,
    name: target,
    kind: "own",
    columns: textsIn(value),
    hasConstraint,
    limited: [],
    isStrict: false,
  };
}

function isAboutData({ mentions, text }: GuardFact): boolean {
  // What a model gives is no data that comes in.
  if (mentions.some((name) => /loss|logit|grad|pred|score|proba/i.test(name))) return false;
  if (mentions.some((name) => frameWords.test(name))) return true;
  if (/\b(?:df|frame|rows?|batch|data|features?)\b/i.test(text) && mentions.some((name) => rangeWords.test(name)))
    return true;
  // What any function asks of the shape of its argument `x` is no expectation about data.
  return /\bx\b/i.test(text) && mentions.some((name) => /^(?:min|max|mean|std|empty|is_empty)$/.test(name));
}

const frameWords =
  /^(?:isna|isnull|notna|notnull|is_null|null_count|columns|dtypes|duplicated|is_unique|nunique|n_unique|between|is_between|isin|is_in|missing_columns|missing|null_(?:share|rate)|isfinite|isnan)$/;
const rangeWords = /^(?:min|max|mean|std|empty|shape|len|is_empty|any|all)$/;
