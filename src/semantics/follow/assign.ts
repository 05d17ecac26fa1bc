import type { Expression } from "../../syntax/expressions.js";
import { elementOf } from "./elements.js";
import { itemsOfEntries } from "./entries.js";
import { cellToAssign, type Environment } from "./environment.js";
import { evaluate } from "./evaluate.js";
import { attributeOf } from "./attributes.js";
import { contentsOf, factCell, makeEntity, setField, subscriptField, type Run } from "./run.js";
import { cell } from "./store.js";
import { alternatives, joinValues, type Entity, type Value } from "../values.js";

/** Puts a value where a target says: a name, an attribute, a subscript, or several of them by unpacking. */
export function assign(run: Run, scope: Environment, target: Expression, value: Value): void {
  switch (target.kind) {
    case "Name":
      run.store.set(cellToAssign(scope, target.id), value);
      return;
    case "Attribute":
      for (const object of alternatives(evaluate(run, scope, target.object)))
        setAttribute(run, object, target.name, value, target);
      return;
    case "Subscript": {
      const key = evaluate(run, scope, target.index);
      // A number that a variable holds is a counter more often than a key.
      const isKey = key.kind === "literal" && (target.index.kind === "Literal" || typeof key.value === "string");
      for (const object of alternatives(evaluate(run, scope, target.object))) {
        if (object.kind !== "entity") continue;
        if (isKey) run.store.set(fieldCell(object, subscriptField(run, key.value)), value);
        addContents(run, object, value);
        noteWrite(run, object, "[]", value, target, key);
      }
      return;
    }
    case "Sequence":
      unpack(run, scope, target.items, value, target);
      return;
    case "Mapping":
      for (const entry of target.entries) {
        const name =
          entry.key?.kind === "Name"
            ? entry.key.id
            : entry.key?.kind === "Literal"
              ? String(entry.key.value)
              : undefined;
        const part =
          name === undefined
            ? makeEntity(run, { how: "unknown" }, target, [value])
            : attributeOf(run, value, name, target);
        assign(run, scope, entry.value, part);
      }
      return;
    case "AssignExpression":
      assign(run, scope, target.target, value);
      return;
    case "Spread":
      assign(run, scope, target.value, value);
      return;
    default:
      evaluate(run, scope, target);
  }
}

/** The cell of an attribute or literal subscript, made when first written. */
export function fieldCell(entity: Entity, name: string): ReturnType<typeof cell> {
  let place = entity.fields.get(name);
  if (place === undefined) {
    place = cell();
    setField(entity, name, place);
  }
  return place;
}

/** A value was put into a container or a frame: from now on it is a part of what that holds. */
export function addContents(run: Run, container: Entity, value: Value): void {
  noteHeld(run, container, value);
  const place = factCell(container, "contents");
  const before = run.store.value(place);
  run.store.set(place, before === undefined ? value : joinValues(before, value));
}

function noteHeld(run: Run, holder: Entity, value: Value): void {
  const known = run.record.held.get(holder);
  if (known === undefined) run.record.held.set(holder, new Set([value]));
  else known.add(value);
}

function noteWrite(run: Run, owner: Entity, name: string, value: Value, target: Expression, key?: Value): void {
  const { frame, loops, branches, record } = run;
  const position = record.calls.length;
  record.writes.push({ target, owner, name, key, value, frame, unit: frame.unit, loops, branches, position });
}

/** Sets an attribute, by an assignment or by `setattr`. */
export function setAttribute(run: Run, object: Value, name: string, value: Value, target: Expression): void {
  if (object.kind === "entity") {
    noteWrite(run, object, name, value, target);
    run.store.set(fieldCell(object, name), value);
    if (object.class === undefined) addContents(run, object, value);
    else noteHeld(run, object, value);
  } else if (object.kind === "class") {
    run.store.set(cellToAssign(object.members, name), value);
  } else if (object.kind === "module") {
    run.store.set(cellToAssign(object.unit.globals, name), value);
  }
}

function unpack(run: Run, scope: Environment, targets: readonly Expression[], value: Value, site: Expression): void {
  const items = knownItems(run, value);
  const star = targets.findIndex((target) => target.kind === "Spread");
  targets.forEach((target, position) => {
    if (star >= 0 || items?.length !== targets.length) {
      const before = star < 0 || position < star;
      const known = before ? items?.[position] : undefined;
      assign(run, scope, target, known ?? part(run, value, position, target, site));
    } else {
      assign(run, scope, target, items[position]!);
    }
  });
}

/** The items of a tuple or of a list to which nothing was added, one by one. */
export function knownItems(run: Run, value: Value): readonly Value[] | undefined {
  if (value.kind === "tuple") return value.items;
  if (value.kind === "entity" && value.items !== undefined && contentsOf(run, value) === undefined) {
    return value.items;
  }
  if (value.kind === "entity") return itemsOfEntries(run, value);
  if (value.kind !== "union") return undefined;
  // Branches that give tuples of the same length are unpacked place by place.
  const tuples = value.options.map((option) => knownItems(run, option));
  const length = tuples[0]?.length;
  if (length === undefined || tuples.some((tuple) => tuple?.length !== length)) return undefined;
  return tuples[0]!.map((_, index) => tuples.map((tuple) => tuple![index]!).reduce(joinValues));
}

function part(run: Run, value: Value, index: number, target: Expression, site: Expression): Value {
  if (value.kind === "union")
    return value.options.map((option) => part(run, option, index, target, site)).reduce(joinValues);
  if (value.kind === "entity" && value.origin.how === "container") return elementOf(run, value, site);
  return makeEntity(run, { how: "element", of: value, index }, target, [value]);
}
