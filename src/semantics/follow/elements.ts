import type { Expression } from "../../syntax/expressions.js";
import { iterates } from "../../knowledge/python.js";
import { contentsOf, makeEntity, type Run } from "./run.js";
import { joinValues, type Entity, type Value } from "../values.js";

/** What one step of an iteration over a value gives. */
export function elementOf(run: Run, value: Value, site: Expression): Value {
  if (value.kind === "tuple") return joinAll(value.items) ?? unknownElement(run, value, site);
  if (value.kind === "union") return value.options.map((option) => elementOf(run, option, site)).reduce(joinValues);
  if (value.kind !== "entity") return unknownElement(run, value, site);
  const contents = contentsOf(run, value);
  if (value.origin.how === "container") {
    const known = joinAll([...(value.items ?? []), ...(contents === undefined ? [] : [contents])]);
    return known ?? unknownElement(run, value, site);
  }
  return iteratorElement(run, value, site) ?? unknownElement(run, value, site);
}

/** `enumerate`, `zip`, progress bars and the like: what they yield in terms of what they were given. */
function iteratorElement(run: Run, value: Entity, site: Expression): Value | undefined {
  const { origin } = value;
  if (origin.how !== "call") return undefined;
  const inner = (given: Value): Value => elementOf(run, given, site);
  if (origin.method === "items" && origin.receiver !== undefined && origin.args.positional.length === 0) {
    return {
      kind: "tuple",
      items: [makeEntity(run, { how: "unknown" }, site, []), fieldValues(run, origin.receiver, site)],
    };
  }
  if (origin.method === "values" && origin.receiver !== undefined) return fieldValues(run, origin.receiver, site);
  switch (origin.path === undefined ? undefined : iterates.get(origin.path)) {
    case "same": {
      const given = origin.args.positional[0] ?? origin.args.named.get("iterable");
      return given === undefined ? undefined : inner(given);
    }
    case "counted": {
      const given = origin.args.positional[0];
      return given === undefined
        ? undefined
        : { kind: "tuple", items: [makeEntity(run, { how: "unknown" }, site, []), inner(given)] };
    }
    case "parallel":
      return origin.args.open ? undefined : { kind: "tuple", items: origin.args.positional.map(inner) };
    default:
      return undefined;
  }
}

/** The values of a dict. */
function fieldValues(run: Run, dict: Value, site: Expression): Value {
  if (dict.kind !== "entity") return unknownElement(run, dict, site);
  const values: Value[] = [];
  for (const [name, place] of dict.fields) {
    const value = name.startsWith("[") ? run.store.value(place) : undefined;
    if (value !== undefined) values.push(value);
  }
  const contents = values.length === 0 ? contentsOf(run, dict) : undefined;
  return joinAll(values) ?? contents ?? unknownElement(run, dict, site);
}

function joinAll(values: readonly Value[]): Value | undefined {
  return values.length === 0 ? undefined : values.reduce(joinValues);
}

function unknownElement(run: Run, of: Value, site: Expression): Value {
  return makeEntity(run, { how: "element", of, index: undefined }, site, [of]);
}
