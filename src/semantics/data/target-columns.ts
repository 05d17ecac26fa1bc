import { pairSplitters } from "../../knowledge/sklearn.js";
import type { Model } from "../model.js";
import { alternatives, type Value } from "../values.js";
import { isInFile, usesOfData } from "./uses.js";
import { perModel } from "../code/per-model.js";

/** The columns that models are fitted to predict, and those that a split keeps apart as `y`. */
export const targetColumns = perModel(findColumns);

function findColumns(model: Model): ReadonlySet<string> {
  const names = new Set<string>();
  const add = (value: Value | undefined): void => {
    for (const name of columnOf(value, 0)) names.add(name);
  };
  for (const use of usesOfData(model))
    if (isInFile(model, use) && (use.kind === "validate" || use.event.method === "fit")) add(use.target);
  for (const { path, args } of model.calls) {
    if (path !== undefined && pairSplitters.has(path)) add(args.positional[1]);
  }
  return names;
}

/** The column that a value is, through the split, casts and logarithms. */
function columnOf(value: Value | undefined, depth: number): readonly string[] {
  if (depth > 12) return [];
  return alternatives(value).flatMap((option) => {
    if (option.kind !== "entity") return [];
    const { origin } = option;
    switch (origin.how) {
      case "index": {
        const key = option.from[1];
        if (key?.kind === "literal" && typeof key.value === "string") return [key.value];
        if (key?.kind === "entity" && key.items?.length === 1) return literalsOf(key.items);
        return columnOf(origin.of, depth + 1);
      }
      case "attribute":
        return /^(values|iloc|loc|T)$/.test(origin.name) ? columnOf(origin.of, depth + 1) : [origin.name];
      case "slice": {
        const column = origin.by.kind === "Sequence" ? origin.by.items[1] : undefined;
        return column?.kind === "Literal" ? [String(column.value)] : columnOf(origin.of, depth + 1);
      }
      case "call":
        if (/^(pop|get_column)$/.test(origin.method ?? "")) return literalsOf(origin.args.positional);
        return columnOf(origin.receiver ?? option.from[0], depth + 1);
      case "element":
        return columnOf(origin.of, depth + 1);
      default:
        return [];
    }
  });
}

function literalsOf(values: readonly Value[]): readonly string[] {
  return values.flatMap((value) => (value.kind === "literal" && typeof value.value === "string" ? [value.value] : []));
}
