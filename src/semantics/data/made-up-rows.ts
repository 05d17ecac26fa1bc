import type { Model } from "../model.js";
import type { Value } from "../values.js";
import { aboutRows, lineageOf, sourcesOf } from "./lineage.js";

/** Do rows come from nothing but numbers that the program draws or counts itself, read from nowhere and handed in by nobody? */
export function isMadeUp(model: Model, rows: Value): boolean {
  const steps = lineageOf(model, rows);
  // Lists of texts are the names of columns, and sizes hold no rows.
  const ends = steps.filter(
    (step) =>
      step.entity.origin.how !== "container" &&
      !(step.entity.origin.how === "attribute" && aboutRows.has(step.entity.origin.name)) &&
      sourcesOf(model, step).every((source) => source.kind === "literal"),
  );
  return (
    ends.length > 0 &&
    ends.every(({ entity: { origin } }) => origin.how === "call" && drawing.test(origin.path ?? "")) &&
    steps.every(({ entity: { origin } }) => origin.how !== "parameter" && origin.how !== "unknown")
  );
}

const drawing = /^(builtins\.range|numpy\.(arange|linspace|zeros|ones|random\.\w+)|torch\.(arange|linspace|rand\w*))$/;
