import type { Call } from "../../syntax/expressions.js";
import type { Span } from "../../syntax/span.js";
import { comparedPairs } from "../code/comparisons.js";
import { perModel } from "../code/per-model.js";
import type { CallEvent } from "../follow/run.js";
import type { Model } from "../model.js";
import { alternatives, type Value } from "../values.js";
import { completionsOf } from "./completions.js";

/** What a program does with the text of an answer, beside showing it. */
export interface AnswerUse {
  readonly how: "parsed" | "matched" | "converted" | "compared" | "scored" | "tested";
  readonly at: Span;
}

/** The uses of each completion's answer by the program itself. */
export const answerUses = perModel((model): ReadonlyMap<Call, readonly AnswerUse[]> => {
  const asked = new Set(completionsOf(model).map(({ event }) => event.call));
  const found = new Map<Call, AnswerUse[]>();
  if (asked.size === 0) return found;
  const note = (value: Value | undefined, how: AnswerUse["how"], at: Span): void => {
    const call = answerBehind(value, asked);
    if (call === undefined) return;
    const known = found.get(call);
    if (known === undefined) found.set(call, [{ how, at }]);
    else known.push({ how, at });
  };
  for (const event of model.calls) for (const { value, how } of readBy(event)) note(value, how, event.call);
  for (const { left, right, leftValue, rightValue, comparison } of comparedPairs(model)) {
    if (isEmptiness(model, left) || isEmptiness(model, right)) continue;
    note(leftValue, "compared", comparison);
    note(rightValue, "compared", comparison);
  }
  return found;
});

/** `answer is None`, `answer === ""`: whether there is an answer says nothing of what stands in it. */
function isEmptiness(model: Model, operand: Span): boolean {
  return /^(None|null|undefined|""|''|\d+|True|False|true|false)$/.test(model.text(operand));
}

const parsers =
  /^(globals\.JSON\.parse|json\.loads|simplejson\.loads|orjson\.loads|ujson\.loads|json5\.(loads|parse)|ast\.literal_eval|yaml\.(safe_)?load|json_repair\.(loads|repair_json)|jsonrepair\.jsonrepair|partial_json_parser\.\w+)$/;
const converters = /^(builtins\.(int|float)|globals\.(Number|parseInt|parseFloat|Number\.parse\w+))$/;
const patterns = /^(re|regex)\.(search|match|fullmatch|findall|finditer)$/;
const scorers = /^(sklearn\.metrics\.|evaluate\.|torchmetrics\.|nltk\.translate\.|sacrebleu\.|rouge_score\.|jiwer\.)/;

function readBy({
  path,
  method,
  args,
  receiver,
}: CallEvent): readonly { readonly value: Value | undefined; readonly how: AnswerUse["how"] }[] {
  const [first, second] = args.positional;
  if (path !== undefined) {
    if (parsers.test(path)) return [{ value: first, how: "parsed" }];
    if (converters.test(path)) return [{ value: first, how: "converted" }];
    if (patterns.test(path)) return [{ value: second, how: "matched" }];
    if (scorers.test(path)) return args.positional.map((value) => ({ value, how: "scored" }));
    if (/(^|\.)expect$/.test(path)) return [{ value: first, how: "tested" }];
  }
  switch (method) {
    case "match":
    case "matchAll":
      return [
        { value: receiver, how: "matched" },
        { value: first, how: "matched" },
      ];
    case "exec":
    case "search":
    case "findall":
    case "fullmatch":
    case "finditer":
      return [{ value: first, how: "matched" }];
    case "startswith":
    case "startsWith":
    case "includes":
      return [{ value: receiver, how: "compared" }];
    default:
      return [];
  }
}

const handsOn =
  /^(trim\w*|strip|lstrip|rstrip|slice|substring|lower|upper|toLowerCase|toUpperCase|replace|replaceAll|split|text|toString|get|at|pop|join|removeprefix|removesuffix|splitlines|then|partition|rpartition)$/;
const wraps =
  /^(globals\.String|builtins\.(str|list|tuple)|re\.sub|asyncio\.run|globals\.Promise\.\w+|asyncio\.gather)$/;

/** The completion whose answer a value is, or is a part of. */
export function answerBehind(value: Value | undefined, asked: ReadonlySet<Call>, depth = 0): Call | undefined {
  if (depth > 24) return undefined;
  for (const one of alternatives(value)) {
    const found = behindOne(one, asked, depth);
    if (found !== undefined) return found;
  }
  return undefined;
}

function behindOne(value: Value, asked: ReadonlySet<Call>, depth: number): Call | undefined {
  if (value.kind !== "entity") return undefined;
  const { origin } = value;
  switch (origin.how) {
    case "attribute":
      // How long, how many tokens, why it ended.
      return /^(length|usage|id|model|finish_reason|finishReason|stop_reason|role|type|tool_calls|toolCalls|function_call|status|refusal|parsed|object|output_parsed)$/.test(
        origin.name,
      )
        ? undefined
        : answerBehind(origin.of, asked, depth + 1);
    case "index":
    case "element":
    case "slice":
      return answerBehind(origin.of, asked, depth + 1);
    case "call": {
      if (asked.has(origin.call)) return origin.call;
      const { path, method, receiver, args } = origin;
      if (path !== undefined && wraps.test(path)) return answerBehind(args.positional.at(-1), asked, depth + 1);
      return method !== undefined && handsOn.test(method) ? answerBehind(receiver, asked, depth + 1) : undefined;
    }
    case "operation":
      return /^(or|\?\?)$/.test(origin.operator) ? answerBehind(value.from[0], asked, depth + 1) : undefined;
    case "container":
      return value.from.length === 1 ? answerBehind(value.from[0], asked, depth + 1) : undefined;
    default:
      return undefined;
  }
}
