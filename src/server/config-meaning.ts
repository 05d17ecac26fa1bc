import { type ConfigKey, configKeys, type ConfigValue, ruleLevels } from "../engine/config-schema.js";
import { stages } from "../rules/rule.js";

/** What may be written at a path of a configuration file. */
export type ConfigMeaning =
  | { readonly kind: "keys"; readonly keys: readonly ConfigKey[] }
  /** The keys are rule ids. */
  | { readonly kind: "rules" }
  | { readonly kind: "choices"; readonly choices: readonly { readonly value: string; readonly doc: string }[] }
  | { readonly kind: "list"; readonly keys: readonly ConfigKey[] }
  /** The keys are ids of the checklist's items. */
  | { readonly kind: "items"; readonly keys: readonly ConfigKey[] };

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
  if (meaning?.kind === "items") return { kind: "keys", keys: meaning.keys };
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
    case "keys":
      return { kind: "keys", keys: value.keys };
    case "flag":
      return { kind: "choices", choices: [true, false].map((flag) => ({ value: String(flag), doc: "" })) };
    case "stage":
      return { kind: "choices", choices: stages.map((stage) => ({ value: stage, doc: "" })) };
    case "items":
      return { kind: "items", keys: value.keys };
    case "named":
    case "globs":
    case "size":
    case "address":
    case "text":
    case "texts":
    case "number":
    case "day":
      return undefined;
  }
}
