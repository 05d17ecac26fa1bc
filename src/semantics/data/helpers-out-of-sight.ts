import type { CallEvent } from "../follow/run.js";

/** What a function from a file that is not there does, by its name: `evaluate(model, loader)` is taken at its word. */
export function helperOutOfSight({ call, entered, path, callee }: CallEvent): "fit" | "score" | undefined {
  if (callee?.kind === "class" || (callee?.kind === "closure" && entered)) return undefined;
  if (path !== undefined && /^(builtins|numpy|pandas|torch|sklearn|keras|tensorflow)\./.test(path)) return undefined;
  const called = call.callee;
  const name = called.kind === "Name" ? called.id : called.kind === "Attribute" ? called.name : "";
  if (training.test(name)) return "fit";
  return scoring.test(name) ? "score" : undefined;
}

const unit = "(_(one|single|an?))?(_?(epoch|model|loop|step|net|network|fn|accuracy|batch))?$";
const training = new RegExp(`^(do_|run_)?(train|fit|training)${unit}`, "i");
const scoring = new RegExp(
  `^(do_|run_|get_|compute_|calc(ulate)?_|check_)?(evaluate|evaluation|eval|test|validate|validation|score|infer|acc|accuracy|metrics?)${unit}`,
  "i",
);
