import { isOptimizerType, isSchedulerType } from "../../knowledge/torch.js";
import { isModule } from "./modes.js";
import { modulesIn } from "./module-lists.js";
import { contentsOf, subscriptField, type Run } from "./run.js";
import { joinValues, type Entity, type Value } from "../values.js";

export type Entry = readonly [key: Value, value: Value];

/** The entries of a dict that is written out with literal keys, or made for each of a few things, and to which nothing was added. */
export function entriesOf(run: Run, dict: Value): readonly Entry[] | undefined {
  if (dict.kind !== "entity" || dict.origin.how !== "container" || dict.type !== "builtins.dict") return undefined;
  const contents = contentsOf(run, dict);
  if (contents !== undefined && contents !== dict.from[0]) return undefined;
  const entries: Entry[] = [];
  for (const [name, place] of dict.fields) {
    const value = name.startsWith("[") ? run.store.value(place) : undefined;
    if (value !== undefined) entries.push([{ kind: "literal", value: name.slice(1, -1) }, value]);
  }
  const written = dict.site?.kind === "Mapping" ? dict.site.entries.length : entries.length;
  return entries.length > 0 && entries.length === written ? entries : undefined;
}

/** What iterating over such a dict gives, one by one: its keys, `values()` or `items()`. */
export function itemsOfEntries(run: Run, iterable: Entity): readonly Value[] | undefined {
  const { origin } = iterable;
  if (origin.how !== "call" || origin.receiver === undefined || origin.args.positional.length > 0)
    return entriesOf(run, iterable)?.map(([key]) => key);
  switch (origin.method) {
    case "items":
      return entriesOf(run, origin.receiver)?.map((entry) => ({ kind: "tuple", items: entry }));
    case "values":
      return entriesOf(run, origin.receiver)?.map(([, value]) => value);
    case "keys":
      return entriesOf(run, origin.receiver)?.map(([key]) => key);
    default:
      return undefined;
  }
}

/** What stands at a literal key or position. */
export function memberAt(run: Run, object: Value, key: string | number | boolean | null): Value | undefined {
  const items = object.kind === "tuple" ? object.items : object.kind === "entity" ? object.items : undefined;
  if (items !== undefined && typeof key === "number") {
    const appended = object.kind === "entity" && contentsOf(run, object) !== undefined;
    if (!appended) return items[key < 0 ? items.length + key : key];
  }
  if (typeof key === "number") {
    const module = modulesIn(run, object)?.at(key);
    if (module !== undefined) return module;
  }
  if (object.kind !== "entity") return undefined;
  const place = object.fields.get(subscriptField(run, key));
  return place === undefined ? undefined : run.store.value(place);
}

/** `nets[name]`, where it is not known which: one of those that the container holds, as far as all are functions or keep a state. */
export function oneOfThose(run: Run, container: Value): Value | undefined {
  if (container.kind !== "entity" || container.origin.how !== "container") return undefined;
  const members: Value[] = [...(container.items ?? [])];
  for (const [name, place] of container.fields) {
    const value = name.startsWith("[") ? run.store.value(place) : undefined;
    if (value !== undefined) members.push(value);
  }
  const more = contentsOf(run, container);
  if (more !== undefined) members.push(more);
  if (members.length === 0 || members.length > mostMembers) return undefined;
  return members.every(keepsState) || members.every(isTableEntry) ? members.reduce(joinValues) : undefined;
}

const mostMembers = 8;

/** A function or class of a table: `ACTIVATIONS[name]()`. */
function isTableEntry({ kind }: Value): boolean {
  return kind === "closure" || kind === "symbol" || kind === "class";
}

function keepsState(value: Value): boolean {
  if (value.kind === "union") return value.options.every(keepsState);
  if (value.kind !== "entity") return false;
  return isModule(value) || (value.type !== undefined && (isOptimizerType(value.type) || isSchedulerType(value.type)));
}
