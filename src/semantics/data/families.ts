import { alternatives, type Value } from "../values.js";

export type Family = "pandas" | "numpy" | "torch";

/** The library whose arrays a value certainly belongs to. What an iteration takes out of them is unknown: it may be a scalar. */
export function typeFamily(value: Value | undefined): Family | undefined {
  const families = new Set(alternatives(value).map((option) => familyOf(option, 0)));
  return families.size === 1 ? [...families][0] : undefined;
}

function familyOf(value: Value, depth: number): Family | undefined {
  if (value.kind !== "entity" || depth > 20) return undefined;
  const { type, origin } = value;
  if (type === "pandas.DataFrame" || type === "pandas.Series") return "pandas";
  if (type === "numpy.ndarray") return "numpy";
  if (type === "torch.Tensor") return "torch";
  if (origin.how === "index") return isFrame(origin.of) && origin.by.kind === "Literal" ? "pandas" : undefined;
  if (origin.how === "slice") return one(origin.of, depth);
  if (origin.how === "attribute" && origin.name === "values")
    return one(origin.of, depth) === "pandas" ? "numpy" : undefined;
  if (origin.how === "call" && origin.receiver !== undefined && origin.method !== undefined) {
    const family = one(origin.receiver, depth);
    if (family === "pandas" && (origin.method === "to_numpy" || origin.method === "values")) return "numpy";
    return keepsFamily.has(origin.method) ? family : undefined;
  }
  return undefined;
}

function one(value: Value, depth: number): Family | undefined {
  const [first, ...rest] = alternatives(value);
  return first === undefined || rest.length > 0 ? undefined : familyOf(first, depth + 1);
}

function isFrame(value: Value): boolean {
  return alternatives(value).every((option) => option.kind === "entity" && option.type === "pandas.DataFrame");
}

const keepsFamily = new Set(["astype", "copy", "to", "cpu", "reshape", "squeeze", "flatten", "float", "abs", "round"]);
