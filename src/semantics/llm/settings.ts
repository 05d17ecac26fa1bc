import { nestedSettings, plainName } from "../../knowledge/llm-options.js";
import type { Call, Expression } from "../../syntax/expressions.js";
import type { Model } from "../model.js";
import { alternatives, type CallArguments, type Entity, type Value } from "../values.js";

/** What is said of a setting: nothing anywhere, something, or it cannot be told. */
export type Setting =
  | { readonly state: "absent" }
  | { readonly state: "unknown" }
  | { readonly state: "set"; readonly value: Value; readonly at: Expression | undefined };

/** A place where settings stand: an options object, the arguments of a call, or one out of sight. */
export type Bag =
  | { readonly kind: "object"; readonly value: Value }
  | { readonly kind: "arguments"; readonly args: CallArguments; readonly call: Call | undefined }
  /** A model that is named first, without a keyword. */
  | { readonly kind: "first"; readonly value: Value; readonly at: Expression | undefined }
  /** Out of sight; a client holds the settings of requests only, and nothing of what is asked. */
  | { readonly kind: "hidden"; readonly holds: "anything" | "requests" };

export const absent: Setting = { state: "absent" };
export const unknown: Setting = { state: "unknown" };

/** The first of some places that says something under one of these names. */
export function settingIn(model: Model, bags: readonly Bag[], names: ReadonlySet<string>): Setting {
  return firstSaid(bags.map((bag) => () => inBag(model, bag, names)));
}

function inBag(model: Model, bag: Bag, names: ReadonlySet<string>): Setting {
  switch (bag.kind) {
    case "hidden":
      return unknown;
    case "first":
      return names.has("model") ? said(bag.value, bag.at) : absent;
    case "object":
      return inValue(model, bag.value, names, 0);
    case "arguments":
      return inArguments(model, bag, names, 0);
  }
}

/** What is said first counts, but only where nothing before it is out of sight. */
function firstSaid(places: readonly (() => Setting)[]): Setting {
  let isHidden = false;
  for (const look of places) {
    const found = look();
    if (found.state === "set") return isHidden ? unknown : found;
    isHidden ||= found.state === "unknown";
  }
  return isHidden ? unknown : absent;
}

const deepest = 6;

function inArguments(
  model: Model,
  { args, call }: { readonly args: CallArguments; readonly call: Call | undefined },
  names: ReadonlySet<string>,
  depth: number,
): Setting {
  const named = [...args.named].reverse();
  for (const [name, value] of named) {
    if (!names.has(plainName(name))) continue;
    const written = call?.args.find((arg) => arg.name === name)?.value;
    // Out of a dict that is spread, it is written there.
    const spread =
      written === undefined ? args.keyed?.map((dict) => inValue(model, dict, names, depth + 1)) : undefined;
    return spread?.find(({ state }) => state === "set") ?? said(value, written);
  }
  const nested = named.filter(([name]) => nestedSettings.includes(plainName(name)));
  const keyed = args.keyed ?? [];
  return firstSaid([
    ...nested.map(
      ([, value]) =>
        () =>
          inValue(model, value, names, depth + 1),
    ),
    ...keyed.map((value) => () => inValue(model, value, names, depth + 1)),
    () => (args.open && keyed.length === 0 ? unknown : absent),
  ]);
}

function said(value: Value, at: Expression | undefined): Setting {
  const options = alternatives(value);
  if (options.every(isNothing)) return absent;
  return options.some(isNothing) ? unknown : { state: "set", value, at };
}

/** `undefined`, `None`, and what SDKs put in the place of an argument that nobody gives. */
function isNothing(value: Value): boolean {
  if (value.kind === "literal") return value.value === null || value.value === false;
  const path = value.kind === "symbol" ? value.path : value.kind === "entity" ? (value.type ?? "") : "";
  return /(^globals\.undefined|\.(NOT_GIVEN|NotGiven|omit|Omit|not_given))$/.test(path);
}

