import {
  baselineWords,
  fillsArray,
  findsMajority,
  isBaselinePath,
  isLinearModel,
  isOtherModel,
  isSimpleModel,
} from "../../knowledge/baselines.js";
import { isSupervisedMetric } from "../../knowledge/metrics.js";
import type { Expression, Subscript } from "../../syntax/expressions.js";
import type { FormModule } from "../../syntax/form.js";
import type { CalledPath } from "../code/called-paths.js";
import { eachExpression, eachStatement, pushParts } from "../code/visit.js";

/** Does a file score something simple beside its model, or speak of it? From the text alone. */
export function evaluatesBaseline(form: FormModule, calls: readonly CalledPath[]): boolean {
  return (
    calls.some(({ path }) => isBaselinePath(path) || isLinearModel(path)) ||
    comparesWithSimpleModel(calls) ||
    calls.some((call) => isConstantPrediction(form, call)) ||
    repeatsConstant(form) ||
    scoresConstant(form, calls) ||
    scoresLag(form, calls) ||
    (baselineWords.test(form.text) && speaksOfBaseline(form))
  );
}

/** A decision tree beside a forest, or two kinds of simple models. */
function comparesWithSimpleModel(calls: readonly CalledPath[]): boolean {
  const simple = new Set(calls.filter(({ path }) => isSimpleModel(path)).map(({ path }) => path));
  return simple.size > 1 || (simple.size > 0 && calls.some(({ path }) => isOtherModel(path)));
}

/** `np.full_like(y_test, y_train.mean())`, `Counter(labels).most_common(1)`, the share of the largest class. */
function isConstantPrediction(form: FormModule, { path, call }: CalledPath): boolean {
  const args = call.args.map(({ value }) => value);
  if (fillsArray(path)) return args.some((arg) => mentions(arg, averages));
  if (findsMajority(path)) return true;
  if (path.endsWith(".value_counts")) return call.args.some((arg) => arg.name === "normalize");
  // `np.bincount(y).max() / len(y)`.
  if (/\.(max|argmax)$/.test(path)) return mentions(call.callee, /^bincount$/);
  if (path === "max") return args.length === 2 && areShareAndRest(form, args);
  return isSupervisedMetric(path) && args.some((arg) => mentions(arg, constants) || isShiftedSlice(arg, args));
}

const averages = /^(mean|median|mode|average|argmax|bincount)$/;
const constants = /^(shift|full|full_like|zeros|zeros_like|ones|ones_like)$/;

/** `last = y.shift(24)`, given to a metric later on. */
function scoresConstant({ body }: FormModule, calls: readonly CalledPath[]): boolean {
  const metrics = calls.filter(({ path }) => isSupervisedMetric(path));
  if (metrics.length === 0) return false;
  const names = new Set<string>();
  eachStatement(body, (statement) => {
    if (statement.kind !== "Assign" || statement.value === undefined || !mentions(statement.value, constants)) return;
    for (const target of statement.targets) if (target.kind === "Name") names.add(target.id);
  });
  return metrics.some(({ call }) =>
    call.args.some(({ value }) => {
      const whole = value.kind === "Subscript" ? value.object : value;
      return whole.kind === "Name" && names.has(whole.id);
    }),
  );
}

/** `rows["week_ago"] = rows.y.shift(7)`, given to a metric later on, by itself or in a row with what a model predicts. */
function scoresLag({ body }: FormModule, calls: readonly CalledPath[]): boolean {
  const lags = new Set<unknown>();
  const starts: string[] = [];
  eachStatement(body, (statement) => {
    if (statement.kind !== "Assign" || statement.value === undefined || !mentions(statement.value, /^shift$/)) return;
    for (const target of statement.targets) {
      if (target.kind !== "Subscript") continue;
      lags.add(keyOf(target));
      // `rows[f"lag_{k}"]`.
      const start = target.index.kind === "Template" ? target.index.texts[0] : undefined;
      if (start !== undefined && start !== "") starts.push(start);
    }
  });
  lags.delete(undefined);
  if (lags.size + starts.length === 0) return false;
  const isLag = (value: Expression): boolean => {
    const key = value.kind === "Subscript" ? keyOf(value) : undefined;
    return lags.has(key) || starts.some((start) => typeof key === "string" && key.startsWith(start));
  };
  if (calls.some(({ path, call }) => isSupervisedMetric(path) && call.args.some(({ value }) => isLag(value))))
    return true;
  let found = false;
  eachExpression(body, (expression) => {
    const items =
      expression.kind === "Mapping"
        ? expression.entries.map(({ value }) => value)
        : expression.kind === "Sequence"
          ? expression.items
          : [];
    found ||= items.some(isLag) && items.some((item) => mentions(item, /^predict$/));
  });
  return found;
}

/** `rows["a"]`, `rows.loc[late, "a"]`. */
function keyOf({ index }: Subscript): unknown {
  const last = index.kind === "Sequence" ? index.items.at(-1) : index;
  return last?.kind === "Literal" && typeof last.value === "string" ? last.value : undefined;
}

/** `max(rate, 1 - rate)`: the share of the larger of two classes. */
function areShareAndRest({ text }: FormModule, args: readonly Expression[]): boolean {
  const [first, second] = args.map(({ start, end }) => text.slice(start, end).replace(/\s/g, ""));
  return first === `1-${second ?? ""}` || second === `1-${first ?? ""}`;
}

/** `mean_absolute_error(y[1:], y[:-1])`: each value is predicted by the one before it. */
function isShiftedSlice(arg: Expression, args: readonly Expression[]): boolean {
  return args.some(
    (other) =>
      other !== arg &&
      arg.kind === "Subscript" &&
      other.kind === "Subscript" &&
      arg.object.kind === "Name" &&
      other.object.kind === "Name" &&
      arg.object.id === other.object.id &&
      arg.index.kind === "Slice" &&
      other.index.kind === "Slice",
  );
}

/** `[y.mean()] * len(y_test)`, `np.ones(n) * y.mean()`. */
function repeatsConstant({ body }: FormModule): boolean {
  let found = false;
  eachExpression(body, (expression) => {
    if (found || expression.kind !== "Operation" || expression.operator !== "*") return;
    const repeats = expression.operands.some(
      (operand) => (operand.kind === "Sequence" && operand.form === "list") || mentions(operand, /^ones(_like)?$/),
    );
    found = repeats && mentions(expression, /^(mean|median|mode)$/);
  });
  return found;
}

/** Is there an attribute of such a name in an expression? */
function mentions(expression: Expression, name: RegExp): boolean {
  const pending = [expression];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.kind === "Attribute" && name.test(next.name)) return true;
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
