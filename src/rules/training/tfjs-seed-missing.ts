import type { Model } from "../../semantics/model.js";
import { unseededDraws, type UnseededDraw } from "../../semantics/tfjs/unseeded.js";
import { beforeSeed } from "../../knowledge/tfjs-random.js";
import { defineRule, type ReportEdit } from "../rule.js";
import { addArgument, nameOf, shorten, suggest } from "../wording.js";

export default defineRule({
  meta: {
    id: "tfjs-seed-missing",
    stage: "training",
    languages: ["typescript"],
    severity: "hint",
    preset: "strict",
    summary: "TensorFlow.js draws at random without a seed",
    why: "TensorFlow.js has no seed for the whole program: every initialiser, draw and shuffle without its own makes each run another one.",
    fix: "Give each initialiser, random tensor and `dataset.shuffle` a seed; shuffle arrays with a seeded generator.",
    guide: "training/reproducibility#seeds",
    sources: [
      { title: "TensorFlow.js: random tensors", url: "https://js.tensorflow.org/api/latest/#Tensors-Random" },
      { title: "TensorFlow.js: initializers", url: "https://js.tensorflow.org/api/latest/#Initializers" },
    ],
    fixable: "suggestion",
    libraries: ["@tensorflow/tfjs"],
    topics: ["tensorflowJs"],
    since: "0.1.0",
  },

  examples: [
    {
      language: "typescript",
      bad: `import * as tf from "@tensorflow/tfjs";

const kernelInitializer = tf.initializers.heNormal({});
const model = tf.sequential({ layers: [tf.layers.dense({ units: 8, kernelInitializer })] });
await model.fit(xs, ys, { epochs: 5 });
`,
      good: `import * as tf from "@tensorflow/tfjs";

const kernelInitializer = tf.initializers.heNormal({ seed: 42 });
const model = tf.sequential({ layers: [tf.layers.dense({ units: 8, kernelInitializer })] });
await model.fit(xs, ys, { epochs: 5 });
`,
    },
    {
      language: "typescript",
      bad: `import * as tf from "@tensorflow/tfjs";

const weights = tf.variable(tf.randomNormal([4, 1]));
tf.train.sgd(0.1).minimize(() => loss(weights));
`,
      good: `import * as tf from "@tensorflow/tfjs";

const weights = tf.variable(tf.randomNormal([4, 1], 0, 1, "float32", 42));
tf.train.sgd(0.1).minimize(() => loss(weights));
`,
    },
  ],

  *check(model) {
    for (const draw of unseededDraws(model)) {
      const at = nameOf(model, draw.event.call);
      const name = shorten(model.text(at), 40);
      const what =
        draw.how === "none"
          ? "cannot be seeded: shuffle with a generator that is"
          : "has no seed, so that every run differs: pass one";
      yield { at, message: `\`${name}\` ${what}.`, fixes: suggest("Pass a seed", seeding(model, draw)) };
    }
  },
});

function seeding(model: Model, { event, how }: UnseededDraw): ReportEdit | undefined {
  const { call, method, path } = event;
  const [options] = call.args;
  const before = path === undefined ? undefined : beforeSeed.get(path);
  if (how === "argument" && before !== undefined && call.args.length >= before.least)
    return addArgument(model, call, [...before.standard.slice(call.args.length - before.least), "42"].join(", "));
  if (how === "argument" && method === "shuffle" && call.args.length === 1) return addArgument(model, call, "42");
  if (how !== "option") return undefined;
  if (options === undefined) return addArgument(model, call, "{ seed: 42 }");
  if (options.value.kind !== "Mapping") return undefined;
  const last = options.value.entries.at(-1)?.value;
  const start = last === undefined ? options.start + 1 : last.end;
  return { start, end: start, newText: last === undefined ? " seed: 42 " : ", seed: 42" };
}
