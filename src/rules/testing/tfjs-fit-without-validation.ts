import type { Call } from "../../syntax/expressions.js";
import { givesTfjsModel, isTfjsModelType, scoresTfjsModel, tfjsFits } from "../../knowledge/tfjs.js";
import { calledPaths } from "../../semantics/code/called-paths.js";
import type { Model } from "../../semantics/model.js";
import type { CallEvent } from "../../semantics/follow/run.js";
import { uniqueCalls } from "../../semantics/code/unique.js";
import { alternatives, type Value } from "../../semantics/values.js";
import { defineRule, type Report } from "../rule.js";
import { addArgument, nameOf } from "../wording.js";

export default defineRule({
  meta: {
    id: "tfjs-fit-without-validation",
    stage: "testing",
    languages: ["typescript"],
    severity: "warning",
    preset: "recommended",
    summary: "A TensorFlow.js model is trained and scored on no other rows",
    why: "The loss on the training rows falls even where the model learns them by heart; only rows that it has not seen tell whether it learned anything.",
    fix: "Pass `validationSplit` or `validationData` to `fit`, or call `evaluate` on held-out rows.",
    guide: "testing/held-out-evaluation#validation-during-training",
    sources: [
      { title: "TensorFlow.js: LayersModel.fit", url: "https://js.tensorflow.org/api/latest/#tf.LayersModel.fit" },
    ],
    fixable: "suggestion",
    libraries: ["@tensorflow/tfjs"],
    since: "0.1.0",
  },

  examples: [
    {
      language: "typescript",
      bad: `import * as tf from "@tensorflow/tfjs";

const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [3] })] });
model.compile({ optimizer: "sgd", loss: "meanSquaredError" });
await model.fit(inputs, labels, { epochs: 20 });
`,
      good: `import * as tf from "@tensorflow/tfjs";

const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [3] })] });
model.compile({ optimizer: "sgd", loss: "meanSquaredError" });
await model.fit(inputs, labels, { epochs: 20, validationSplit: 0.2 });
`,
    },
  ],

  *check(model) {
    const fits = uniqueCalls(model.calls.filter((event) => isUnvalidatedFit(event)));
    if (fits.length === 0 || calledPaths(model.form).some(({ path }) => scoresTfjsModel(path))) return;
    // A function of another file may score the model that it is handed.
    if (model.allCalls.some(({ method }) => method !== undefined && scoresTfjsModel(`.${method}`))) return;
    for (const { call } of fits) yield report(model, call);
  },
});

function isUnvalidatedFit({ method, receiver, call, args }: CallEvent): boolean {
  const position = method === undefined ? undefined : tfjsFits.get(method);
  if (position === undefined || !(alternatives(receiver).some(isModel) || hasEpochs(call))) return false;
  if (call.args.some((arg) => arg.spread !== "none")) return false;
  const options = args.positional[position];
  return options === undefined ? call.args.length === position : alternatives(options).every(lacksValidation);
}

/** Made by tfjs, annotated as a model of it, or compiled like one. */
function isModel(value: Value): boolean {
  if (value.kind !== "entity") return false;
  if (value.type !== undefined && isTfjsModelType(value.type)) return true;
  if (value.origin.how === "call" && value.origin.path !== undefined && givesTfjsModel(value.origin.path)) return true;
  return value.class === undefined && value.methodsCalled.has("compile");
}

/** In a file that uses tfjs, what is fitted for a number of epochs is one of its models. */
function hasEpochs(call: Call): boolean {
  return call.args.some(
    ({ value }) =>
      value.kind === "Mapping" &&
      value.entries.some(
        ({ key }) =>
          (key?.kind === "Name" && key.id === "epochs") || (key?.kind === "Literal" && key.value === "epochs"),
      ),
  );
}

/** Only options that an object literal lists are known to the last key; one may be added later under a name of its own. */
function lacksValidation(options: Value): boolean {
  if (options.kind !== "entity" || options.origin.how !== "container" || options.site?.kind !== "Mapping") return false;
  const isListed = options.site.entries.every(({ key }) => key?.kind === "Name" || key?.kind === "Literal");
  return isListed && ![...options.fields.keys()].some((name) => name.startsWith("validation"));
}

function report(model: Model, call: Call): Report {
  const name = model.text(nameOf(model, call));
  return {
    at: nameOf(model, call),
    message: `\`${name}\` sees the training rows only: pass \`validationSplit\` or \`validationData\`, or \`evaluate\` on held-out rows.`,
    fixes: name.endsWith("fit") ? fixes(model, call) : [],
  };
}

function fixes(model: Model, call: Call): NonNullable<Report["fixes"]> {
  const options = call.args[2]?.value;
  if (options === undefined) return [fix(addArgument(model, call, "{ validationSplit: 0.2 }"))];
  const last = options.kind === "Mapping" ? options.entries.at(-1) : undefined;
  if (last === undefined || !/^[\s,]*\}$/.test(model.text({ start: last.value.end, end: options.end }))) return [];
  return [fix({ start: last.value.end, end: last.value.end, newText: ", validationSplit: 0.2" })];
}

function fix(edit: {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}): NonNullable<Report["fixes"]>[number] {
  return { title: "Hold out 20 % of the rows for validation", safety: "suggestion", edits: [edit] };
}
