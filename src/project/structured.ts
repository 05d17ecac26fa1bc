import { parse as parseToml } from "smol-toml";
import { parse as parseYaml } from "yaml";

/** What a file of another tool holds, as plain data; undefined when that tool would refuse it too. */
export function toml(text: string): unknown {
  return parsed(() => parseToml(text));
}

export function yaml(text: string): unknown {
  return parsed(() => parseYaml(text, { logLevel: "silent" }) as unknown);
}

export function json(text: string): unknown {
  return parsed(() => JSON.parse(text) as unknown);
}

function parsed(parse: () => unknown): unknown {
  try {
    return parse();
  } catch {
    return undefined;
  }
}

export function at(value: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce<unknown>((inner, key) => record(inner)[key], value);
}

export function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}

export function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === "string") : [];
}
