import type { CallFact, CodeFile, FactValue, GuardFact } from "../../project/facts/code-facts.js";
import type { TestCase } from "../../project/facts/file-facts.js";
import type { ChecklistProject } from "../project.js";
import { leadingTo, nodeOf } from "./call-graph.js";
import { provesSomething } from "./code-evidence.js";
import { isMetricName } from "./metric-names.js";
import { isPredicting } from "./predictions.js";
import { trainers, trains } from "./training-calls.js";

export type Behaviour = "minimum" | "invariance" | "direction" | "property";

export interface BehaviourTest {
  readonly test: TestCase;
  readonly kind: Behaviour;
}

/** Tests that prove something about single predictions, not about a score. */
export function behaviourTests(project: ChecklistProject): readonly BehaviourTest[] {
  const predicting = leadingTo(project, project.code.flatMap(predictors));
  const functions = { predicting, training: trainers(project) };
  const files = new Map(project.code.map((file) => [file.path, file]));
  return project.tests.flatMap((test): readonly BehaviourTest[] => {
    const file = files.get(test.path);
    if (file === undefined || !provesSomething(test)) return [];
    const kind = kindOf(file, test, functions);
    return kind === undefined ? [] : [{ test, kind }];
  });
}

/** Functions of the product and of tests that ask a model, and those that train one, as `path#name`. */
interface Functions {
  readonly predicting: ReadonlySet<string>;
  readonly training: ReadonlySet<string>;
}

/** Functions that ask a model themselves, or that are called as such functions are. */
function predictors({ path, role, calls, functions }: CodeFile): readonly string[] {
  if (role === "test") return [];
  const named = functions.filter(({ name }) =>
    isPredicting({ name: name.slice(name.lastIndexOf(".") + 1), path: undefined }),
  );
  return [
    ...calls.filter(isPredicting).map(({ within }) => nodeOf(path, within)),
    ...named.map(({ name }) => nodeOf(path, name)),
  ];
}

function kindOf(file: CodeFile, { name }: TestCase, { predicting, training }: Functions): Behaviour | undefined {
  const calls = file.calls.filter(({ within }) => within === name || within.startsWith(`${name}.`));
  const asked = calls.filter((call) => predicts(call, predicting));
  const guards = file.guards.filter(({ within, isConstant }) => within === name && !isConstant);
  if (asked.length === 0 || guards.some(isAboutOther)) return undefined;
  // A model that is saved, converted or trained twice is compared with itself, and a time is no behaviour.
  if (calls.some((call) => isCopying(call) || isClock(call)) || isTrainedTwice(calls, training)) return undefined;
  const form = file.functions.find((one) => one.name === name);
  if (form?.decorators.some(({ path }) => path === "hypothesis.given") === true) return "property";
  if (isPaired(asked)) {
    if (guards.some(isOrder)) return "direction";
    if (guards.some(isSame) || calls.some(isCloseness)) return "invariance";
  }
  // What a service answers to a request is its contract, whatever the model thinks.
  const isKnown = guards.some((guard) => isKnownAnswer(guard) || (isParametrized(form) && isEquality(guard)));
  return isKnown && !asked.every(isRequest) ? "minimum" : undefined;
}

/** Is the same question asked about two inputs? */
function isPaired(asked: readonly CallFact[]): boolean {
  const times = new Map<string, number>();
  for (const { target, text, inLoop } of asked) {
    const key = target ?? text;
    times.set(key, (times.get(key) ?? 0) + (inLoop ? 2 : 1));
  }
  // `low, high = predict([dark, bright])` asks about both at once.
  return (
    [...times.values()].some((count) => count > 1) || asked.some(({ resultName }) => resultName?.includes(",") === true)
  );
}

function isTrainedTwice(calls: readonly CallFact[], training: ReadonlySet<string>): boolean {
  const trained = calls.filter((call) => trains(call) || (call.target !== undefined && training.has(call.target)));
  return trained.length > 1 || trained.some(({ inLoop }) => inLoop);
}

function isClock({ path }: CallFact): boolean {
  return path !== undefined && /^(?:time\.\w+|timeit\.\w+|datetime\.datetime\.now)$/.test(path);
}

