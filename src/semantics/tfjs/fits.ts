import { givesTfjsModel, isTfjsModelType, scoresTfjsModel, tfjsFits } from "../../knowledge/tfjs.js";
import type { Call } from "../../syntax/expressions.js";
import { calledPaths } from "../code/called-paths.js";
import { perModel } from "../code/per-model.js";
import { uniqueCalls } from "../code/unique.js";
import type { CallEvent } from "../follow/run.js";
import { alternatives, type Value } from "../values.js";

/** A call that trains a layers model. */
export interface TfjsFit {
  readonly event: CallEvent;
  /** Are rows held out to validate on? Undefined where options out of sight may say so. */
  readonly validates: boolean | undefined;
}

/** Every fit of a model of tfjs. */
export const tfjsFitsOf = perModel((model): readonly TfjsFit[] =>
  uniqueCalls(model.calls.filter(isTfjsFit)).map((event) => ({ event, validates: validates(event) })),
);

/** Is a model scored anywhere: in the file, or by a function of another one that it is handed to? */
export const isModelScored = perModel(
  (model) =>
    calledPaths(model.form).some(({ path }) => scoresTfjsModel(path)) ||
    model.allCalls.some(({ method }) => method !== undefined && scoresTfjsModel(`.${method}`)),
);

/** Does a call train a layers model? */
export function isTfjsFit({ method, receiver, call }: CallEvent): boolean {
  return method !== undefined && tfjsFits.has(method) && (alternatives(receiver).some(isTfjsModel) || hasEpochs(call));
}

/** Made by tfjs, annotated as a model of it, or compiled like one. */
export function isTfjsModel(value: Value): boolean {
  if (value.kind !== "entity") return false;
  if (value.type !== undefined && isTfjsModelType(value.type)) return true;
  if (value.origin.how === "call" && value.origin.path !== undefined && givesTfjsModel(value.origin.path)) return true;
  return value.class === undefined && value.methodsCalled.has("compile");
}

/** In a file that uses tfjs, what is fitted for a number of epochs is one of its models. */
function hasEpochs(call: Call): boolean {
  return call.args.some(
    ({ value }) =>
      value.kind === "Mapping" &&
      value.entries.some(
        ({ key }) =>
          (key?.kind === "Name" && key.id === "epochs") || (key?.kind === "Literal" && key.value === "epochs"),
      ),
  );
}

function validates({ method, args, call }: CallEvent): boolean | undefined {
  const position = tfjsFits.get(method ?? "") ?? 0;
  if (call.args.some(({ spread }) => spread !== "none")) return undefined;
  const options = args.positional[position];
  if (options === undefined) return call.args.length === position ? false : undefined;
  const answers = new Set(alternatives(options).map(asksForValidation));
  return answers.size === 1 ? [...answers][0] : undefined;
}

/** Only options that an object literal lists are known to the last key; one may be added later under a name of its own. */
function asksForValidation(options: Value): boolean | undefined {
  if (options.kind !== "entity") return undefined;
  if ([...options.fields.keys()].some((name) => name.startsWith("validation"))) return true;
  if (options.origin.how !== "container" || options.site?.kind !== "Mapping") return undefined;
  const isListed = options.site.entries.every(({ key }) => key?.kind === "Name" || key?.kind === "Literal");
  return isListed ? false : undefined;
}
