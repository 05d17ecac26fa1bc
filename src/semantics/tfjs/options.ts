import { alternatives, type Value } from "../values.js";

/** What an options object says under a name; undefined where it says nothing, or is not seen. */
export function optionOf(options: Value | undefined, name: string): Value | undefined {
  for (const one of alternatives(options)) {
    if (one.kind !== "entity") continue;
    const held = one.fields.get(name)?.initial;
    if (held !== undefined && typeof held !== "number") return held;
  }
  return undefined;
}

/** Is every option in sight: an object that is written out, and nothing spread into it? */
export function isWrittenOut(options: Value | undefined): boolean {
  if (options === undefined) return true;
  return (
    options.kind === "entity" &&
    options.site?.kind === "Mapping" &&
    options.site.entries.every(({ key }) => key?.kind === "Literal" || key?.kind === "Name")
  );
}

export function textOf(value: Value | undefined): string | undefined {
  return value?.kind === "literal" && typeof value.value === "string" ? value.value : undefined;
}
