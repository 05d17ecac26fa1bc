import type { CallFact } from "../../project/facts/code-facts.js";
import { argumentOf, argumentsOf, literalOf } from "./fact-values.js";
import type { TestTrace } from "./test-traces.js";
import { trains } from "./training-calls.js";

/** What a test can show of the code of a model. */
export type ModelTestKind =
  "output shape" | "falling loss" | "gradients" | "save and load" | "independent rows" | "single row";

/** The kinds of tests of a model that a test is, by what it asserts and what it does. */
export function kindsOf(trace: TestTrace): readonly ModelTestKind[] {
  const { test, own, all } = trace;
  const asserted = test.assertions.map(({ mentions, text }) => [...mentions, text].join(" "));
  const asserts = (pattern: RegExp): boolean => asserted.some((text) => pattern.test(text));
  const does = (pattern: RegExp): boolean => all.some(({ name }) => pattern.test(name));
  const loadsBooster = all.some((call) => argumentOf(call, ["model_file", "model_str"]) !== undefined);
  const compares = asserts(
    /allclose|assert_close|assert_allclose|assert_array|assert_\w*equal|torch\.equal|array_equal|approx|toBeCloseTo|toEqual|assertEqual|==/,
  );
  const isTraining = all.some(trains);
  const found: ModelTestKind[] = [];
  if (asserts(/\bshape\b|\bdtype\b|\bndim\b|\bsize\b|assert_shape|toHaveShape|\bcolumns\b/)) found.push("output shape");
  if (isTraining && asserts(/loss|history|error/i) && asserts(/[<>]|assertLess|assertGreater|toBeLess|toBeGreater/))
    found.push("falling loss");
  if (
    (isTraining && asserts(/\bgrad\b|requires_grad/)) ||
    (isTraining &&
      does(/^(?:step|apply_gradients)$/) &&
      asserts(/equal|allclose|!=/) &&
      asserts(/before|after|param|weight|initial|old|new/))
  )
    found.push("gradients");
  if (
    compares &&
    does(/^(?:save|dump|dumps|save_model|save_pretrained|state_dict|save_weights|export|save_checkpoint)$|^save_/) &&
    (loadsBooster ||
      does(
        /^(?:load|loads|load_model|from_pretrained|load_state_dict|load_weights|load_from_checkpoint|loadLayersModel)$|^load_/,
      ))
  )
    found.push("save and load");
  if (compares && /batch_?(?:in|size_in)?(?:depend|vari)|independen|invarian|alone|batched/i.test(test.name))
    found.push("independent rows");
  if (
    own.some(isSingleRow) ||
    /(?:batch|size)_?(?:of_?)?one\b|single_(?:row|example|sample|item|image)|one_(?:row|example|sample|image)/i.test(
      test.name,
    )
  )
    found.push("single row");
  return found;
}

/** `torch.randn(1, 3, 32, 32)`, `np.zeros((1, 4))`. */
function isSingleRow(call: CallFact): boolean {
  if (
    !/^(?:torch|numpy|tensorflow|jax\.numpy|@tensorflow\/tfjs)\b/.test(call.path ?? "") ||
    !/^(?:rand\w*|zeros|ones|full|normal|uniform|tensor\dd)$/.test(call.name)
  )
    return false;
  const [first] = argumentsOf(call);
  const sizes = first?.kind === "list" ? first.items : call.positional;
  return sizes.length > 1 && literalOf(sizes[0]) === 1;
}
