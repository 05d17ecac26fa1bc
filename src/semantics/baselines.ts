import type { FormModule } from "../syntax/form.js";
import type { Expression } from "../syntax/expressions.js";
import { baselineWords, isBaselinePath, isLinearModel, isOtherModel, isSimpleModel } from "../knowledge/baselines.js";
import type { CalledPath } from "./called-paths.js";
import { eachExpression, eachStatement, pushParts } from "./visit.js";

/** Does a file score something simple beside its model, or speak of it? From the text alone. */
export function evaluatesBaseline(form: FormModule, calls: readonly CalledPath[]): boolean {
  return (
    calls.some(({ path }) => isBaselinePath(path)) ||
    calls.some(({ path }) => isLinearModel(path)) ||
    (calls.some(({ path }) => isSimpleModel(path)) && calls.some(({ path }) => isOtherModel(path))) ||
    calls.some((call) => isConstantPrediction(call)) ||
    (baselineWords.test(form.text) && speaksOfBaseline(form))
  );
}

/** `np.full_like(y_test, y_train.mean())`, `Counter(labels).most_common(1)`, the share of the largest class. */
function isConstantPrediction({ path, call }: CalledPath): boolean {
  if (path === "numpy.full" || path === "numpy.full_like" || path === "torch.full_like")
    return call.args
      .slice(1)
      .some((arg) => contains(arg.value, (name) => /^(mean|median|mode|average|max|argmax|item)$/.test(name)));
  if (path.endsWith(".most_common")) return true;
  return path.endsWith(".value_counts") && call.args.some((arg) => arg.name === "normalize");
}

function contains(expression: Expression, test: (name: string) => boolean): boolean {
  const pending = [expression];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.kind === "Attribute" && test(next.name)) return true;
    pushParts(next, pending);
  }
  return false;
}

/** In the names of variables, functions and keys, or in what is printed; not in a comment or a docstring. */
function speaksOfBaseline(form: FormModule): boolean {
  const said: string[] = [];
  eachStatement(form.body, (statement) => {
    if (statement.kind === "FunctionStatement") said.push(statement.function.name ?? "");
    if (statement.kind === "ClassStatement") said.push(statement.name ?? "");
  });
  eachExpression(form.body, (expression) => {
    if (expression.kind === "Name") said.push(expression.id);
    else if (expression.kind === "Attribute") said.push(expression.name);
    else if (expression.kind === "Template") said.push(...expression.texts);
    else if (expression.kind === "Literal" && typeof expression.value === "string" && expression.value.length < 80)
      said.push(expression.value);
  });
  return said.some((text) => baselineWords.test(text));
}
