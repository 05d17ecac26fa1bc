import type { ConfigKey, ConfigValue } from "./config-schema.js";

/** Short ways to write down keys of the configuration; the length of a long list is in its words. */
export function section(name: string, doc: string, keys: readonly ConfigKey[]): ConfigKey {
  return { name, doc, value: { type: "keys", keys } };
}

export function text(name: string, doc: string): ConfigKey {
  return { name, doc, value: { type: "text" } };
}

export function texts(name: string, doc: string): ConfigKey {
  return { name, doc, value: { type: "texts" } };
}

export function globs(name: string, doc: string): ConfigKey {
  return { name, doc, value: { type: "globs" } };
}

export function number(name: string, doc: string, standard?: string): ConfigKey {
  return { name, doc, value: { type: "number", least: 0 }, ...(standard === undefined ? {} : { default: standard }) };
}

export function flag(name: string, doc: string): ConfigKey {
  return { name, doc, value: { type: "flag" } };
}

export function choice(name: string, doc: string, values: readonly string[]): ConfigKey {
  return { name, doc, value: { type: "choice", choices: values.map((value) => ({ value, doc: "" })) } };
}

/** A mapping from names of the team's own to values of one kind. */
export function named(name: string, doc: string, { value }: { readonly value: ConfigValue }): ConfigKey {
  return { name, doc, value: { type: "named", of: value } };
}
