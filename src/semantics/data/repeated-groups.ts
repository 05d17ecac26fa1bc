import type { Expression } from "../../syntax/expressions.js";
import { isFoldSplitter } from "../../knowledge/sklearn.js";
import type { CallEvent } from "../follow/run.js";
import type { Model } from "../model.js";
import { columnNames } from "./column-names.js";
import { columnsOf } from "./column-values.js";
import { wayOfColumn } from "./frame-columns.js";
import { lineageOf } from "./lineage.js";
import { loops } from "../code/frames.js";
import { pushParts } from "../code/visit.js";
import { partsIn } from "./splits.js";
import { splitOfPart, splitsOf, type Split } from "./split-events.js";
import { collapses, isRegrouped } from "./time-order.js";
import { alternatives, argument, type Entity, type Value } from "../values.js";
import { perModel } from "../code/per-model.js";

/** Rows of which several belong to one person, device or recording, by the code's own evidence. */
export interface RepeatedGroup {
  /** The column or variable that tells them apart. */
  readonly id: string;
  readonly at: Expression;
}

/** What shows that a split may put rows of one group on both sides. */
export function repeatedGroup(model: Model, split: Split): RepeatedGroup | undefined {
  if (!model.mentions(idWord) || isInsideGroups(model, split)) return undefined;
  const rows = rowsOf(model, split.data);
  if (rows.size === 0) return undefined;
  const group = groupedElsewhere(model, rows) ?? groupsGiven(model, rows) ?? severalForEach(model, rows);
  if (group === undefined || isMeantToBeOnBothSides(model, split, group.id)) return undefined;
  return group;
}

const idWord =
  /patient|user|subject|session|speaker|customer|client|participant|person|student|driver|household|device|machine|recording|video|animal|writer|author|_id|Id\b|ID\b|pid\b|uid\b|sid\b|group/;

/** Does a name say that it tells people, things or recordings apart? */
export function isIdName(name: string): boolean {
  const words = name
    .replace(/([a-z])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== "");
  if (
    words.some(
      (word) =>
        /^(count|num|number|age|sex|gender|mean|avg|sum|type|group|category|name2)$/.test(word) &&
        words.length > 1 &&
        !/id|num|number/.test(word),
    )
  )
    return false;
  return words.some((word) => groupWords.test(word)) || /^(pid|uid|sid|subj|ptid|rid|mrn|eid)s?$/.test(words.join(""));
}

const groupWords =
  /^(patient|user|subject|session|speaker|customer|client|participant|person|student|driver|household|device|machine|recording|record|video|clip|scene|animal|mouse|writer|author|singer|artist|account|member|visitor|engine|battery|slide|scan|study|visit|hospital|site|family|donor|cow|dog|bird|turbine|vehicle|truck|sensor|well|plot|field|farm)s?$/;

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

/** `for patient in patients: for scan in scans(patient): images.append(scan)`. */
function severalForEach(model: Model, rows: ReadonlySet<Entity>): RepeatedGroup | undefined {
  const joined = listsJoined(rows);
  for (const event of additions(model)) {
    const { method, receiver, call } = event;
    if (receiver?.kind !== "entity" || !rows.has(receiver)) continue;
    const id = outerId(model, event, method === "extend" || joined.has(receiver));
    if (id !== undefined) return { id, at: call };
  }
  for (const list of joined) {
    if (list.site?.kind !== "Comprehension" || list.unit.form !== model.form) continue;
    const [clause] = list.site.clauses;
    const id = clause === undefined ? undefined : idOf(model, clause.target, clause.iterable);
    if (id !== undefined) return { id, at: list.site };
  }
  return undefined;
}

const additions = perModel((model) =>
  model.allCalls.filter(({ method, unit }) => unit.form === model.form && (method === "append" || method === "extend")),
);

/** Lists of arrays or frames that are put one after the other: several rows for each item. */
function listsJoined(rows: ReadonlySet<Entity>): ReadonlySet<Entity> {
  const found = new Set<Entity>();
  for (const { origin } of rows) {
    if (
      origin.how !== "call" ||
      !/^(numpy\.concatenate|torch\.cat|pandas\.concat|itertools\.chain\.from_iterable)$/.test(origin.path ?? "")
    )
      continue;
    for (const list of alternatives(origin.args.positional[0])) if (list.kind === "entity") found.add(list);
  }
  return found;
}

/** The name of a loop over ids, in which another loop, `extend` or joining adds several rows. */
function outerId(model: Model, event: CallEvent, addsSeveral: boolean): string | undefined {
  let inner = addsSeveral;
  let within: Expression | undefined;
  for (const { loop, frame } of loops(event.loops)) {
    const isHere = loop.form === "each" && frame.unit.form === model.form;
    const id =
      isHere && loop.target !== undefined
        ? (idOf(model, loop.target, loop.iterable) ?? idReadFrom(loop.target, within))
        : undefined;
    if (id !== undefined && inner && !madeInLoop(event, loop.start, loop.end)) return id;
    inner ||= loop.form === "each";
    if (isHere) within = loop.iterable;
  }
  return undefined;
}

/** What a loop goes through, where its variable or what it goes through is called like people, things or recordings. */
function idOf(model: Model, target: Expression, iterable: Expression | undefined): string | undefined {
  const name = namesIn(target).find(isIdName);
  if (name !== undefined || iterable === undefined) return name;
  return model
    .text(iterable)
    .split(/[^A-Za-z_]+/)
    .find((word) => isIdName(word));
}

/** `for tile in tiles_of(row["patient"])`: the id that an inner loop takes from what an outer one goes through. */
function idReadFrom(target: Expression, iterable: Expression | undefined): string | undefined {
  if (target.kind !== "Name" || iterable === undefined) return undefined;
  const pending = [iterable];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const isOfTarget = "object" in next && next.object.kind === "Name" && next.object.id === target.id;
    const key = next.kind === "Attribute" ? next.name : next.kind === "Subscript" ? literalOf(next.index) : undefined;
    if (isOfTarget && key !== undefined && isIdName(key)) return key;
    pushParts(next, pending);
  }
  return undefined;
}

function literalOf(index: Expression): string | undefined {
  return index.kind === "Literal" && typeof index.value === "string" ? index.value : undefined;
}

/** A list that each turn makes anew holds the rows of one group only. */
function madeInLoop({ receiver }: CallEvent, start: number, end: number): boolean {
  const site = receiver?.kind === "entity" ? receiver.site : undefined;
  return site !== undefined && start <= site.start && site.end <= end;
}

function namesIn(expression: Expression): readonly string[] {
  const names: string[] = [];
  const pending = [expression];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.kind === "Name") names.push(next.id);
    pushParts(next, pending);
  }
  return names;
}

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
