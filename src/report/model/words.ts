import type { OutputKind } from "../../knowledge/activations.js";
import { bindingsIn } from "../../semantics/code/seen-values.js";
import { nameGiven } from "../../semantics/data/own-names.js";
import type { Model } from "../../semantics/model.js";
import type { Unit } from "../../semantics/follow/unit.js";
import { alternatives, Grad, Mode, type Entity, type Value } from "../../semantics/values.js";
import type { FormModule } from "../../syntax/form.js";
import { LineIndex } from "../../syntax/line-index.js";
import type { Span } from "../../syntax/span.js";

/** What a value is, in words: its library type, its class or where it comes from; "unknown" is said as such. */
export function valueWords(model: Model, value: Value | undefined, depth = 0): string {
  switch (value?.kind) {
    case undefined:
      return "unknown";
    case "literal":
      return literalWords(model, value.value);
    case "symbol":
      return value.path;
    case "entity":
      return entityWords(model, value, depth);
    case "closure":
      return `the function \`${value.form.name ?? "lambda"}\` (${placeWords(model, value.unit, value.form)})`;
    case "class":
      return `the class \`${value.form.name ?? ""}\` (${placeWords(model, value.unit, value.form)})`;
    case "module":
      return `the module ${value.unit.path}`;
    case "tuple":
      return depth > 1 ? "a tuple" : `(${value.items.map((item) => valueWords(model, item, depth + 1)).join(", ")})`;
    case "union":
      return [...new Set(value.options.map((option) => valueWords(model, option, depth)))].join(" or ");
    case "super":
      return "the base class";
    case "pending":
      return "an import that nothing reads";
  }
}

function literalWords({ form }: Model, value: string | number | boolean | null): string {
  if (form.language !== "python" || typeof value === "string" || typeof value === "number")
    return JSON.stringify(value);
  return value === null ? "None" : value ? "True" : "False";
}

function entityWords(model: Model, entity: Entity, depth: number): string {
  const { origin } = entity;
  const type = entity.class === undefined ? entity.type : `an object of \`${entity.class.form.name ?? ""}\``;
  const made = originWords(model, entity, depth);
  if (type === undefined) return made;
  // Where a class was called, its name says how the object came.
  const isOwnMaking = origin.how === "instance" || (origin.how === "call" && origin.path === entity.type);
  if (entity.class !== undefined) {
    const where = placeWords(model, entity.class.unit, entity.class.form);
    return isOwnMaking ? `${type} (${where})` : `${type} (${where}), ${made}`;
  }
  return isOwnMaking || origin.how === "container" ? type : `${type}, ${made}`;
}

function originWords(model: Model, entity: Entity, depth: number): string {
  const { origin } = entity;
  const short = (value: Value): string => shortWords(model, value, depth);
  switch (origin.how) {
    case "parameter":
      return `unknown, the parameter \`${origin.name}\` of ${functionName(origin.function.name)}`;
    case "attribute":
      return `\`.${origin.name}\` of ${short(origin.of)}`;
    case "element":
      return origin.index === undefined
        ? `an element of ${short(origin.of)}`
        : `item ${origin.index} of ${short(origin.of)}`;
    case "index":
      return `\`[${sourceOf(entity.unit.form, origin.by)}]\` of ${short(origin.of)}`;
    case "slice":
      return `the slice \`[${sourceOf(entity.unit.form, origin.by)}]\` of ${short(origin.of)}`;
    case "call":
      if (origin.path !== undefined) return `from ${origin.path}`;
      if (origin.method !== undefined && origin.receiver !== undefined)
        return `from \`.${origin.method}()\` of ${short(origin.receiver)}`;
      return `unknown, from calling \`${sourceOf(entity.unit.form, origin.call.callee)}\``;
    case "instance":
      return "made here";
    case "operation":
      return `worked out by \`${origin.operator}\``;
    case "container":
      return entity.type ?? "a container";
    case "unknown":
      return "unknown";
  }
}

