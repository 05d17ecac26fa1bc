import type { Expression } from "../../syntax/expressions.js";
import { resampling } from "../../knowledge/supervised-transformers.js";
import { eachExpression } from "../code/visit.js";
import { callsGiving } from "../code/calls-giving.js";
import type { Model } from "../model.js";
import { alternatives, type Entity, type Value } from "../values.js";
import { ancestorsOfHeldOut, isOneSide, type Ancestor } from "./held-out.js";
import { isStackedBelow, original, stackedIn } from "./joins.js";
import { leakCollector, type Leak } from "./leaks.js";
import { lineageOf } from "./lineage.js";
import { viewed } from "./rows.js";
import { usesOfData } from "./uses.js";

/** Every call that multiplies or makes up rows which a split then parts, so that the same ones are on both sides. */
export function resamplesIn(model: Model): readonly Leak[] {
  const found = leakCollector(model);
  const repeated = new Map<number, Ancestor>();
  for (const ancestor of ancestorsOfHeldOut(model)) {
    const { entity, heldOut } = ancestor;
    const sampling = resampledBy(ancestor) ?? drawnBy(ancestor);
    if (sampling !== undefined && !isOneSide(model, sampling.data, heldOut) && !isBootstrap(model, sampling.by))
      found.add(callsGiving(model, sampling.by).at(-1), heldOut);
    const subset = sampling === undefined ? repeatedSubset(entity) : undefined;
    if (subset === undefined || isOneSide(model, subset, heldOut)) continue;
    // Inputs and labels are repeated alike, for one cause.
    const first = repeated.get(heldOut.split.start);
    if (first === undefined || (entity.site?.start ?? 0) < (first.entity.site?.start ?? 0))
      repeated.set(heldOut.split.start, ancestor);
  }
  for (const { entity, heldOut } of repeated.values()) found.add(callsGiving(model, entity).at(-1), heldOut);
  return found.leaks();
}

/** Drawn again and again for an interval around a score: nothing is fitted on it. */
function isBootstrap(model: Model, { origin }: Entity): boolean {
  if (origin.how !== "call" || origin.path !== "sklearn.utils.resample") return false;
  const { call } = origin;
  return !usesOfData(model).some((use) => {
    if (use.kind === "score" || use.kind === "predict" || use.kind === "transform") return false;
    const given = use.target === undefined ? [use.data] : [use.data, use.target];
    return given.some((value) =>
      lineageOf(model, value).some(({ entity }) => entity.origin.how === "call" && entity.origin.call === call),
    );
  });
}

interface Sampling {
  /** What the call gave that drew or made the rows. */
  readonly by: Entity;
  readonly data: Value;
}

function resampledBy(ancestor: Ancestor): Sampling | undefined {
  const data = rowsResampled(ancestor);
  return data === undefined ? undefined : { by: ancestor.entity, data };
}

/** `rows[np.random.choice(rare, 1000)]`, put below the rows. */
function drawnBy({ entity, step }: Ancestor): Sampling | undefined {
  const { origin, from } = entity;
  if (origin.how !== "index" || !isStackedBelow(step)) return undefined;
  const [index] = alternatives(from[1]);
  return index?.kind === "entity" && isDraw(index) ? { by: index, data: viewed(origin.of) } : undefined;
}

/** A draw of positions that may come again. */
function isDraw({ origin }: Entity): boolean {
  if (origin.how !== "call" || isFalse(origin.args.named.get("replace"))) return false;
  return /^numpy\.random\.(choice|randint)$/.test(origin.path ?? "") || origin.method === "choice";
}

/** The rows that a value repeats some of. */
function rowsResampled({ entity, step }: Ancestor): Value | undefined {
  const { origin } = entity;
  if (origin.how !== "call") return undefined;
  const { path, method, receiver, args } = origin;
  const [first] = args.positional;
  if (method !== undefined && resampling.has(method)) return first ?? args.named.get("X");
  if (path === "sklearn.utils.resample") return isFalse(args.named.get("replace")) ? undefined : first;
  if (path !== undefined && /^smogn\.(\w+\.)*smoter$/.test(path)) return first ?? args.named.get("data");
  if (path === "numpy.repeat" && first?.kind !== "literal" && isStackedBelow(step)) return first;
  if (method === "sample" && isTrue(args.named.get("replace"))) return receiver;
  if (method === "apply" && args.positional.some((given) => drawsWithReplacement(given))) return receiver;
  return undefined;
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
  return (
    index?.kind === "entity" && !isDraw(index) && (index.origin.how === "operation" || index.origin.how === "call")
  );
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
