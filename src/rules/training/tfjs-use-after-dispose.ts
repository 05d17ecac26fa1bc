import type { Model } from "../../semantics/model.js";
import { disposedUses, type DisposedUse } from "../../semantics/tfjs/disposed-tensors.js";
import { defineRule, type Report } from "../rule.js";
import { placeInFile, shorten } from "../wording.js";

export default defineRule({
  meta: {
    id: "tfjs-use-after-dispose",
    stage: "training",
    languages: ["typescript"],
    severity: "warning",
    preset: "recommended",
    summary: "A tensor is used after its memory was given back",
    why: "A disposed tensor throws as soon as it is used, under whatever name. `tf.tidy` disposes everything that is made in it but what it returns.",
    fix: "Dispose after the last use; return tensors from `tf.tidy`, or mark them with `tf.keep`.",
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

const scores = tf.tensor1d([0.2, 0.5, 0.3]);
const best = scores.argMax();
scores.dispose();
console.log(best.dataSync(), scores.dataSync());
`,
      good: `import * as tf from "@tensorflow/tfjs";

const scores = tf.tensor1d([0.2, 0.5, 0.3]);
const best = scores.argMax();
console.log(best.dataSync(), scores.dataSync());
scores.dispose();
`,
    },
    {
      language: "typescript",
      title: "What a tidy does not return is gone.",
      bad: `import * as tf from "@tensorflow/tfjs";

let squares;
tf.tidy(() => {
  squares = tf.range(0, 5).square();
});
squares.print();
`,
      good: `import * as tf from "@tensorflow/tfjs";

const squares = tf.tidy(() => tf.range(0, 5).square());
squares.print();
`,
    },
  ],

  *check(model) {
    for (const use of disposedUses(model)) yield report(model, use);
  },
});

function report(model: Model, { at, by, how }: DisposedUse): Report {
  const name = shorten(model.text(at), 40);
  const message = {
    disposed: `\`${name}\` is used here after it was disposed: dispose it after the last use.`,
    tidied: `\`${name}\` was made in a \`tidy\` that does not return it, so it is gone: return it, or mark it with \`tf.keep\`.`,
    "next-turn": `\`${name}\` is disposed in this loop, so it is gone in the next turn: dispose it after the loop.`,
  }[how];
  return { at, message, related: placeInFile(by, how === "tidied" ? "The tidy is here." : "It is disposed here.") };
}
