import { localName } from "../semantics/code/local-names.js";
import type { Model } from "../semantics/model.js";
import type { Call } from "../syntax/expressions.js";
import type { Report } from "./rule.js";
import { replace, suggest } from "./wording.js";

/** Copies a state dict where it is taken, unless something is asked of it at once. */
export function keepCopy(model: Model, call: Call): NonNullable<Report["fixes"]> {
  if (/^\s*\./.test(model.form.text.slice(call.end))) return [];
  const text = model.text(call);
  const copy = localName(model.form, "copy");
  return suggest(
    "Keep a copy",
    replace(call, copy === undefined ? `{k: v.clone() for k, v in ${text}.items()}` : `${copy}.deepcopy(${text})`),
  );
}
