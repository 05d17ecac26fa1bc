import { callInFile } from "../../semantics/code/call-in-file.js";
import { uniqueBy } from "../../semantics/code/unique.js";
import { mismatches, type Mismatch } from "../../semantics/outputs/keras-mismatches.js";
import { defineRule, type Report } from "../rule.js";
import { alsoAt, shorten } from "../wording.js";

export default defineRule({
  meta: {
    id: "output-activation-loss-mismatch",
    stage: "training",
    languages: ["python"],
    severity: "warning",
    preset: "recommended",
    summary: "A Keras loss does not fit the last activation",
    why: "A cross entropy takes probabilities, or scores when it is told `from_logits=True`. With the wrong one training runs without an error, and learns slowly, nothing, or something else.",
    fix: "Pair a softmax with a categorical loss, a sigmoid with the binary one, and no activation with `from_logits=True`.",
    guide: "training/debugging#last-activation-in-keras",
    sources: [
      {
        title: "Keras: probabilistic losses",
        url: "https://keras.io/api/losses/probabilistic_losses/",
      },
    ],
    libraries: ["keras", "tensorflow"],
    topics: ["outputs"],
    since: "0.1.0",
  },

  examples: [
    {
      bad: `import keras

model = keras.Sequential([
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(12),
])
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
`,
      good: `import keras

model = keras.Sequential([
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(12),
])
model.compile(optimizer="adam", loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True))
`,
    },
    {
      title: "A softmax over one unit is always 1.",
      bad: `import keras

model = keras.Sequential([keras.layers.Dense(16), keras.layers.Dense(1, activation="softmax")])
model.compile(optimizer="adam", loss="binary_crossentropy")
`,
      good: `import keras

model = keras.Sequential([keras.layers.Dense(16), keras.layers.Dense(1, activation="sigmoid")])
model.compile(optimizer="adam", loss="binary_crossentropy")
`,
    },
  ],

  *check(model) {
    const here = mismatches(model).flatMap((found) => {
      const at = found.event.unit.path === model.path ? found.at : callInFile(model, found.event)?.call;
      return at === undefined ? [] : [{ found, at }];
    });
    const causeOf = ({ event, at, output }: Mismatch) => (at === event.call ? output.site : at);
    for (const { found, at } of uniqueBy(here, (one) => causeOf(one.found))) yield report(found, at);
  },
});

function report({ output, loss, what }: Mismatch, at: Report["at"]): Report {
  const { site, unit, kind } = output;
  const message = {
    "softmax-of-one": "The model ends in a softmax over one unit, which is always 1: use a sigmoid.",
    "activated-twice": `The loss is told to expect logits, and the model ends in a ${kind}: leave out \`from_logits=True\`, or the ${kind}.`,
    scores: `The model ends without an activation, and this loss takes probabilities: pass \`from_logits=True\`, or add a ${loss.of === "classes" ? "softmax" : "sigmoid"}.`,
    "one-of-several":
      "The model gives one probability, and this loss is over several classes: use the binary cross entropy.",
    "several-of-one":
      "The model ends in a softmax, and this loss takes each output for itself: use a categorical cross entropy, or a sigmoid.",
    other: `This loss takes probabilities, and the model's last activation gives other numbers: end in a ${loss.of === "classes" ? "softmax" : "sigmoid"}.`,
  }[what];
  const text = shorten(unit.form.text.slice(site.start, site.end), 40);
  return {
    at,
    message,
    related: alsoAt(site, unit, `The model ends in \`${text}\`.`),
  };
}
