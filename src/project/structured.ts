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

/** What a `pyproject.toml` asks for: PEP 621's lists and dependency groups (PEP 735) as requirements, and poetry's tables by name. */
export function pythonDependencies(document: unknown): {
  readonly lists: readonly string[];
  readonly tables: readonly unknown[];
} {
  const project = at(document, "project");
  const poetry = at(document, "tool", "poetry");
  const lists = [
    at(project, "dependencies"),
    ...Object.values(record(at(project, "optional-dependencies"))),
    ...Object.values(record(at(document, "dependency-groups"))),
  ];
  const tables = [
    at(poetry, "dependencies"),
    at(poetry, "dev-dependencies"),
    ...Object.values(record(at(poetry, "group"))).map((group) => at(group, "dependencies")),
  ];
  return { lists: lists.flatMap(strings), tables };
}
