import type { Expression } from "../../syntax/expressions.js";
import type { Span } from "../../syntax/span.js";
import { perModel } from "../code/per-model.js";
import type { Model } from "../model.js";
import { codeCells } from "./cells.js";
import { namesOf } from "./names.js";
import { shownBy } from "./shown-calls.js";

/** How many rows a name had when a cell put out its shape or its length. */
export interface PrintedRows {
  readonly name: string;
  readonly rows: number;
  readonly at: Span;
}

/** The rows of a name that is set once, so that there is no doubt which rows were counted. */
export function rowsPrinted(model: Model, name: string): PrintedRows | undefined {
  return printedRows(model).find((one) => one.name === name);
}

const printedRows = perModel((model): readonly PrintedRows[] => {
  const cells = codeCells(model);
  const found: PrintedRows[] = [];
  for (const cell of cells) {
    const asked = cell.statements.flatMap((_, index) => shownBy(cell, index).flatMap((shown) => askedIn(shown) ?? []));
    for (const form of [shape, length]) {
      const alike = asked.filter((one) => one.form === form);
      const told = cell.outputs.flatMap((text) => [...text.matchAll(form)].map(([, rows]) => Number(rows)));
      // With more or fewer numbers than questions, nobody knows which is whose.
      if (told.length !== alike.length) continue;
      found.push(...alike.map(({ name, at }, index) => ({ name, at, rows: told[index] ?? 0 })));
    }
  }
  if (found.length === 0) return [];
  const sets = cells.flatMap(({ statements }) => statements.flatMap((one) => [...namesOf(one).sets.keys()]));
  return found.filter(({ name, rows }) => rows > 0 && sets.filter((one) => one === name).length === 1);
});

const shape = /\((\d+),(?: \d+)*\)/g;
/** By itself on its line, with or without words before it. */
const length = /^(?:[^\d\n]*\s)?(\d+)$/gm;

interface Asked {
  readonly name: string;
  readonly at: Span;
  readonly form: RegExp;
}

/** `rows.shape`, `len(rows)`. */
function askedIn(shown: Expression): Asked | undefined {
  if (shown.kind === "Attribute")
    return shown.name === "shape" && shown.object.kind === "Name"
      ? { name: shown.object.id, at: shown, form: shape }
      : undefined;
  if (shown.kind !== "Call" || shown.callee.kind !== "Name" || shown.callee.id !== "len") return undefined;
  const [first] = shown.args;
  return first?.value.kind === "Name" ? { name: first.value.id, at: shown, form: length } : undefined;
}
