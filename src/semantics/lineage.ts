import type { Model } from "./model.js";
import { alternatives, type Entity, type Value } from "./values.js";

/** A place in the lineage graph, with the way that led to it from where the walk began. */
export interface Step {
  readonly entity: Entity;
  /** The step nearer to the start; undefined at the start. */
  readonly below: Step | undefined;
}

/** Walks are cut here: generated and very long programs are not worth more. */
const mostSteps = 600;

/** Everything that a value's rows come from, itself first. Shapes, lengths and fitted objects carry no rows. */
export function lineageOf(model: Model, value: Value | undefined): readonly Step[] {
  const steps: Step[] = [];
  const seen = new Set<Entity>();
  const push = (from: Value, below: Step | undefined): void => {
    for (const entity of alternatives(from)) {
      if (entity.kind === "tuple") for (const item of entity.items) push(item, below);
      if (entity.kind !== "entity" || seen.has(entity) || steps.length >= mostSteps) continue;
      seen.add(entity);
      steps.push({ entity, below });
    }
  };
  if (value !== undefined) push(value, undefined);
  for (let next = 0; next < steps.length; next++) {
    const step = steps[next]!;
    for (const source of sourcesOf(model, step)) push(source, step);
  }
  return steps;
}

/** The lineage graph's edges at one place: what the rows of a value were made from. */
function sourcesOf(model: Model, { entity, below }: Step): readonly Value[] {
  return [...ownSources(entity), ...heldSources(model, entity, below)];
}

function ownSources(entity: Entity): readonly Value[] {
  const { origin } = entity;
  switch (origin.how) {
    case "attribute":
      return aboutRows.has(origin.name) ? [] : [origin.of];
    case "index":
    case "slice":
    case "element":
      return [origin.of];
    case "call":
      if (origin.path !== undefined && withoutRows.has(origin.path)) return [];
      // What a fitted object gives has the rows that it was given, not those it was fitted on.
      if (origin.method !== undefined && appliesFitted.has(origin.method)) return argumentsOf(entity);
      return entity.from;
    case "parameter":
    case "instance":
    case "operation":
    case "container":
    case "unknown":
      return entity.from;
  }
}

/** What was written into a frame or list, as long as it was before the value below was made. */
function heldSources(model: Model, entity: Entity, below: Step | undefined): readonly Value[] {
  if (entity.class !== undefined) return [];
  const until = below?.entity.id ?? Infinity;
  const views = ["loc", "iloc", "values"].flatMap((name) => {
    const view = entity.fields.get(name)?.initial;
    return typeof view === "object" && view.kind === "entity" ? [view] : [];
  });
  return [entity, ...views]
    .flatMap((holder) => [...model.heldBy(holder)])
    .filter((value) => alternatives(value).some((option) => option.kind === "entity" && option.id < until));
}

export function argumentsOf(entity: Entity): readonly Value[] {
  const { origin } = entity;
  return origin.how === "call" ? [...origin.args.positional, ...origin.args.named.values()] : [];
}

/** Attributes that tell about rows without holding any. */
const aboutRows = new Set(["shape", "columns", "index", "dtypes", "dtype", "size", "ndim", "name"]);
const withoutRows = new Set(["builtins.len", "builtins.range", "builtins.type", "builtins.isinstance"]);
const appliesFitted = new Set([
  "transform",
  "fit_transform",
  "inverse_transform",
  "predict",
  "predict_proba",
  "decision_function",
]);

/** Do all rows of `part` of the program's data also stand in `whole`'s lineage: is a value that keeps every row of the one an ancestor of the other? */
export function sharesAllRows(model: Model, one: Value, other: Value): boolean {
  const ancestors = new Set<unknown>(lineageOf(model, other).map((step) => step.entity));
  if (other.kind === "symbol") ancestors.add(other.path);
  return alternatives(one).every((option) => keepsRowsOf(option, ancestors, 0));
}

function keepsRowsOf(value: Value, ancestors: ReadonlySet<unknown>, depth: number): boolean {
  if (value.kind === "symbol") return ancestors.has(value.path);
  if (value.kind !== "entity" || depth > 20) return false;
  if (ancestors.has(value)) return true;
  return rowKeepingSources(value).some((source) =>
    alternatives(source).some((option) => keepsRowsOf(option, ancestors, depth + 1)),
  );
}

