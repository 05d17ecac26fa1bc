import type { Expression } from "../../syntax/expressions.js";
import { resampling } from "../../knowledge/supervised-transformers.js";
import { eachExpression } from "../code/visit.js";
import { eventsByResult } from "../code/call-in-file.js";
import type { Model } from "../model.js";
import type { Entity, Value } from "../values.js";
import { ancestorsOfHeldOut, isOneSide, type Ancestor } from "./held-out.js";
import { isStackedBelow, original, stackedIn } from "./joins.js";
import { leakCollector, type Leak } from "./leaks.js";

/** Every call that multiplies or makes up rows which a split then parts, so that the same ones are on both sides. */
export function resamplesIn(model: Model): readonly Leak[] {
  const found = leakCollector(model);
  for (const ancestor of ancestorsOfHeldOut(model)) {
    const data = resampledBy(ancestor);
    if (data === undefined || isOneSide(model, data, ancestor.heldOut)) continue;
    found.add(eventsByResult(model).get(ancestor.entity), ancestor.heldOut);
  }
  return found.leaks();
}

/** The rows that a value repeats some of. */
function resampledBy({ entity, step }: Ancestor): Value | undefined {
  const { origin } = entity;
  if (origin.how !== "call") return undefined;
  const { path, method, receiver, args } = origin;
  const [first] = args.positional;
  if (method !== undefined && resampling.has(method)) return first ?? args.named.get("X");
  if (path === "sklearn.utils.resample") return isFalse(args.named.get("replace")) ? undefined : first;
  if (path !== undefined && /^smogn\.(\w+\.)*smoter$/.test(path)) return first ?? args.named.get("data");
  if (path === "numpy.repeat" && isStackedBelow(step)) return first;
  if (method === "sample" && isTrue(args.named.get("replace"))) return receiver;
  if (method === "apply" && args.positional.some((given) => drawsWithReplacement(given))) return receiver;
  return repeatedSubset(entity);
}

/** `pd.concat([rows] + [rare] * 5)` with `rare` being some of the rows. */
function repeatedSubset(entity: Entity): Value | undefined {
  const members = stackedIn(entity).map((member) => original(member));
  return members.find(
    (member, index) =>
      isSubset(member) &&
      (members.indexOf(member) !== index || members.some((other) => other !== member && isTakenFrom(member, other))),
  );
}

/** Rows that a mask or a query chose. */
function isSubset(value: Value): value is Entity {
  if (value.kind !== "entity") return false;
  const { origin } = value;
  if (origin.how === "call") return origin.method === "query";
  if (origin.how !== "index") return false;
  const index = value.from[1];
  return index?.kind === "entity" && (index.origin.how === "operation" || index.origin.how === "call");
}

function isTakenFrom(subset: Entity, other: Value): boolean {
  const { origin } = subset;
  const source = origin.how === "index" ? origin.of : origin.how === "call" ? origin.receiver : undefined;
  if (source === undefined) return false;
  const holder = source.kind === "entity" && source.origin.how === "attribute" ? source.origin.of : source;
  return original(holder) === other;
}

/** `lambda group: group.sample(size, replace=True)`. */
function drawsWithReplacement(given: Value): boolean {
  if (given.kind !== "closure") return false;
  let found = false;
  eachExpression(given.form.body, (expression: Expression) => {
    if (expression.kind !== "Call" || expression.callee.kind !== "Attribute" || expression.callee.name !== "sample")
      return;
    found ||= expression.args.some(
      ({ name, value }) => name === "replace" && value.kind === "Literal" && value.value === true,
    );
  });
  return found;
}

function isTrue(value: Value | undefined): boolean {
  return value?.kind === "literal" && value.value === true;
}

function isFalse(value: Value | undefined): boolean {
  return value?.kind === "literal" && value.value === false;
}
