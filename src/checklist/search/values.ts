import type { CalleeFact, CodeFile, FactValue } from "../../project/facts/code-facts.js";
import { onceFor } from "../../project/facts/once-for.js";

/** What a call is given, by the name of the parameter or by its place; in TypeScript also by an object of options. */
export function argumentOf(
  { positional, named }: Pick<CalleeFact, "positional" | "named">,
  name: string,
  index?: number,
): FactValue | undefined {
  const options = positional.findLast((value) => value.kind === "dict");
  const inOptions =
    options?.kind === "dict" && Object.hasOwn(options.entries, name) ? options.entries[name] : undefined;
  const byName = Object.hasOwn(named, name) ? named[name] : undefined;
  return byName ?? inOptions ?? (index === undefined ? undefined : positional[index]);
}

/** The text of a literal. */
export function textIn(value: FactValue | undefined): string | undefined {
  return value?.kind === "literal" && typeof value.value === "string" ? value.value : undefined;
}

/** The texts of a literal or of a list of them; of a dict, its keys. */
export function textsIn(value: FactValue | undefined): readonly string[] {
  if (value === undefined) return [];
  if (value.kind === "dict") return Object.keys(value.entries);
  if (value.kind === "list") return value.items.flatMap(textsIn);
  if (value.kind === "call" && /^(?:set|frozenset|tuple|list|Set)$/.test(value.name)) {
    return value.positional.flatMap(textsIn);
  }
  const text = textIn(value);
  return text === undefined ? [] : [text];
}

/** Is something said that is neither `None` nor `False`? */
export function isSet(value: FactValue | undefined): value is FactValue {
  return value !== undefined && !(value.kind === "literal" && (value.value === null || value.value === false));
}

/** What stands behind a name that another file of the project sets once; the value itself otherwise. */
export function constantOf(value: FactValue | undefined, code: readonly CodeFile[]): FactValue | undefined {
  if (value?.kind !== "symbol" || value.target === undefined) return value;
  const [path = "", name] = value.target.split("#");
  const assigns = filesByPath(code).get(path)?.assigns ?? [];
  const set = assigns.filter(({ target, within }) => target === name && within === "");
  return set.length === 1 ? set[0]?.value : value;
}

export const filesByPath = onceFor((code: readonly CodeFile[]) => new Map(code.map((file) => [file.path, file])));

/** The source text of a value, as far as it is kept. */
export function writtenAs(value: FactValue | undefined): string {
  if (value === undefined || value.kind === "dict") return "";
  if (value.kind === "literal") return String(value.value);
  return value.kind === "list" ? value.items.map(writtenAs).join(", ") : value.text;
}

/** A value with all values in it. */
export function* valuesWithin(value: FactValue): Iterable<FactValue> {
  yield value;
  if (value.kind === "list") for (const item of value.items) yield* valuesWithin(item);
  else if (value.kind === "dict") for (const entry of Object.values(value.entries)) yield* valuesWithin(entry);
  else if (value.kind === "call") {
    for (const part of [...value.positional, ...Object.values(value.named)]) yield* valuesWithin(part);
  }
}
