import { defineRule } from "../rule.js";
import { splitDuplicatesIn } from "../../semantics/data/duplicates.js";
import { nameOf, shorten } from "../wording.js";

export default defineRule({
  meta: {
    id: "duplicates-not-dropped-before-split",
    stage: "data",
    languages: ["python"],
    severity: "warning",
    preset: "recommended",
    summary: "Rows that are there twice are split at random",
    why: "Copies of one row land in both parts: the model is tested on rows that it was trained on, and the score is better than it will be on new data.",
    fix: "Drop the duplicates before the split, or keep all copies of a row on one side with a group splitter.",
    guide: "data/leakage#duplicates",
    libraries: [],
    topics: ["data"],
    since: "0.1.0",
  },

  examples: [
    {
      bad: `import pandas as pd
from sklearn.model_selection import train_test_split

reviews = pd.read_csv("reviews.csv")
print("duplicates:", reviews.duplicated().sum())
train, test = train_test_split(reviews, random_state=7)
`,
      good: `import pandas as pd
from sklearn.model_selection import train_test_split

reviews = pd.read_csv("reviews.csv")
print("duplicates:", reviews.duplicated().sum())
train, test = train_test_split(reviews.drop_duplicates(), random_state=7)
`,
    },
  ],

  *check(model) {
    for (const { split, evidence, isMade } of splitDuplicatesIn(model)) {
      const what = evidence === undefined ? "another file" : `\`${shorten(model.text(evidence), 40)}\``;
      yield {
        at: nameOf(model, split.call),
        message: isMade
          ? `Copies of the same rows land in both parts: split first, and repeat (${what}) the training part only.`
          : `The duplicates that ${what} finds land in both parts: drop them before the split.`,
        related:
          evidence === undefined
            ? []
            : [{ at: evidence, message: isMade ? "The rows are repeated here." : "Duplicates are looked for here." }],
      };
    }
  },
});
