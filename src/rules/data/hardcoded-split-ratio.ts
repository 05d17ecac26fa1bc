import type { Model } from "../../semantics/model.js";
import { literalRatios, type LiteralRatio } from "../../semantics/data/ratios.js";
import { writtenShares } from "../../semantics/data/script-ratios.js";
import { isTestPath } from "../../semantics/code/test-paths.js";
import { scriptLibraries } from "../../knowledge/ml-libraries.js";
import { defineRule, type Report } from "../rule.js";

export default defineRule({
  meta: {
    id: "hardcoded-split-ratio",
    stage: "data",
    languages: ["python", "typescript"],
    severity: "hint",
    preset: "recommended",
    summary: "The share that a split holds out is written as a number",
    why: "Scores on test sets of different sizes are hard to compare, and a number that stands in several places is changed in one of them.",
    fix: "Name the ratio once, as a constant or in the configuration, and pass that.",
    guide: "data/splitting#one-place-for-the-ratio",
    libraries: ["sklearn", "torch", "keras", "tensorflow", "cuml", "dask_ml", ...scriptLibraries],
    topics: ["data", "chance"],
    readsOwnNames: true,
    since: "0.1.0",
  },

  examples: [
    {
      bad: `from sklearn.model_selection import train_test_split

def for_tuning(rows):
    return train_test_split(rows, test_size=0.2, random_state=7)

def for_report(rows):
    return train_test_split(rows, test_size=0.25, random_state=7)
`,
      good: `from sklearn.model_selection import train_test_split

TEST_SHARE = 0.2

def for_tuning(rows):
    return train_test_split(rows, test_size=TEST_SHARE, random_state=7)

def for_report(rows):
    return train_test_split(rows, test_size=TEST_SHARE, random_state=7)
`,
    },
    {
      language: "typescript",
      title: "In a split by hand the number says nothing of what it is for.",
      bad: `import { NeuralNetwork } from "brain.js";

const cut = Math.floor(rows.length * 0.8);
const trainRows = rows.slice(0, cut);
const testRows = rows.slice(cut);
new NeuralNetwork().train(trainRows);
`,
      good: `import { NeuralNetwork } from "brain.js";

const trainShare = 0.8;
const cut = Math.floor(rows.length * trainShare);
const trainRows = rows.slice(0, cut);
const testRows = rows.slice(cut);
new NeuralNetwork().train(trainRows);
`,
    },
    {
      language: "typescript",
      bad: `import * as tf from "@tensorflow/tfjs";

const model = tf.sequential();
await model.fit(inputs, labels, { epochs: 5, validationSplit: 0.1 });
await model.fit(inputs, labels, { epochs: 50, validationSplit: 0.2 });
`,
      good: `import * as tf from "@tensorflow/tfjs";

const heldOut = 0.2;
const model = tf.sequential();
await model.fit(inputs, labels, { epochs: 5, validationSplit: heldOut });
await model.fit(inputs, labels, { epochs: 50, validationSplit: heldOut });
`,
    },
  ],

  *check(model) {
    yield* disagreeing(model);
    if (model.form.language !== "typescript" || isTestPath(model.path)) return;
    for (const { literal, share } of writtenShares(model))
      yield {
        at: literal,
        message: `${percent(share)} of the rows go to one part by a number in the code: give the share a name, or take it from the configuration.`,
      };
  },
});

/** The splits by functions of libraries, whose shares are numbers everywhere: only those that disagree. */
function* disagreeing(model: Model): Iterable<Report> {
  const first = new Map<string, LiteralRatio>();
  for (const ratio of literalRatios(model)) {
    const { literal, heldOut, purpose } = ratio;
    const before = first.get(purpose);
    if (before === undefined) first.set(purpose, ratio);
    else if (before.heldOut !== heldOut) {
      yield {
        at: literal,
        message: `This split holds out ${percent(heldOut)}, an earlier one ${percent(before.heldOut)}: name the ratio in one place.`,
        related: [{ at: before.literal, message: `${percent(before.heldOut)} are held out here.` }],
      };
    }
  }
}

function percent(share: number): string {
  return `${String(Math.round(share * 1000) / 10)} %`;
}