/** A call that asks for a prediction, itself or through the product's code or the test's own helpers. */
function predicts(call: CallFact, predicting: ReadonlySet<string>): boolean {
  if (isPredicting(call) || isRequest(call)) return true;
  if (call.target !== undefined) return predicting.has(call.target);
  return /^(?:model|classifier|pipeline|predictor)$/.test(call.text);
}

/** `client.post("/predict", ...)` */
function isRequest({ text, positional }: CallFact): boolean {
  if (!/^(?:client|api|http|session)\w*\.(?:post|get)$/i.test(text)) return false;
  return positional.some(
    (value) =>
      value.kind === "literal" && /predict|score|infer|classif|ask|answer|generate|rank/i.test(String(value.value)),
  );
}

function isCopying({ name }: CallFact): boolean {
  return /^(?:save|load|dump|dumps|loads|export|convert|to_onnx|save_model|load_model|state_dict|load_state_dict)(?:_\w+)?$/.test(
    name,
  );
}

/** A score of a whole set, a time, or a status is no behaviour of the model. */
function isAboutOther({ mentions }: GuardFact): boolean {
  return mentions.some(
    (name) =>
      isMetricName(name) || /^(?:\w*elapsed|seconds|duration\w*|perf_counter|latency\w*|p\d\d|\w*_ms)$/.test(name),
  );
}

function isOrder({ comparisons, mentions }: GuardFact): boolean {
  const isLimit = comparisons.some(({ left, right }) => left.kind === "literal" || right.kind === "literal");
  return (
    !isLimit &&
    (comparisons.some(({ operator }) => /^[<>]=?$/.test(operator)) ||
      (mentions.includes("all") && mentions.includes("diff")))
  );
}

function isSame({ comparisons, mentions }: GuardFact): boolean {
  const isPlain = comparisons.some(
    ({ left, right, operator }) => operator === "==" && left.kind !== "literal" && right.kind !== "literal",
  );
  return isPlain || mentions.some((name) => closeness.test(name));
}

function isCloseness({ name }: CallFact): boolean {
  return closeness.test(name);
}

const closeness =
  /^(?:allclose|isclose|approx|assert_allclose|assert_close|assert_array_equal|assert_array_almost_equal|array_equal|assertAlmostEqual|toBeCloseTo|abs)$/;

/** `predict("wonderful") == "positive"`; that a probability lies between 0 and 1 holds for every model. */
function isKnownAnswer({ comparisons, mentions }: GuardFact): boolean {
  const known = comparisons.some(({ left, right, operator }) => {
    const literal = left.kind === "literal" ? left.value : right.kind === "literal" ? right.value : undefined;
    if (operator === "==" || operator === "in")
      return (literal !== undefined && !isForm(literal)) || isConstantName(right);
    return /^[<>]=?$/.test(operator) && typeof literal === "number" && literal !== 0 && literal !== 1;
  });
  return (
    known &&
    !mentions.some(
      (name) => /^(?:len|shape|status_code|isinstance|dtype|ndim|type|sum|count)$/.test(name) || isOfProcess(name),
    )
  );
}

/** How a program ended, and what files it left, holds whatever the model said. */
function isOfProcess(name: string): boolean {
  return /^(?:\w*exit_?code|return_?code|\w*_path|exists|is_file|is_dir|endswith|startswith|listdir)$/.test(name);
}

/** `label=` and `line,label,score`: the form of an answer, and no answer. */
function isForm(literal: unknown): boolean {
  return typeof literal === "string" && (/[=:]\s*$/.test(literal) || /^\w+(?:,\w+)+$/.test(literal));
}

function isConstantName(value: FactValue): boolean {
  return (
    (value.kind === "symbol" || value.kind === "unknown") &&
    /^(?:[A-Z_]+|label|expected|wanted|answer|page)$/.test(value.text)
  );
}

function isEquality({ comparisons }: GuardFact): boolean {
  return comparisons.some(({ operator }) => operator === "==" || operator === "in");
}

function isParametrized(form: CodeFile["functions"][number] | undefined): boolean {
  return form?.decorators.some(({ path }) => path === "pytest.mark.parametrize") === true;
}
