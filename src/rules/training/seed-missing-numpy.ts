import { firstNumpyDraw, unseededGenerator } from "../../semantics/seeds/first-draw.js";
import { isSeededInRun } from "../../semantics/seeds/script-seeding.js";
import { seedConstant } from "../../semantics/seeds/seeding.js";
import type { Call } from "../../syntax/expressions.js";
import { defineRule, type ReportEdit } from "../rule.js";
import { seedFix } from "../seed-fix.js";
import { nameOf, replace, shorten, suggest } from "../wording.js";

export default defineRule({
  meta: {
    id: "seed-missing-numpy",
    stage: "training",
    languages: ["python"],
    severity: "hint",
    preset: "recommended",
    summary: "A training script does not seed numpy",
    why: "What numpy draws (splits, samples, noise) differs from run to run, so a result cannot be repeated.",
    fix: "Make one generator with `np.random.default_rng(seed)` and draw from it, or call `np.random.seed` once at the start.",
    guide: "training/reproducibility#seeds",
    sources: [
      { title: "NumPy: random generator", url: "https://numpy.org/doc/stable/reference/random/generator.html" },
    ],
    fixable: "suggestion",
    libraries: ["numpy"],
    topics: ["chance"],
    since: "0.1.0",
  },

  examples: [
    {
      bad: `import numpy as np
from sklearn.linear_model import Ridge

order = np.random.permutation(len(X))
model = Ridge().fit(X[order[:800]], y[order[:800]])
`,
      good: `import numpy as np
from sklearn.linear_model import Ridge

rng = np.random.default_rng(7)
order = rng.permutation(len(X))
model = Ridge().fit(X[order[:800]], y[order[:800]])
`,
    },
    {
      title: "A generator without a seed starts from the clock.",
      bad: `import numpy as np
from sklearn.linear_model import Ridge

rng = np.random.default_rng()
model = Ridge().fit(X, y + rng.normal(size=len(y)))
`,
      good: `import numpy as np
from sklearn.linear_model import Ridge

np.random.seed(7)
model = Ridge().fit(X, y + np.random.normal(size=len(y)))
`,
    },
  ],

  *check(model) {
    const generator = unseededGenerator(model);
    const draw = firstNumpyDraw(model);
    if (generator !== undefined) {
      const seed = seedConstant(model) ?? "0";
      const name = shorten(model.text(nameOf(model, generator.call)), 40);
      yield {
        at: nameOf(model, generator.call),
        message: `\`${name}()\` has no seed, so every run draws other numbers: give it one.`,
        fixes: suggest(`Pass \`${seed}\``, giveSeed(generator.call, seed)),
      };
    } else if (draw !== undefined && !isSeededInRun(model, "numpy")) {
      const name = shorten(model.text(nameOf(model, draw.call)), 40);
      const fix = seedFix(model, draw, "numpy", "random.seed");
      yield {
        at: nameOf(model, draw.call),
        message: `\`${name}\` draws other numbers on every run: draw from \`np.random.default_rng(seed)\`, or call \`np.random.seed\` at the start.`,
        ...(fix && { fixes: [fix] }),
      };
    }
  },
});

/** In the place of a `None`, too. */
function giveSeed({ args: [none], argsEnd }: Call, seed: string): ReportEdit {
  return replace(none?.value ?? { start: argsEnd, end: argsEnd }, seed);
}
