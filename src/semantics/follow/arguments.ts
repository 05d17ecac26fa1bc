import type { Call } from "../../syntax/expressions.js";
import type { Environment } from "./environment.js";
import { evaluate } from "./evaluate.js";
import type { Run } from "./run.js";
import { noNames, type CallArguments, type Entity, type Value } from "../values.js";

/** What a call is given: stars are spread as far as it is known what they hold. */
export function evaluateArguments(run: Run, scope: Environment, expression: Call): CallArguments {
  const positional: Value[] = [];
  let named: Map<string, Value> | undefined;
  let open = false;
  let stars: { spread?: Value[]; keyed?: Value[] } | undefined;
  for (const arg of expression.args) {
    const value = evaluate(run, scope, arg.value);
    if (arg.spread === "sequence" && value.kind === "tuple") positional.push(...value.items);
    else if (arg.spread !== "none") {
      open = true;
      ((stars ??= {})[arg.spread === "sequence" ? "spread" : "keyed"] ??= []).push(value);
    } else if (arg.name !== undefined) (named ??= new Map<string, Value>()).set(arg.name, value);
    else positional.push(value);
    if (arg.spread === "mapping" && value.kind === "entity")
      spreadFields(run, value, (named ??= new Map<string, Value>()));
  }
  const plain = { positional, named: named ?? noNames, open };
  return stars === undefined ? plain : { ...plain, ...stars };
}

function spreadFields(run: Run, value: Entity, named: Map<string, Value>): void {
  for (const [key, place] of value.fields) {
    const field = key.startsWith("[") ? run.store.value(place) : undefined;
    if (field !== undefined) named.set(key.slice(1, -1), field);
  }
}
