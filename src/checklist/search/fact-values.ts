import type { CalleeFact, FactValue } from "../../project/facts/code-facts.js";

/** The literal that a value is; undefined for all else. */
export function literalOf(value: FactValue | undefined): string | number | boolean | null | undefined {
  return value?.kind === "literal" ? value.value : undefined;
}

/** The argument of a call: by its names, by its position, or among the options of JavaScript, which come as one object. */
export function argumentOf(
  { positional, named }: Pick<CalleeFact, "positional" | "named">,
  names: readonly string[],
  position?: number,
): FactValue | undefined {
  for (const name of names) {
    const value = Object.hasOwn(named, name) ? named[name] : undefined;
    if (value !== undefined) return value;
    for (const option of positional) {
      if (option.kind === "dict" && Object.hasOwn(option.entries, name)) return option.entries[name];
    }
  }
  return position === undefined ? undefined : positional[position];
}

export function argumentsOf({ positional, named }: Pick<CalleeFact, "positional" | "named">): readonly FactValue[] {
  return [...positional, ...Object.values(named)];
}

/** The texts in a value, keys of dictionaries among them. */
export function* textsIn(value: FactValue): Iterable<string> {
  switch (value.kind) {
    case "literal":
      if (typeof value.value === "string") yield value.value;
      return;
    case "list":
      for (const item of value.items) yield* textsIn(item);
      return;
    case "dict":
      for (const [key, entry] of Object.entries(value.entries)) {
        yield key;
        yield* textsIn(entry);
      }
      return;
    case "call":
      for (const part of argumentsOf(value)) yield* textsIn(part);
      return;
    default:
      return;
  }
}

/** The names of arguments, and all texts in them. */
export function textsOfCall(call: Pick<CalleeFact, "positional" | "named">): readonly string[] {
  return [...Object.keys(call.named), ...argumentsOf(call).flatMap((value) => [...textsIn(value)])];
}

/** A value as it stands in the code, for people and for words in it. */
export function wordsOf(value: FactValue): string {
  if (value.kind === "literal") return String(value.value);
  if (value.kind === "list") return value.items.map(wordsOf).join(", ");
  if (value.kind === "dict") return Object.keys(value.entries).join(", ");
  return value.text;
}
