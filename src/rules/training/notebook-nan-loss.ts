import { putOut } from "../../semantics/notebook/put-out.js";
import { defineRule } from "../rule.js";

export default defineRule({
  meta: {
    id: "notebook-nan-loss",
    stage: "training",
    languages: ["python"],
    severity: "warning",
    preset: "recommended",
    summary: "The stored output of a notebook shows a loss that is NaN",
    why: "From the first NaN on nothing is learned: the weights are NaN as well, and so is every score that comes of them.",
    fix: "Lower the learning rate, look for NaN and zero in the inputs, and for logarithms and divisions in the loss; then run the cell again.",
    guide: "training/debugging#five-common-bugs",
    libraries: [],
    topics: [],
    since: "0.1.0",
  },

  examples: [
    {
      notebook: true,
      bad: `# %% In [3]
import keras

model = keras.Sequential([keras.layers.Dense(1)])
model.compile(loss="mse", optimizer=keras.optimizers.SGD(10.0))
model.fit(inputs, prices, epochs=2)
#> Epoch 1/2
#> 25/25 - loss: 48213.0
#> Epoch 2/2
#> 25/25 - loss: nan
`,
      good: `# %% In [3]
import keras

model = keras.Sequential([keras.layers.Dense(1)])
model.compile(loss="mse", optimizer=keras.optimizers.SGD(0.01))
model.fit(inputs, prices, epochs=2)
#> Epoch 1/2
#> 25/25 - loss: 3.2
#> Epoch 2/2
#> 25/25 - loss: 1.1
`,
    },
  ],

  *check(model) {
    if (!model.isMachineLearning) return;
    for (const at of putOut(model, nanLoss, /fit|train|learn/i))
      yield {
        at,
        message:
          "The stored output shows a loss of NaN: lower the learning rate, and look for NaN and zero in what goes in.",
      };
  },
});

/** As Keras, Lightning, tqdm, JSON logs and prints write it. */
const nanLoss = /\b\w*loss\w*["']?(?:\s*[:=]\s*|\s+)(?:tensor\(\s*)?nan\b/i;
