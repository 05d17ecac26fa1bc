import type { Environment } from "./environment.js";
import type { Frame, Run } from "./run.js";
import type { Closure, Value } from "../values.js";

export function closure(run: Run, scope: Environment, form: Closure["form"]): Closure {
  return {
    kind: "closure",
    form,
    environment: scope,
    unit: run.frame.unit,
    owner: scope.owner,
    self: undefined,
    decorators: [],
  };
}

/** A function without a name of its own. In TypeScript whoever keeps it may call it, and an arrow keeps its object. */
export function anonymous(run: Run, scope: Environment, form: Closure["form"]): Closure {
  const made = closure(run, scope, form);
  const { unit } = run.frame;
  if (unit.form.language === "python") return made;
  const bound = form.isLambda ? { ...made, self: thisValue(run) } : made;
  if (unit === run.main) run.inner.push(bound);
  return bound;
}

/** The object of the innermost method; arrow functions inside it share it. */
export function thisValue(run: Run): Value | undefined {
  for (let frame: Frame | undefined = run.frame; frame !== undefined; frame = frame.caller) {
    if (frame.closure?.self !== undefined) return frame.closure.self;
  }
  return undefined;
}
