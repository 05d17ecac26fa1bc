import { lostModels } from "../../semantics/tfjs/models-made.js";
import { defineRule } from "../rule.js";
import { nameOf, shorten } from "../wording.js";

export default defineRule({
  meta: {
    id: "tfjs-model-not-disposed",
    stage: "deployment",
    languages: ["typescript"],
    severity: "warning",
    preset: "recommended",
    summary: "A TensorFlow.js model is made or loaded again and again and never given back",
    why: "A model holds its weights as tensors, which nothing collects: each turn, request or click that makes another one keeps the memory of the last, and pays for loading it.",
    fix: "Load the model once and keep it, or call `model.dispose()` when it is done with.",
    guide: "deployment/infrastructure#one-model-for-all-requests",
    sources: [
      {
        title: "TensorFlow.js: LayersModel.dispose",
        url: "https://js.tensorflow.org/api/latest/#tf.LayersModel.dispose",
      },
    ],
    libraries: ["@tensorflow/tfjs"],
    topics: ["tensorflowJs"],
    since: "0.1.0",
  },

  examples: [
    {
      language: "typescript",
      bad: `import * as tf from "@tensorflow/tfjs";

button.addEventListener("click", async () => {
  const model = await tf.loadLayersModel("/model.json");
  const scores = tf.tidy(() => model.predict(tf.browser.fromPixels(image)));
  show(scores);
});
`,
      good: `import * as tf from "@tensorflow/tfjs";

const model = await tf.loadLayersModel("/model.json");
button.addEventListener("click", () => {
  const scores = tf.tidy(() => model.predict(tf.browser.fromPixels(image)));
  show(scores);
});
`,
    },
    {
      language: "typescript",
      bad: `import * as tf from "@tensorflow/tfjs";

for (const units of [8, 16, 32]) {
  const model = tf.sequential({ layers: [tf.layers.dense({ units, inputShape: [4] })] });
  model.summary();
}
`,
      good: `import * as tf from "@tensorflow/tfjs";

for (const units of [8, 16, 32]) {
  const model = tf.sequential({ layers: [tf.layers.dense({ units, inputShape: [4] })] });
  model.summary();
  model.dispose();
}
`,
    },
  ],

  *check(model) {
    for (const { call, how, where } of lostModels(model)) {
      const at = nameOf(model, call);
      const name = shorten(model.text(at), 40);
      const when = where === "loop" ? "in every turn of this loop" : "every time this is called";
      const what = how === "loaded" ? "loads a model" : "makes a model";
      yield {
        at,
        message: `\`${name}\` ${what} ${when}, and nothing disposes it: ${how === "loaded" ? "load it once and keep it" : "`dispose` it after its last use"}.`,
      };
    }
  },
});
