import { isFoldSplitter } from "../../knowledge/sklearn.js";
import type { Model } from "../model.js";
import { columnNames } from "./column-names.js";
import { columnsOf } from "./column-values.js";
import { wayOfColumn } from "./frame-columns.js";
import { lineageOf } from "./lineage.js";
import { isIdName } from "./id-names.js";
import { idsBesideRows, severalForEach, type RepeatedGroup } from "./rows-for-each.js";
import { partsIn } from "./splits.js";
import { splitOfPart, splitsOf, type Split } from "./split-events.js";
import { collapses, isRegrouped } from "./time-order.js";
import { alternatives, argument, type Entity, type Value } from "../values.js";
import { perModel } from "../code/per-model.js";

/** What shows that a split may put rows of one group on both sides. */
export function repeatedGroup(model: Model, split: Split): RepeatedGroup | undefined {
  if (!model.mentions(idWord) || isInsideGroups(model, split)) return undefined;
  const rows = rowsOf(model, split.data);
  if (rows.size === 0) return undefined;
  const group =
    groupedElsewhere(model, rows) ??
    groupsGiven(model, rows) ??
    severalForEach(model, rows) ??
    idsBesideRows(model, rows, split.stratify);
  if (group === undefined || isMeantToBeOnBothSides(model, split, group.id)) return undefined;
  return group;
}

const idWord =
  /patient|user|subject|session|speaker|customer|client|participant|person|student|driver|household|device|machine|recording|video|animal|writer|author|_id|Id\b|ID\b|pid\b|uid\b|sid\b|group/;

/** Everything with the rows that are split, each row of its own: not what has one row for each group. */
function rowsOf(model: Model, data: readonly Value[]): ReadonlySet<Entity> {
  const found = new Set<Entity>();
  for (const value of data) {
    for (const step of lineageOf(model, value)) {
      if (!isRegrouped(step) && !collapses(step.entity)) found.add(step.entity);
    }
  }
  return found;
}

/** Rows that are already one side of a split by groups. */
function isInsideGroups(model: Model, split: Split): boolean {
  return split.data.some((value) =>
    partsIn(model, value).some(({ entity, at }) => {
      const outer = splitOfPart(model, entity);
      return outer?.isGrouped === true || splitsOf(model).some((other) => other.at === at && other.isGrouped);
    }),
  );
}

/** `rows.groupby("patient_id")`, `rows["patient_id"].nunique()` beside the number of rows. */
function groupedElsewhere(model: Model, rows: ReadonlySet<Entity>): RepeatedGroup | undefined {
  for (const { method, receiver, args, call } of countings(model)) {
    if (receiver?.kind !== "entity") continue;
    if (method === "groupby" || method === "group_by") {
      if (!rows.has(receiver) && !isColumnOfRows(receiver, rows)) continue;
      const keys = columnNames(model, argument(args, 0, "by"));
      const id = keys !== undefined && "only" in keys && keys.only.length === 1 ? keys.only.find(isIdName) : undefined;
      if (id !== undefined) return { id, at: call };
    }
    if (method === "nunique" || method === "value_counts" || method === "duplicated") {
      const id = nameOfColumn(receiver, rows);
      const countsRows = method !== "nunique" || /len\(|\.shape/.test(model.form.text);
      if (id !== undefined && isIdName(id) && countsRows) return { id, at: call };
    }
  }
  return undefined;
}

const countings = perModel((model) =>
  model.allCalls.filter(
    ({ method, unit }) =>
      unit.form === model.form && /^(groupby|group_by|nunique|value_counts|duplicated)$/.test(method ?? ""),
  ),
);

/** `rows["a"].groupby(rows["patient"])`. */
function isColumnOfRows({ origin }: Entity, rows: ReadonlySet<Entity>): boolean {
  return origin.how === "index" && alternatives(origin.of).some((of) => of.kind === "entity" && rows.has(of));
}

function nameOfColumn({ origin, from }: Entity, rows: ReadonlySet<Entity>): string | undefined {
  if (origin.how !== "index" && origin.how !== "attribute") return undefined;
  if (!alternatives(origin.of).some((of) => of.kind === "entity" && rows.has(of))) return undefined;
  if (origin.how === "attribute") return origin.name;
  const [, by] = from;
  return by?.kind === "literal" && typeof by.value === "string" ? by.value : undefined;
}

/** `GroupKFold().split(X, y, groups)`, `cross_val_score(..., groups=ids)` on the same rows. */
function groupsGiven(model: Model, rows: ReadonlySet<Entity>): RepeatedGroup | undefined {
  for (const { args, call } of callsWithGroups(model)) {
    const isSame = args.positional.some((value) => lineageOf(model, value).some(({ entity }) => rows.has(entity)));
    const written = call.args.find(({ name }) => name === "groups") ?? call.args[2];
    if (isSame && written !== undefined) return { id: model.text(written.value), at: call };
  }
  return undefined;
}

const callsWithGroups = perModel((model) =>
  model.allCalls.filter(({ path, args, unit }) => {
    if (unit.form !== model.form) return false;
    // The groups of a convolution are channels.
    if (path !== undefined && /^(torch|tensorflow|keras)\./.test(path)) return false;
    const isFolds = path !== undefined && isFoldSplitter(path);
    const groups = args.named.get("groups") ?? (isFolds ? args.positional[2] : undefined);
    return groups !== undefined && groups.kind !== "literal";
  }),
);

/** Who it is may be what is to be told, or the split may share out each one's rows on purpose; shops and users may be known beforehand. */
function isMeantToBeOnBothSides(model: Model, split: Split, id: string): boolean {
  const [features, target] = split.data;
  const stratified = columnsOf(model, split.stratify).some(({ name }) => name === id);
  const isTarget = columnsOf(model, target).some(({ name }) => name === id);
  if (stratified || isTarget) return true;
  if (!/user|customer|item|store|shop|device|machine|site|account|client|household/i.test(id)) return false;
  return [...rowsOf(model, split.data)].some(
    (frame) =>
      features !== undefined &&
      frame !== features &&
      wayOfColumn(model, features, { frame, name: id }) !== undefined &&
      target !== undefined,
  );
}
