import type { Model } from "../model.js";
import { freezingsOf, type Freezing } from "./freezing.js";
import { holds } from "./modules.js";
import type { MadeOptimizer } from "./optimizers.js";
import { sharedLoop, updatesOf } from "./training-loop.js";

/** The freezing of parameters that an optimizer was given with all others, while it steps. */
export function frozenGiven(model: Model, made: MadeOptimizer): Freezing | undefined {
  return freezingsOf(model).find(
    (freezing) => freezing.wants !== true && isInForce(model, made, freezing) && isGiven(model, made, freezing),
  );
}

/** Does an optimizer hold frozen layers on purpose, because they are thawed while it trains? */
export function thawsLater(model: Model, made: MadeOptimizer): boolean {
  return freezingsOf(model).some(
    (freezing) =>
      freezing.wants !== false &&
      (freezing.position > made.position ||
        freezing.sources.some(({ part }) => part !== "some" && isWhole(made, freezing))) &&
      (isGiven(model, made, freezing) || freezing.sources.length === 0),
  );
}

/** An optimizer that has made its last step when they are frozen does not move them. */
function isInForce(model: Model, { optimizer, position }: MadeOptimizer, freezing: Freezing): boolean {
  if (freezing.position < position) return true;
  const steps = updatesOf(model).filter((update) => update.optimizer === optimizer);
  return (
    steps.length === 0 ||
    steps.some(({ order, event }) => order > freezing.position || sharedLoop(event, freezing) !== undefined)
  );
}

/** Does the optimizer get all parameters of what is frozen, or of what holds it? */
function isGiven(model: Model, { parameters }: MadeOptimizer, { sources }: Freezing): boolean {
  return parameters.sources.some(
    ({ module, part }) => part === "all" && sources.some((source) => holds(model, module, source.module)),
  );
}

function isWhole({ parameters }: MadeOptimizer, { sources, wants }: Freezing): boolean {
  return wants === true && parameters.sources.some(({ module }) => sources.some((source) => source.module === module));
}
