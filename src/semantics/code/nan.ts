import type { Expression } from "../../syntax/expressions.js";
import { missingConstants, nanConstants, numberMakers } from "../../knowledge/numpy.js";
import { typeFamily } from "../data/families.js";
import { localName } from "./local-names.js";
import { isPrimary } from "./primary.js";
import type { Model } from "../model.js";
import { alternatives, type Value } from "../values.js";

/** Is a value "not a number", or another of the missing values, on every path? */
export function isNan(value: Value | undefined): boolean {
  const options = alternatives(value);
  return options.length > 0 && options.every(isNanOption);
}

function isNanOption(value: Value): boolean {
  if (value.kind === "symbol") return nanConstants.has(value.path) || missingConstants.has(value.path);
  if (value.kind !== "entity" || value.origin.how !== "call" || value.origin.path === undefined) return false;
  const [text] = value.origin.args.positional;
  return numberMakers.has(value.origin.path) && text?.kind === "literal" && /^[+-]?nan$/i.test(String(text.value));
}

/** `pd.NA` and `pd.NaT`, of which there is one each. */
export function isMissingConstant(value: Value | undefined): boolean {
  return alternatives(value).some((option) => option.kind === "symbol" && missingConstants.has(option.path));
}

export interface NanTest {
  readonly call: string;
  /** Where the opposite is more than a `~` in front. */
  readonly negated?: string;
}

/** How to ask for NaN, in the words of the library that the operand belongs to, as far as the file imports it. */
export function nanTest(model: Model, nan: Expression, other: Expression, value: Value | undefined): NanTest {
  const text = model.text(other);
  const family = typeFamily(value);
  if (family === "pandas") {
    const object = isPrimary(other) ? text : `(${text})`;
    return { call: `${object}.isna()`, negated: `${object}.notna()` };
  }
  const [pandas, numpy, math, torch] = ["pandas", "numpy", "math", "torch"].map((name) => localName(model.form, name));
  if (family === "torch" && torch !== undefined) return { call: `${torch}.isnan(${text})` };
  if (family === "numpy" && numpy !== undefined) return { call: `${numpy}.isnan(${text})` };
  const spelled = nan.kind === "Attribute" ? model.text(nan.object) : undefined;
  if (spelled !== undefined && spelled === torch) return { call: `${torch}.isnan(${text})` };
  if (spelled !== undefined && spelled === math)
    return { call: `${math}.isnan(${text})`, negated: `not ${math}.isnan(${text})` };
  // `isna` also takes what `np.isnan` refuses: strings, None, columns of objects.
  if (pandas !== undefined) return { call: `${pandas}.isna(${text})`, negated: `${pandas}.notna(${text})` };
  if (numpy !== undefined) return { call: `${numpy}.isnan(${text})` };
  if (math !== undefined) return { call: `${math}.isnan(${text})`, negated: `not ${math}.isnan(${text})` };
  const object = isPrimary(other) ? text : `(${text})`;
  return { call: `${object} != ${object}`, negated: `${object} == ${object}` };
}
