import { asyncTidies } from "../../semantics/tfjs/async-tidies.js";
import { defineRule } from "../rule.js";
import { alsoAt, nameOf } from "../wording.js";

export default defineRule({
  meta: {
    id: "tfjs-async-tidy",
    stage: "training",
    languages: ["typescript"],
    severity: "warning",
    preset: "recommended",
    summary: "`tf.tidy` is given a function that it cannot wait for",
    why: "`tf.tidy` ends when its function returns: of one that is async it gets a promise, which it refuses, and what is made after the first `await` is never given back.",
    fix: "Do the waiting outside: return tensors from `tf.tidy`, `await` what they hold, then dispose them.",
    guide: "training/debugging#tensors-and-their-memory",
    sources: [{ title: "TensorFlow.js: tf.tidy", url: "https://js.tensorflow.org/api/latest/#tidy" }],
    libraries: ["@tensorflow/tfjs"],
    topics: ["tensorflowJs"],
    since: "0.1.0",
  },

  examples: [
    {
      language: "typescript",
      bad: `import * as tf from "@tensorflow/tfjs";

export const norm = (values: tf.Tensor) =>
  tf.tidy(async () => {
    const length = values.square().sum().sqrt();
    return await length.data();
  });
`,
      good: `import * as tf from "@tensorflow/tfjs";

export const norm = async (values: tf.Tensor) => {
  const length = tf.tidy(() => values.square().sum().sqrt());
  const read = await length.data();
  length.dispose();
  return read;
};
`,
    },
  ],

  *check(model) {
    for (const { call, promise } of asyncTidies(model)) {
      yield {
        at: nameOf(model, call),
        message:
          promise === undefined
            ? "`tf.tidy` does not wait for an async function, and refuses the promise that it gets: `await` outside of it."
            : "This function gives `tf.tidy` a promise, which it refuses: return the tensor, and wait for it outside.",
        related: promise === undefined ? [] : alsoAt(promise, model, "The promise is made here."),
      };
    }
  },
});