/** A value in a few words inside another sentence: by its name, else by what it is. */
function shortWords(model: Model, value: Value, depth: number): string {
  if (value.kind === "entity") return nameOf(model, value);
  return depth > 1 ? "something" : valueWords(model, value, depth + 1);
}

/** What the code calls an object: the name that it was given, else the expression that makes it. */
export function nameOf(model: Model, entity: Entity): string {
  const { origin, site, unit } = entity;
  if (origin.how === "parameter") return `\`${origin.name}\``;
  if (origin.how === "element")
    return `${origin.index === undefined ? "an element" : `item ${origin.index}`} of ${listNames(model, origin.of)}`;
  const given = site === undefined || unit.path === model.path ? undefined : nameGiven(unit.form, site);
  const bound = boundNames(model).get(entity);
  if (bound !== undefined) return `\`${bound}\``;
  if (given !== undefined) return `\`${given}\``;
  if (site !== undefined) return `\`${sourceOf(unit.form, site)}\``;
  return entity.class?.form.name === undefined
    ? (entity.type ?? "something unknown")
    : `an object of \`${entity.class.form.name}\``;
}

const namesOfModels = new WeakMap<Model, ReadonlyMap<Entity, string>>();

/** The first name that the file gives to each object. */
function boundNames(model: Model): ReadonlyMap<Entity, string> {
  const known = namesOfModels.get(model);
  if (known !== undefined) return known;
  const names = new Map<Entity, string>();
  for (const { target, value } of bindingsIn(model)) {
    for (const option of alternatives(value))
      if (option.kind === "entity" && !names.has(option)) names.set(option, sourceOf(model.form, target));
  }
  namesOfModels.set(model, names);
  return names;
}

/** The names of what a value may be. */
export function listNames(model: Model, value: Value | undefined): string {
  const names = alternatives(value).map((option) =>
    option.kind === "entity" ? nameOf(model, option) : valueWords(model, option, 1),
  );
  return names.length === 0 ? "something unknown" : [...new Set(names)].join(" or ");
}

export function functionName(name: string | undefined): string {
  return name === undefined ? "a lambda" : `\`${name}\``;
}

const longest = 48;

/** A stretch of source on one line, cut where it is long. */
export function sourceOf({ text }: FormModule, { start, end }: Span): string {
  const line = text.slice(start, end).replace(/\s+/g, " ");
  return line.length <= longest ? line : `${line.slice(0, longest - 1)}…`;
}

const indexes = new WeakMap<FormModule, LineIndex>();

/** "line 5", with the file where it is another one. */
export function placeWords(
  model: Model,
  unit: Unit | { readonly path: string; readonly form: FormModule },
  { start }: Span,
): string {
  let index = indexes.get(unit.form);
  if (index === undefined) indexes.set(unit.form, (index = new LineIndex(unit.form.text)));
  const { line } = index.position(start);
  return unit.path === model.path ? `line ${line}` : `${unit.path}:${line}`;
}

export function modeWords(flags: number): string {
  const names = [
    ...((flags & Mode.train) !== 0 ? ["train mode"] : []),
    ...((flags & Mode.eval) !== 0 ? ["eval mode"] : []),
    ...((flags & Mode.fresh) !== 0 ? ["train mode as made, which nobody has set"] : []),
    ...((flags & Mode.unknown) !== 0 ? ["a mode that is unknown"] : []),
  ];
  return names.length === 0 ? "no mode" : names.join(" or ");
}

export function gradWords(flags: number): string {
  const names = [
    ...((flags & Grad.on) !== 0 ? ["on"] : []),
    ...((flags & Grad.off) !== 0 ? ["off"] : []),
    ...((flags & Grad.unknown) !== 0 ? ["unknown"] : []),
  ];
  return `gradients ${names.length === 0 ? "unknown" : names.join(" or ")}`;
}

/** What the numbers of a tensor are. */
export const outputWords = {
  logits: "scores",
  softmax: "probabilities",
  "log-softmax": "log-probabilities",
  sigmoid: "probabilities, each for itself",
  "log-sigmoid": "log-probabilities, each for itself",
  other: "numbers behind another activation",
} as const satisfies Record<OutputKind, string>;
