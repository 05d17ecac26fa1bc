import type { Expression } from "../../syntax/expressions.js";
import { givenArguments } from "../code/given-arguments.js";
import { perModel } from "../code/per-model.js";
import type { Model } from "../model.js";
import { alternatives, type Entity, type Value } from "../values.js";
import { roleOfName } from "./own-names.js";
import type { Purpose } from "./splits.js";

/**
 * What the code calls an object: by the parameter or attribute that it is, the file that it was read from, or the first plain
 * name under which it is handed to a call. A name is what is left to go by where nothing shows how the rows were split.
 */
export function namedRole(model: Model, entity: Entity): Purpose | undefined {
  return ownName(entity) ?? handedNames(model).get(entity);
}

function ownName(entity: Entity): Purpose | undefined {
  const { origin } = entity;
  if (origin.how === "parameter" || origin.how === "attribute") return roleOfName(origin.name);
  if (origin.how === "call") return roleOfTexts([...origin.args.positional, ...origin.args.named.values()]);
  // `root + "/test.csv"`, `root / "test"`, `f"{root}/test.csv"`: the file before the folder.
  if (origin.how === "operation" && /^[+/]$/.test(origin.operator)) return roleOfTexts([...entity.from].reverse());
  // `self.files[part]`, where the part is known.
  if (origin.how === "index" && origin.by.kind === "Name") return roleOfPart(entity.from[1]);
  if (origin.how === "unknown" && entity.site?.kind === "Template") return roleOfPath(entity.site.texts.join("/"));
  return undefined;
}

/** The name of a part and nothing else: many a column has such a word in it. */
function roleOfPart(key: Value | undefined): Purpose | undefined {
  const isPart =
    key?.kind === "literal" &&
    typeof key.value === "string" &&
    /^(train(ing)?|val(id(ation)?)?|dev|test)$/i.test(key.value);
  return isPart ? roleOfLiteral(key) : undefined;
}

/** Is what names a path the folder, as in `root / "test" / name`? There may be anything in it. */
export function isNamedByFolder({ origin, from }: Entity): boolean {
  return origin.how === "operation" && roleOfTexts(from.slice(-1)) === undefined;
}

function roleOfTexts(values: readonly Value[]): Purpose | undefined {
  for (const value of values) {
    const role = value.kind === "literal" && typeof value.value === "string" ? roleOfPath(value.value) : undefined;
    if (role !== undefined) return role;
  }
  return undefined;
}

/** The role in a path, a file's name or the name of a part; prose has spaces. */
function roleOfPath(text: string): Purpose | undefined {
  return text.length > 200 || /\s/.test(text) ? undefined : roleOfName(text);
}

/** The role in the name of a variable, an attribute or a key; an expression that works something out has no name. */
export function roleOfPlainName(expression: Expression): Purpose | undefined {
  if (expression.kind === "Name") return roleOfName(expression.id);
  if (expression.kind === "Attribute") return roleOfName(expression.name);
  if (expression.kind === "Subscript" && expression.index.kind === "Literal")
    return typeof expression.index.value === "string" ? roleOfName(expression.index.value) : undefined;
  return undefined;
}

/** The role that a literal names, such as a key or the value of `split=`. */
export function roleOfLiteral(value: Value | undefined): Purpose | undefined {
  return value?.kind === "literal" && typeof value.value === "string" ? roleOfName(value.value) : undefined;
}

/** The variable, the attribute or the literal key that an expression ends in. */
export function lastName(expression: Expression): string | undefined {
  if (expression.kind === "Name") return expression.id;
  if (expression.kind === "Attribute") return expression.name;
  if (expression.kind === "Subscript" && expression.index.kind === "Literal") return String(expression.index.value);
  return undefined;
}

const handedNames = perModel((model): ReadonlyMap<Entity, Purpose> => {
  const names = new Map<Entity, Purpose>();
  const note = (value: Value | undefined, expression: Expression | undefined): void => {
    const role = expression === undefined ? undefined : roleOfPlainName(expression);
    if (role === undefined) return;
    for (const option of alternatives(value)) {
      if (option.kind === "entity" && !names.has(option)) names.set(option, role);
    }
  };
  for (const event of model.allCalls) {
    for (const given of givenArguments(event)) note(given.value, given.expression);
    if (event.loops !== undefined) note(event.loops.iterable, event.loops.loop.iterable);
  }
  return names;
});
