import type { Call } from "../../syntax/expressions.js";
import { eachElement, mapsElements } from "../../knowledge/script-globals.js";
import { addContents } from "./assign.js";
import { elementOf } from "./elements.js";
import { call, canEnter } from "./enter.js";
import { moduleValue } from "./imports.js";
import { runCallbacks } from "./library-calls.js";
import { makeEntity, type Run } from "./run.js";
import { noArguments, type CallArguments, type Closure, type Entity, type Value } from "../values.js";

/** A method of a promise or an array that calls what it is given with something that is known; undefined for others. */
export function scriptMethod(
  run: Run,
  receiver: Entity,
  method: string,
  args: CallArguments,
  site: Call,
): Value | undefined {
  const [step] = args.positional;
  if (step?.kind !== "closure" || run.frame.unit.form.language !== "typescript" || !canEnter(run, step))
    return undefined;
  if (method === "then") {
    const given = callWith(run, step, receiver, site);
    runCallbacks(run, { ...args, positional: args.positional.slice(1) }, site);
    return settled(run, given, receiver, site);
  }
  if (method === "catch" || method === "finally") {
    runCallbacks(run, args, site);
    return receiver;
  }
  if (!eachElement.has(method) || !isArray(receiver)) return undefined;
  const given = callWith(run, step, elementOf(run, receiver, site), site);
  if (!mapsElements.has(method)) return settled(run, { kind: "literal", value: null }, receiver, site);
  const made = makeEntity(run, { how: "container" }, site, [given], { type: "builtins.list" });
  addContents(run, made, given);
  return made;
}

/** An array, or what may be one: what a library gives, like a dataset, has a `map` of its own. */
function isArray({ type, origin }: Entity): boolean {
  if (type !== undefined) return type === "builtins.list";
  if (origin.how !== "call" || origin.receiver?.kind !== "entity")
    return origin.how !== "call" || origin.path === undefined;
  return origin.path === undefined && isArray(origin.receiver);
}

function callWith(run: Run, step: Closure, given: Value, site: Call): Value {
  return call(run, step, { ...noArguments, positional: [given], open: true }, site);
}

/** A function that hands nothing back leaves a promise of nothing, which is an object all the same. */
function settled(run: Run, given: Value, receiver: Entity | undefined, site: Call): Value {
  return given.kind === "literal"
    ? makeEntity(run, { how: "unknown" }, site, receiver === undefined ? [] : [receiver])
    : given;
}

/** What some functions of the language and of tfjs hand back, which they were given or were handed by a function; undefined for others. */
export function scriptResult(run: Run, path: string, args: CallArguments, site: Call): Value | undefined {
  const [first] = args.positional;
  switch (path) {
    case "globals.require":
    case "globals.import":
      return first?.kind === "literal" && typeof first.value === "string"
        ? moduleValue(run, first.value, path === "globals.require")
        : undefined;
    case "globals.Promise.resolve":
    case "globals.Promise.all":
    case "@tensorflow/tfjs.keep":
      return first;
    case "@tensorflow/tfjs.tidy":
      return tidied(run, args, site);
    default:
      return undefined;
  }
}

/** `tf.tidy(() => ...)` and `tf.tidy("name", () => ...)` give what the function gives. */
function tidied(run: Run, args: CallArguments, site: Call): Value | undefined {
  const step = args.positional.at(-1);
  if (step?.kind !== "closure" || !canEnter(run, step)) return undefined;
  const given = call(run, step, noArguments, site);
  return settled(run, given, undefined, site);
}
