import { applying, predicting } from "../../knowledge/metrics.js";
import { leavesOut, writtenColumns } from "./columns.js";
import { keepsInPlace } from "./frame-columns.js";
import type { Model } from "../model.js";
import { derivesFrom } from "../follow/attributes.js";
import { alternatives, type Entity, type UserClass, type Value } from "../values.js";
import { spend } from "../code/work.js";
import { perModel } from "../code/per-model.js";

/** A place in the lineage graph, with the way that led to it from where the walk began. */
export interface Step {
  readonly entity: Entity;
  /** The step nearer to the start; undefined at the start. */
  readonly below: Step | undefined;
}

/** Walks are cut here: generated and very long programs are not worth more. */
const mostSteps = 300;

/**
 * Everything that a value's rows come from, itself first. Shapes, lengths and fitted objects carry no rows. Whoever looks for
 * something may say where it cannot be.
 */
export function lineageOf(
  model: Model,
  value: Value | undefined,
  leadsOn?: (entity: Entity) => boolean,
): readonly Step[] {
  if (value === undefined) return [];
  if (leadsOn !== undefined) return walk(model, value, leadsOn);
  const known = walks(model);
  let found = known.get(value);
  if (found === undefined) {
    const { left } = model.work;
    const steps = walk(model, value, () => true);
    found = { steps, cost: left - model.work.left };
    known.set(value, found);
  } else {
    // Whoever asks next looks at every step as well, and must not depend on whether others asked before.
    spend(model, found.cost);
  }
  return found.steps;
}

/** Many rules ask where the same rows come from. */
const walks = perModel(() => new Map<Value, { readonly steps: readonly Step[]; readonly cost: number }>());

function walk(model: Model, value: Value, leadsOn: (entity: Entity) => boolean): readonly Step[] {
  const steps: Step[] = [];
  const seen = new Set<Entity>();
  const push = (from: Value, below: Step | undefined): void => {
    for (const entity of alternatives(from)) {
      if (entity.kind === "tuple") for (const item of entity.items) push(item, below);
      if (entity.kind !== "entity" || seen.has(entity) || steps.length >= mostSteps || !leadsOn(entity)) continue;
      seen.add(entity);
      steps.push({ entity, below });
    }
  };
  push(value, undefined);
  for (let next = 0; next < steps.length; next++) {
    const step = steps[next]!;
    for (const source of sourcesOf(model, step)) push(source, step);
  }
  spend(model, steps.length);
  return steps;
}

/** The lineage graph's edges at one place: what the rows of a value were made from; with no way to it, all there may be. */
export function sourcesOf(model: Model, { entity, below }: Step): readonly Value[] {
  const held = heldSources(model, entity, below);
  const own = ownSources(entity);
  return held.length === 0 ? own : own.length === 0 ? held : [...own, ...held];
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
  if (entity.class !== undefined && !isDataset(entity.class)) return [];
  const written = writtenInto(model, entity);
  spend(model, written.length);
  if (below === undefined || written.length === 0) return written;
  const until = below.entity.id;
  return written
    .filter((value) => alternatives(value).some((option) => option.kind === "entity" && option.id < until))
    .filter((value) => !isLeftOut(model, entity, below.entity, value) && !isBeside(model, entity, below.entity, value));
}

/** `args.batch_size` has nothing of what was put into `args.test_path`. */
function isBeside(model: Model, holder: Entity, { origin }: Entity, value: Value): boolean {
  if (origin.how !== "attribute") return false;
  const names = attributesWritten(model).get(holder)?.get(value);
  return names !== undefined && !names.has(origin.name);
}

/** By object and value, the attributes that it was put into. */
const attributesWritten = perModel((model) => {
  const found = new Map<Entity, Map<Value, Set<string>>>();
  for (const { owner, target, name, value } of model.writes) {
    if (target.kind !== "Attribute") continue;
    const values = found.get(owner) ?? new Map<Value, Set<string>>();
    found.set(owner, values.set(value, (values.get(value) ?? new Set()).add(name)));
  }
  return found;
});

/** What was ever written into a frame or list, through its views as well. */
export function writtenInto(model: Model, entity: Entity): readonly Value[] {
  const held = [...model.heldBy(entity)];
  if (entity.fields.size === 0) return held;
  for (const name of ["loc", "iloc", "values"]) {
    const view = entity.fields.get(name)?.initial;
    if (typeof view === "object" && view.kind === "entity") held.push(...model.heldBy(view));
  }
  return held;
}

/** Objects that hand out rows by their number have the rows that were put into them. */
function isDataset(owner: UserClass): boolean {
  return (
    owner.members.cells.has("__getitem__") ||
    owner.members.cells.has("__iter__") ||
    derivesFrom(owner, (path) => /^(torch\.utils\.data|torch_geometric\.data|keras\.utils)\./.test(path))
  );
}

/** Was it written to a column that the step below does not take, or that was dropped before? */
function isLeftOut(model: Model, holder: Entity, below: Entity, value: Value): boolean {
  const columns =
    value.kind === "entity" && value.site !== undefined ? writtenColumns(model).get(value.site) : undefined;
  if (columns === undefined) return false;
  return (
    leavesOut(model, below, columns) ||
    columns.every((name) => !keepsInPlace(model, holder, { frame: holder, name }, below.id))
  );
}

export function argumentsOf(entity: Entity): readonly Value[] {
  const { origin } = entity;
  return origin.how === "call" ? [...origin.args.positional, ...origin.args.named.values()] : [];
}

/** Attributes that tell about rows without holding any. */
export const aboutRows = new Set(["shape", "columns", "index", "dtypes", "dtype", "size", "ndim", "name"]);
const withoutRows = new Set(["builtins.len", "builtins.range", "builtins.type", "builtins.isinstance"]);
/** Methods by which a fitted object gives something for the rows it is handed. */
export const appliesFitted: ReadonlySet<string> = new Set([...applying, ...predicting, "inverse_transform"]);
