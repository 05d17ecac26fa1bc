import type { Expression } from "../../syntax/expressions.js";
import { loops } from "../code/frames.js";
import { perModel } from "../code/per-model.js";
import { pushParts } from "../code/visit.js";
import type { CallEvent } from "../follow/run.js";
import type { Model } from "../model.js";
import { alternatives, type Entity, type Value } from "../values.js";
import { isIdName } from "./id-names.js";
import { lineageOf } from "./lineage.js";

/** Rows of which several belong to one person, device or recording, by the code's own evidence. */
export interface RepeatedGroup {
  /** The column or variable that tells them apart. */
  readonly id: string;
  readonly at: Expression;
}

/** `for patient in patients: for scan in scans(patient): images.append(scan)`. */
export function severalForEach(model: Model, rows: ReadonlySet<Entity>): RepeatedGroup | undefined {
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

/** `ids.append(hive_id)` beside `clips.append(clip)`: whoever keeps the id of each row has several rows of one. */
export function idsBesideRows(
  model: Model,
  rows: ReadonlySet<Entity>,
  stratify: Value | undefined,
): RepeatedGroup | undefined {
  const steps = new Set(lineageOf(model, stratify).map(({ entity }) => entity));
  const added = additions(model).filter(({ receiver }) => receiver?.kind === "entity" && rows.has(receiver));
  for (const { method, receiver, call, loops: around } of additions(model)) {
    const id = call.args[0]?.value;
    if (method !== "append" || id?.kind !== "Name" || !/(_id|Id|_ID)$/.test(id.id)) continue;
    if (receiver?.kind !== "entity" || rows.has(receiver) || steps.has(receiver)) continue;
    const outer = [...loops(around?.parent)].find(
      ({ loop: { form, target } }) => form === "each" && target !== undefined && namesIn(target).includes(id.id),
    );
    const beside = added.find((event) => event.loops === around && event.call !== call);
    if (outer === undefined || beside === undefined) continue;
    if (!madeInLoop(beside, outer.loop.start, outer.loop.end)) return { id: id.id, at: call };
  }
  return undefined;
}

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