/** The sources of which a value has every row. */
function rowKeepingSources(entity: Entity): readonly Value[] {
  const { origin } = entity;
  switch (origin.how) {
    case "attribute":
      return aboutRows.has(origin.name) || origin.name === "loc" || origin.name === "iloc" ? [] : [origin.of];
    case "index":
      return choosesColumns(entity) ? [origin.of] : [];
    case "slice":
      return origin.by.kind === "Sequence" && isEverything(origin.by.items[0]) ? [viewed(origin.of)] : [];
    case "call": {
      if (origin.method !== undefined && appliesFitted.has(origin.method)) return argumentsOf(entity);
      if (origin.receiver !== undefined && origin.method !== undefined && keepsRows.has(origin.method))
        return [origin.receiver];
      if (origin.method === "drop" && origin.receiver !== undefined && dropsColumns(entity)) return [origin.receiver];
      return origin.path !== undefined && keepingFunctions.test(origin.path) ? argumentsOf(entity) : [];
    }
    case "operation":
    case "container":
      return entity.from;
    case "parameter":
    case "instance":
    case "element":
    case "unknown":
      return [];
  }
}

/** `frame.loc[...]` looks at the frame itself. */
export function viewed(value: Value): Value {
  const [only, ...others] = alternatives(value);
  if (only?.kind !== "entity" || others.length > 0 || only.origin.how !== "attribute") return value;
  return ["loc", "iloc", "values"].includes(only.origin.name) ? only.origin.of : value;
}

function isEverything(expression: { readonly kind: string } | undefined): boolean {
  return (
    expression?.kind === "Slice" &&
    !("lower" in expression && expression.lower !== undefined) &&
    !("upper" in expression && expression.upper !== undefined)
  );
}

/** `frame["a"]`, `frame[["a", "b"]]`, `frame[FEATURES]`: columns, where a mask or positions would choose rows. */
function choosesColumns(entity: Entity): boolean {
  const index = entity.from[1];
  if (index === undefined) return false;
  return alternatives(index).every((option) => {
    if (option.kind === "literal") return typeof option.value === "string";
    if (option.kind !== "entity") return false;
    if (option.items !== undefined)
      return option.items.every((item) => item.kind === "literal" && typeof item.value === "string");
    // A list that a comprehension makes of a frame's columns, and what a frame's `columns` were cut down to.
    return option.type === "builtins.list" || comesFromColumns(option, 0);
  });
}

function comesFromColumns(entity: Entity, depth: number): boolean {
  if (entity.origin.how === "attribute" && entity.origin.name === "columns") return true;
  return (
    depth < 6 &&
    entity.from.some((source) =>
      alternatives(source).some((option) => option.kind === "entity" && comesFromColumns(option, depth + 1)),
    )
  );
}

function dropsColumns(entity: Entity): boolean {
  const { origin } = entity;
  if (origin.how !== "call") return false;
  const axis = origin.args.named.get("axis") ?? origin.args.positional[1];
  if (origin.args.named.has("columns")) return true;
  return axis?.kind === "literal" && (axis.value === 1 || axis.value === "columns");
}

const keepsRows = new Set([
  "astype",
  "copy",
  "fillna",
  "to_numpy",
  "reshape",
  "assign",
  "rename",
  "apply",
  "applymap",
  "map",
  "replace",
  "toarray",
  "todense",
  "to",
  "float",
  "reset_index",
  "clip",
  "squeeze",
  "ravel",
  "flatten",
  "ffill",
  "bfill",
  "interpolate",
  "join",
  "select_dtypes",
  "get",
  "pop",
  "tocsr",
  "tolist",
  "to_frame",
]);
const keepingFunctions =
  /^(numpy\.(array|asarray|hstack|column_stack|log\w*|sqrt|nan_to_num|reshape|squeeze|expand_dims|float\w*|c_|ravel|abs)|pandas\.(DataFrame|Series|get_dummies|to_numeric)|builtins\.(list|tuple)|torch\.(tensor|from_numpy|as_tensor|FloatTensor))$/;
