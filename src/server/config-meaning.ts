import { type ConfigKey, configKeys, type ConfigValue, ruleLevels } from "../engine/config-schema.js";

/** What may be written at a path of a configuration file. */
export type ConfigMeaning =
  | { readonly kind: "keys"; readonly keys: readonly ConfigKey[] }
  /** The keys are rule ids. */
  | { readonly kind: "rules" }
  | { readonly kind: "choices"; readonly choices: readonly { readonly value: string; readonly doc: string }[] }
  | { readonly kind: "list"; readonly keys: readonly ConfigKey[] };

export function configMeaning(path: readonly string[]): ConfigMeaning | undefined {
  let meaning: ConfigMeaning | undefined = { kind: "keys", keys: configKeys };
  for (const name of path) meaning = inside(meaning, name);
  return meaning;
}

function inside(meaning: ConfigMeaning | undefined, name: string): ConfigMeaning | undefined {
  if (meaning?.kind === "keys") {
    const key = meaning.keys.find((candidate) => candidate.name === name);
    return key === undefined ? undefined : ofValue(key.value);
  }
  if (meaning?.kind === "rules") return { kind: "choices", choices: ruleLevels };
  return meaning?.kind === "list" && name === "[]" ? { kind: "keys", keys: meaning.keys } : undefined;
}

function ofValue(value: ConfigValue): ConfigMeaning | undefined {
  switch (value.type) {
    case "choice":
      return { kind: "choices", choices: value.choices };
    case "levels":
      return { kind: "rules" };
    case "entries":
      return { kind: "list", keys: value.keys };
    case "same":
      return configMeaning([value.as]);
    case "globs":
    case "size":
    case "address":
    case "mapping":
      return undefined;
  }
}
