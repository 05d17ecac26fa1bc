import type { Expression } from "../../syntax/expressions.js";
import { eachExpression, eachStatement } from "../code/visit.js";
import { perModel } from "../code/per-model.js";
import type { Model } from "../model.js";

/**
 * Does the program save more than weights and plain values: the arguments of a run as an object, a vocabulary, a whole
 * module? Weights only cannot be loaded from what it writes.
 */
export const savesObjects = perModel((model: Model): boolean =>
  model.allCalls.some(({ path, call, unit }) => {
    const [saved] = call.args;
    if (path !== "torch.save" || saved === undefined) return false;
    return dictsIn(saved.value, unit.form.body).some(({ entries }) =>
      entries.some(({ key, value }) => key?.kind === "Literal" && isObject(String(key.value), value)),
    );
  }),
);

/** The dict that is saved, or those that the file gives to its name. */
function dictsIn(
  saved: Expression,
  body: Model["form"]["body"],
): readonly (Expression & { readonly kind: "Mapping" })[] {
  if (saved.kind === "Mapping") return [saved];
  if (saved.kind !== "Name") return [];
  const found: (Expression & { readonly kind: "Mapping" })[] = [];
  eachStatement(body, (statement) => {
    if (statement.kind !== "Assign" || statement.value?.kind !== "Mapping") return;
    if (statement.targets.some((target) => target.kind === "Name" && target.id === saved.id))
      found.push(statement.value);
  });
  return found;
}

const objectKeys =
  /^(?:args|opts?|options|namespace|hparams|hyper_parameters|cfg|config|tokenizer|vocab\w*|\w*_vocab|dictionary|scaler|transform|model|net)$/i;

/** `"args": args` keeps an object, `"args": vars(args)` and `"cfg": cfg.to_dict()` keep plain values. */
function isObject(key: string, value: Expression): boolean {
  if (!objectKeys.test(key)) return false;
  const isWhole = value.kind === "Name" || (value.kind === "Attribute" && !/_dict$/.test(value.name));
  let isPlain = false;
  eachExpression([{ kind: "ExpressionStatement", start: value.start, end: value.end, expression: value }], (part) => {
    if (part.kind === "Name" && /state|dict|weights/i.test(part.id)) isPlain = true;
  });
  return isWhole && !isPlain;
}
