import { isTfjsModelFactory } from "../../knowledge/tfjs.js";
import type { Call, Mapping } from "../../syntax/expressions.js";
import type { Model } from "../../semantics/model.js";
import type { CallEvent } from "../../semantics/run.js";
import { uniqueCalls } from "../../semantics/unique.js";
import { alternatives, type Entity, type Value } from "../../semantics/values.js";
import { defineRule, type ReportEdit } from "../rule.js";
import { addArgument, nameOf, shorten } from "../wording.js";

export default defineRule({
  meta: {
    id: "tfjs-fit-without-validation",
    stage: "testing",
    languages: ["typescript"],
    severity: "warning",
    preset: "recommended",
    summary: "A model is fitted without any held-out data",
    why: "The loss on the examples that a model learns from always falls. Only examples that it has not seen tell whether it learned anything, and when to stop.",
    fix: "Pass `validationSplit` or `validationData` to `fit`, or call `evaluate` on examples that were set aside.",
    guide: "testing/held-out-evaluation#validation-during-training",
    sources: [
      { title: "TensorFlow.js: tf.LayersModel.fit", url: "https://js.tensorflow.org/api/latest/#tf.LayersModel.fit" },
    ],
    fixable: "suggestion",
    libraries: ["@tensorflow/tfjs"],
    since: "0.1.0",
  },

  examples: [
    {
      language: "typescript",
      bad: `import * as tf from "@tensorflow/tfjs";

const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [4] })] });
model.compile({ optimizer: "adam", loss: "meanSquaredError" });
await model.fit(features, prices, { epochs: 40 });
`,
      good: `import * as tf from "@tensorflow/tfjs";

const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [4] })] });
model.compile({ optimizer: "adam", loss: "meanSquaredError" });
await model.fit(features, prices, { epochs: 40, validationSplit: 0.2 });
`,
    },
  ],

  *check(model) {
    if (model.allCalls.some(({ method }) => method === "evaluate" || method === "evaluateDataset")) return;
    for (const event of uniqueCalls(model.calls)) {
      const position = event.method === "fit" ? 2 : event.method === "fitDataset" ? 1 : undefined;
      if (position === undefined || event.callee !== undefined || !alternatives(event.receiver).some(isModel)) continue;
      if (event.args.open || !isWithout(event.args.positional[position])) continue;
      const edit = event.method === "fit" ? addSplit(model, event, position) : undefined;
      yield {
        at: nameOf(model, event.call),
        message: `\`${receiverOf(model, event)}\` is never scored on held-out data: pass ${
          event.method === "fit" ? "`validationSplit` or `validationData`" : "`validationData`"
        }, or \`evaluate\` it on examples set aside.`,
        fixes:
          edit === undefined
            ? []
            : [{ title: "Hold out the last fifth of the rows", safety: "suggestion", edits: [edit] }],
      };
    }
  },
});

function isModel(value: Value): boolean {
  if (value.kind !== "entity") return false;
  if (value.type !== undefined && /^@tensorflow\/tfjs\.(Sequential|LayersModel)$/.test(value.type)) return true;
  const { origin } = value;
  if (origin.how === "call") return origin.path !== undefined && isTfjsModelFactory(origin.path);
  return value.methodsCalled.has("compile");
}

/** Do the options certainly name no validation data? Options that come from elsewhere may. */
function isWithout(options: Value | undefined): boolean {
  if (options === undefined) return true;
  return alternatives(options).every((option) => option.kind === "entity" && isPlainWithout(option));
}

function isPlainWithout({ origin, site, fields }: Entity): boolean {
  if (origin.how !== "container" || site?.kind !== "Mapping") return false;
  if (site.entries.some((entry) => entry.key === undefined)) return false;
  return !fields.has("validationSplit") && !fields.has("validationData");
}

function receiverOf(model: Model, { call }: CallEvent): string {
  return shorten(model.text(call.callee.kind === "Attribute" ? call.callee.object : call.callee));
}

function addSplit(model: Model, event: CallEvent, position: number): ReportEdit | undefined {
  const options = optionsOf(event.call, position);
  if (options === undefined)
    return event.call.args.length === position ? addArgument(model, event.call, "{ validationSplit: 0.2 }") : undefined;
  const last = options.entries.at(-1)?.value;
  if (last === undefined) return { start: options.start, end: options.end, newText: "{ validationSplit: 0.2 }" };
  return { start: last.end, end: last.end, newText: ", validationSplit: 0.2" };
}

function optionsOf(call: Call, position: number): Mapping | undefined {
  const value = call.args[position]?.value;
  return value?.kind === "Mapping" ? value : undefined;
}
