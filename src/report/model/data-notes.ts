import { isModuleType, isOptimizerType, isSchedulerType } from "../../knowledge/torch.js";
import { applying } from "../../knowledge/metrics.js";
import { appliedTo } from "../../semantics/data/estimators.js";
import { perModel } from "../../semantics/code/per-model.js";
import type { DataUse, UseKind } from "../../semantics/data/data-use.js";
import { lineageOf, type Step } from "../../semantics/data/lineage.js";
import { rolesIn, type Role } from "../../semantics/data/roles.js";
import { isFit, placeOf, usesByObjects, usesOfData } from "../../semantics/data/uses.js";
import type { Model } from "../../semantics/model.js";
import { alternatives, type Entity, type Value } from "../../semantics/values.js";
import type { Expression } from "../../syntax/expressions.js";
import { joinWays, type Note } from "./note.js";
import { listNames, nameOf, placeWords, sourceOf } from "./words.js";

/** What is done with rows, at the place that gives them. */
export function useNotes(model: Model): readonly Note[] {
  const notes = usesOfData(model).flatMap((use) => {
    const at = placeOf(model, use) ?? (use.event.unit.path === model.path ? use.event.call : undefined);
    if (at === undefined) return [];
    const text = [useWords(model, use), rolesWords(model, use.roles)].join("; ");
    return [{ at, kind: "use", subject: sourceOf(model.form, at), text, frame: use.event.frame } as const];
  });
  return joinWays(model, notes);
}

const deeds: Readonly<Record<UseKind, string>> = {
  fit: "is fitted on",
  tune: "is chosen by",
  validate: "is fitted and scored on folds of",
  watch: "is watched on",
  transform: "transforms",
  predict: "predicts for",
  score: "is scored on",
};

function useWords(model: Model, { kind, models: [fitted], event, decides }: DataUse): string {
  const what = fitted === undefined ? "a model that is not known" : nameOf(model, fitted);
  const where = event.unit.path === model.path ? "" : ` (${placeWords(model, event.unit, event.call)})`;
  return `${what} ${deeds[kind]} it${where}${decides === true ? ", which decides about training" : ""}`;
}

/** What rows are for, and how that is known. */
export function rolesWords(model: Model, roles: readonly Role[]): string {
  if (roles.length === 0) return "for what its rows are is unknown";
  const words = roles.map(({ purpose, part, split }) => {
    if (part === undefined || split === undefined) return `${purpose} rows by name`;
    return `${purpose} rows, split in ${placeWords(model, part.entity.unit, split)}`;
  });
  return [...new Set(words)].join(" and ");
}

/** Where the rows of a value come from and what becomes of them; nothing for models and other things without rows. */
export function lineageNotes(model: Model, target: Expression, value: Value): readonly Note[] {
  const entities = alternatives(value).filter((option) => option.kind === "entity");
  const subject = sourceOf(model.form, target);
  const note = (text: string): Note => ({ at: target, kind: "data", subject, text });
  const notes: Note[] = [];
  const fits = entities.flatMap((entity) => fitWords(model, entity));
  if (fits.length > 0) notes.push(note(`fitted on ${[...new Set(fits)].join(", on ")}`));
  if (fits.length > 0 || entities.some(hasNoRows)) return notes;
  const roles = rolesIn(model, value);
  if (roles.length > 0) notes.push(note(rolesWords(model, roles)));
  const steps = lineageOf(model, value);
  const from = fromWords(model, steps, new Set<Entity>(entities));
  if (from.length > 0) notes.push(note(`made from ${from.join(" ← ")}`));
  for (const entity of entities) notes.push(...appliedNotes(model, entity, note));
  const uses = usesOf(model, entities);
  if (uses.length > 0) notes.push(note(`used: ${uses.join(", ")}`));
  return notes;
}

function hasNoRows({ type, class: owner }: Entity): boolean {
  if (type === undefined) return owner !== undefined;
  return isModuleType(type) || isOptimizerType(type) || isSchedulerType(type);
}

/** What stands in the code as it is, and what counts, says nothing of rows. */
function isPlain({ origin, items }: Entity): boolean {
  if (origin.how === "call") return origin.path !== undefined && /^builtins\.(range|len)$/.test(origin.path);
  return origin.how === "container" && items !== undefined && items.every(({ kind }) => kind === "literal");
}

const mostShown = 6;

function fromWords(model: Model, steps: readonly Step[], own: ReadonlySet<Entity>): readonly string[] {
  const words = new Set<string>();
  const shown = steps.filter(({ entity }) => !own.has(entity) && !hasNoRows(entity) && !isPlain(entity));
  for (const [index, { entity }] of shown.entries()) {
    // Long ways are counted and not spelled out.
    if (words.size === mostShown) return [...words, `${shown.length - index} more`];
    const { site, unit } = entity;
    const name = nameOf(model, entity);
    words.add(site === undefined ? name : `${name} (${placeWords(model, unit, site)})`);
  }
  return [...words];
}

/** The rows that an estimator is fitted on. */
function fitWords(model: Model, entity: Entity): readonly string[] {
  return [...(aboutEntities(model).fits.get(entity) ?? [])];
}

function appliedNotes(model: Model, entity: Entity, note: (text: string) => Note): readonly Note[] {
  const applied = appliedTo(entity);
  if (applied === undefined || !applying.has(applied.method)) return [];
  const { receiver, method } = applied;
  const fitted = [...new Set(fitWords(model, receiver))];
  const on = fitted.length === 0 ? "of which no fit is in sight" : `fitted on ${fitted.join(", on ")}`;
  return [note(`\`.${method}()\` of ${nameOf(model, receiver)}, ${on}`)];
}

function usesOf(model: Model, entities: readonly Entity[]): readonly string[] {
  const { uses } = aboutEntities(model);
  return [...new Set(entities.flatMap((entity) => [...(uses.get(entity) ?? [])]))];
}

interface AboutEntities {
  /** What an object is fitted on. */
  readonly fits: ReadonlyMap<Entity, ReadonlySet<string>>;
  /** What is done with the rows of an object. */
  readonly uses: ReadonlyMap<Entity, ReadonlySet<string>>;
}

const aboutEntities = perModel((model): AboutEntities => {
  const fits = new Map<Entity, Set<string>>();
  for (const { object, use } of usesByObjects(model).filter(({ use }) => isFit(use))) {
    const { data, event, roles } = use;
    const role = roles.length === 0 ? "" : `, ${rolesWords(model, roles)}`;
    note(fits, object, `${listNames(model, data)} (${placeWords(model, event.unit, event.call)}${role})`);
  }
  const uses = new Map<Entity, Set<string>>();
  for (const { kind, event, data } of usesOfData(model)) {
    const words = `${kind} (${placeWords(model, event.unit, event.call)})`;
    for (const { entity } of lineageOf(model, data)) note(uses, entity, words);
  }
  return { fits, uses };
});

function note(into: Map<Entity, Set<string>>, entity: Entity, words: string): void {
  into.set(entity, (into.get(entity) ?? new Set<string>()).add(words));
}
