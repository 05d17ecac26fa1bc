import type { Expression } from "../../syntax/expressions.js";
import { call } from "./enter.js";
import { makeEntity, setField, type Run } from "./run.js";
import { cell } from "./store.js";
import { readCell } from "./read-cell.js";
import { memberSymbol } from "./symbols.js";
import { unitOf } from "./imports.js";
import { joinValues, noArguments, type Closure, type Entity, type UserClass, type Value } from "../values.js";

/** The value of `value.name`. An attribute that nobody set keeps one identity, so that `self.model` is the same thing in every method. */
export function attributeOf(run: Run, value: Value, name: string, site: Expression): Value {
  switch (value.kind) {
    case "symbol":
      return memberSymbol(run, value, name);
    case "entity":
      return entityAttribute(run, value, name, site);
    case "class":
      return (
        bind(run, findMember(run, value, name), value, value) ??
        makeEntity(run, { how: "attribute", of: value, name }, site, [value])
      );
    case "module": {
      const known = readCell(run, value.unit.globals.cells.get(name));
      if (known !== undefined) return known;
      const submodule = unitOf(run, value.unit.path, name, 1);
      return submodule === undefined
        ? makeEntity(run, { how: "unknown" }, site, [value])
        : { kind: "module", unit: submodule };
    }
    case "super": {
      for (const base of value.owner.bases) {
        if (base.kind === "symbol") return memberSymbol(run, base, name);
        const found = base.kind === "class" ? bind(run, findMember(run, base, name), value.self, base) : undefined;
        if (found !== undefined) return found;
      }
      return makeEntity(run, { how: "unknown" }, site, [value.self]);
    }
    case "union":
      return value.options.map((option) => attributeOf(run, option, name, site)).reduce(joinValues);
    default:
      return makeEntity(run, { how: "attribute", of: value, name }, site, [value]);
  }
}

function entityAttribute(run: Run, entity: Entity, name: string, site: Expression): Value {
  const place = entity.fields.get(name);
  const known = place === undefined ? undefined : run.store.value(place);
  if (known !== undefined) return known;
  if (entity.class !== undefined) {
    const member = bind(run, findMember(run, entity.class, name), entity, entity.class);
    if (member !== undefined && !isDefaultOfGiven(entity, member)) return member;
  }
  const made = makeEntity(run, { how: "attribute", of: entity, name }, site, [entity]);
  // What another method sets is unknown here, but it is one thing here too.
  if (place === undefined) setField(entity, name, cell(made));
  else place.initial ??= made;
  return made;
}

/** A switch in the class of settings that somebody hands in says what it is when nobody sets it, and no more. */
function isDefaultOfGiven({ origin }: Entity, member: Value): boolean {
  return (
    origin.how === "parameter" &&
    member.kind === "literal" &&
    (member.value === null || typeof member.value === "boolean")
  );
}

/** What a class or its bases in the workspace define under a name. */
export function findMember(run: Run, owner: UserClass, name: string, depth = 0): Value | undefined {
  const own = readCell(run, owner.members.cells.get(name));
  if (own !== undefined || depth > 20) return own;
  for (const base of owner.bases) {
    const found = base.kind === "class" ? findMember(run, base, name, depth + 1) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Binds a method to its receiver; a property is read by calling it. */
function bind(run: Run, member: Value | undefined, self: Value, owner: UserClass): Value | undefined {
  if (member?.kind !== "closure" || member.owner === undefined) return member;
  if (hasDecorator(member, "builtins.staticmethod")) return member;
  if (hasDecorator(member, "builtins.classmethod")) return { ...member, self: owner };
  if (self.kind === "class") return member;
  const bound: Closure = { ...member, self };
  const isProperty = ["builtins.property", "functools.cached_property"].some((path) => hasDecorator(member, path));
  return isProperty ? call(run, bound, noArguments, undefined) : bound;
}

export function hasDecorator(closure: Closure, path: string): boolean {
  return closure.decorators.some((decorator) => decorator.kind === "symbol" && decorator.path === path);
}

/** Does a class derive from a library class whose path satisfies the test? Bases that are unknown say nothing. */
export function derivesFrom(owner: UserClass, test: (path: string) => boolean, depth = 0): boolean {
  if (depth > 20) return false;
  return owner.bases.some(
    (base) =>
      (base.kind === "symbol" && test(base.path)) || (base.kind === "class" && derivesFrom(base, test, depth + 1)),
  );
}
