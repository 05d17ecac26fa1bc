import { buildModel, type Model } from "../../src/semantics/model.js";
import type { CallEvent } from "../../src/semantics/follow/run.js";
import { Grad, Mode, type Value } from "../../src/semantics/values.js";
import { emptyWorkspace, type Workspace } from "../../src/semantics/workspace.js";
import { readPython } from "../../src/syntax/python/lower.js";

export function modelOf(source: string, workspace: Workspace = emptyWorkspace): Model {
  return buildModel({ path: "main.py", form: readPython(source) }, workspace);
}

/** The calls whose source starts with one of the given texts, each as `source | what the describer says`. */
export function trace(
  source: string,
  starts: string | readonly string[],
  describe: (event: CallEvent) => string,
): string[] {
  const model = modelOf(source);
  const wanted = typeof starts === "string" ? [starts] : starts;
  return model.calls
    .filter((event) => wanted.some((start) => model.text(event.call).startsWith(start)))
    .map((event) => `${model.text(event.call)} | ${describe(event)}`);
}

/** The mode and gradient state of each call that starts with the text. */
export function states(source: string, start = "model("): string[] {
  return trace(source, start, (event) => `${modeNames(event.mode)}, ${gradNames(event.grad)}`).map(
    (line) => line.split(" | ")[1]!,
  );
}

export function modeNames(flags: number): string {
  return namesOf(Mode, flags);
}

export function gradNames(flags: number): string {
  return `grad ${namesOf(Grad, flags)}`;
}

function namesOf(names: Readonly<Record<string, number>>, flags: number): string {
  const found = Object.entries(names).filter(([, bit]) => (flags & bit) !== 0);
  return found.length === 0 ? "none" : found.map(([name]) => name).join("|");
}

/** A value in one word, for assertions. */
export function sketch(value: Value | undefined): string {
  switch (value?.kind) {
    case undefined:
      return "nothing";
    case "literal":
      return JSON.stringify(value.value);
    case "symbol":
      return value.path;
    case "entity":
      return value.class?.form.name ?? value.type ?? value.origin.how;
    case "tuple":
      return `(${value.items.map(sketch).join(", ")})`;
    case "union":
      return value.options.map(sketch).sort().join(" or ");
    case "closure":
      return `function ${value.form.name ?? "lambda"}`;
    case "class":
      return `class ${value.form.name ?? ""}`;
    case "module":
      return `module ${value.unit.path}`;
    case "super":
    case "pending":
      return value.kind;
  }
}
