export type Json = Readonly<Record<string, unknown>>;

/** An object of JSON; undefined for every other value. */
export function recordOf(value: unknown): Json | undefined {
  return isRecord(value) ? value : undefined;
}

function isRecord(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Long texts are a string or a list of lines that keep their line ends. */
export function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  return Array.isArray(value) ? value.filter((line) => typeof line === "string").join("") : "";
}

/** A list of JSON; undefined for every other value. */
export function listOf(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) ? value : undefined;
}
