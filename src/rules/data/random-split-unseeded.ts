import { unseededSplits } from "../../semantics/data/unseeded-splits.js";
import { isTestPath } from "../../semantics/code/test-paths.js";
import { defineRule } from "../rule.js";
import { shorten } from "../wording.js";

export default defineRule({
  meta: {
    id: "random-split-unseeded",
    stage: "data",
    languages: ["typescript"],
    severity: "warning",
    preset: "recommended",
    summary: "Rows are split by chance without a seed",
    why: "`Math.random` takes no seed, so every run trains and tests on other rows: two scores cannot be compared, and a model that is trained on has seen its test rows before.",
    fix: "Draw from a generator with a seed (`seedrandom`, a few lines of mulberry32), or write the split into a file once.",
    guide: "data/splitting#reproducible-splits",
    sources: [
      {
        title: "MDN: Math.random, whose seed cannot be chosen",
        url: "https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/Math/random",
      },
    ],
    libraries: [],
    topics: ["data", "chance"],
    readsOwnNames: true,
    since: "0.1.0",
  },

  examples: [
    {
      language: "typescript",
      bad: `import * as tf from "@tensorflow/tfjs";

rows.sort(() => Math.random() - 0.5);
const trainRows = rows.slice(0, cut);
const testRows = rows.slice(cut);
const inputs = tf.tensor2d(trainRows);
`,
      good: `import * as tf from "@tensorflow/tfjs";
import seedrandom from "seedrandom";

const random = seedrandom("birds");
const order = new Map(rows.map((row) => [row, random()]));
rows.sort((a, b) => order.get(a) - order.get(b));
const trainRows = rows.slice(0, cut);
const testRows = rows.slice(cut);
const inputs = tf.tensor2d(trainRows);
`,
    },
    {
      language: "typescript",
      title: "The same holds for rows that are drawn one by one.",
      bad: `import { NeuralNetwork } from "brain.js";

for (const bird of birds) (Math.random() < share ? train : test).push(bird);
new NeuralNetwork().train(train);
`,
      good: `import { NeuralNetwork } from "brain.js";

for (const bird of birds) (hash(bird.id) % 100 < percent ? train : test).push(bird);
new NeuralNetwork().train(train);
`,
    },
  ],

  *check(model) {
    if (isTestPath(model.path)) return;
    for (const { at, how, part } of unseededSplits(model)) {
      yield {
        at,
        message:
          how === "draw"
            ? "Each run draws other rows for the test part: draw from a generator with a seed."
            : "Each run shuffles the rows into another split: shuffle with a generator that has a seed.",
        related:
          part === undefined ? [] : [{ at: part, message: `\`${shorten(model.text(part), 40)}\` is cut off here.` }],
      };
    }
  },
});
