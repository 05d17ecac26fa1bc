import type { Run } from "./run.js";
import type { Cell } from "./store.js";
import { joinValues, type Value } from "../values.js";

/** What a variable holds. A name imported from the workspace is looked up now, when it is first read. */
export function readCell(run: Run, place: Cell | undefined): Value | undefined {
  const value = place === undefined ? undefined : run.store.value(place);
  if (value?.kind === "pending") return value.resolve();
  if (value?.kind !== "union" || !value.options.some((option) => option.kind === "pending")) return value;
  return value.options.map((option) => (option.kind === "pending" ? option.resolve() : option)).reduce(joinValues);
}