function inValue(model: Model, value: Value, names: ReadonlySet<string>, depth: number): Setting {
  if (depth > deepest) return unknown;
  const found = alternatives(value).map((one): Setting => {
    if (isNothing(one)) return absent;
    return one.kind === "entity" ? inEntity(model, one, names, depth) : unknown;
  });
  const [first] = found;
  if (first === undefined || found.some(({ state }) => state !== first.state)) return unknown;
  return first;
}

function inEntity(model: Model, entity: Entity, names: ReadonlySet<string>, depth: number): Setting {
  const { origin, site } = entity;
  if (origin.how === "container" && site?.kind === "Mapping") {
    const later = addedLater(model, entity, names, depth);
    return later.state === "absent" ? inEntries(model, entity, names, depth) : later;
  }
  // `types.GenerateContentConfig(temperature=0)`, `dict(model="gpt-4o")`.
  if (origin.how === "call" && origin.path !== undefined && origin.receiver?.kind !== "entity") {
    if (entity.unit.form.language === "python") {
      const later = addedLater(model, entity, names, depth);
      return later.state === "absent" ? inArguments(model, origin, names, depth) : later;
    }
  }
  return unknown;
}

/** An object as it is written, what stands last first. */
function inEntries(model: Model, { site, from }: Entity, names: ReadonlySet<string>, depth: number): Setting {
  if (site?.kind !== "Mapping") return unknown;
  const places = site.entries.map(({ key, value: at }, index) => (): Setting => {
    const value = from[index];
    if (value === undefined) return unknown;
    if (key === undefined) return inSpread(model, value, at, names, depth + 1);
    const name = nameOfKey(key);
    if (name === undefined) return unknown;
    if (names.has(name)) return said(value, at);
    return nestedSettings.includes(name) ? inValue(model, value, names, depth + 1) : absent;
  });
  return firstSaid(places.reverse());
}

/** `...options`, and `...(json && { response_format })`, which spreads nothing where the condition is false. */
function inSpread(model: Model, value: Value, at: Expression, names: ReadonlySet<string>, depth: number): Setting {
  if (at.kind !== "Operation" || at.operator !== "and") return inValue(model, value, names, depth);
  const said = alternatives(value)
    .filter((one) => one.kind === "entity" && one.site?.kind === "Mapping")
    .map((one) => inValue(model, one, names, depth));
  return said.every(({ state }) => state === "absent") ? absent : unknown;
}

function nameOfKey(key: Expression): string | undefined {
  if (key.kind === "Name") return plainName(key.id);
  return key.kind === "Literal" && typeof key.value === "string" ? plainName(key.value) : undefined;
}

/** `options.maxTokens = 100`, `params["max_tokens"] = 100`, `params.update(...)`: what is put there after it was made. */
function addedLater(model: Model, entity: Entity, names: ReadonlySet<string>, depth: number): Setting {
  for (const { owner, name, key, value, target } of model.writes) {
    if (owner !== entity) continue;
    if (name === "[]" && (key?.kind !== "literal" || typeof key.value !== "string")) return unknown;
    const written = name === "[]" && key?.kind === "literal" ? String(key.value) : name;
    if (names.has(plainName(written))) return said(value, target);
    if (nestedSettings.includes(plainName(written))) {
      const inner = inValue(model, value, names, depth + 1);
      if (inner.state !== "absent") return inner;
    }
  }
  if (["update", "setdefault", "model_copy"].some((method) => entity.methodsCalled.has(method))) return unknown;
  return isChangedByOthers(model, entity) ? unknown : absent;
}

function isChangedByOthers(model: Model, entity: Entity): boolean {
  return (
    entity.unit.form.text.includes("Object.assign(") &&
    model.allCalls.some(({ path, args }) => path === "globals.Object.assign" && args.positional[0] === entity)
  );
}
