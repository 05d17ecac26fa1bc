import { isSplitter } from "../../knowledge/sklearn-randomness.js";
import { seedConstant } from "../../semantics/seeds/seeding.js";
import { unseededDraws } from "../../semantics/seeds/unseeded-draws.js";
import { defineRule } from "../rule.js";
import { addArgument, nameOf } from "../wording.js";

export default defineRule({
  meta: {
    id: "sklearn-random-state-missing",
    stage: "training",
    languages: ["python"],
    severity: "warning",
    preset: "recommended",
    summary: "A random split or estimator has no seed",
    why: "Without a seed every run splits, draws and trains differently, so two scores cannot be compared and a result cannot be repeated.",
    fix: "Pass `random_state`, from one constant or from the configuration.",
    guide: "data/splitting#reproducible-splits",
    sources: [
      {
        title: "scikit-learn: controlling randomness",
        url: "https://scikit-learn.org/stable/common_pitfalls.html#controlling-randomness",
      },
    ],
    fixable: "suggestion",
    libraries: ["sklearn"],
    topics: ["chance"],
    since: "0.1.0",
  },

  examples: [
    {
      bad: "from sklearn.model_selection import train_test_split\n\ntrain, test = train_test_split(rows, test_size=0.2)\n",
      good: "from sklearn.model_selection import train_test_split\n\ntrain, test = train_test_split(rows, test_size=0.2, random_state=7)\n",
    },
    {
      title: "The seed is asked for where randomness is asked for.",
      bad: "from sklearn.model_selection import KFold\n\nfolds = KFold(5, shuffle=True)\n",
      good: "from sklearn.model_selection import KFold\n\nfolds = KFold(5)\n",
    },
    {
      title: "Estimators that draw rows, columns or starting points need one too.",
      bad: "from sklearn.ensemble import RandomForestClassifier\n\nforest = RandomForestClassifier(n_estimators=300)\n",
      good: "from sklearn.ensemble import RandomForestClassifier\n\nSEED = 7\nforest = RandomForestClassifier(n_estimators=300, random_state=SEED)\n",
    },
  ],

  *check(model) {
    const seed = seedConstant(model) ?? "0";
    for (const { call, path } of unseededDraws(model)) {
      yield {
        at: nameOf(model, call),
        message: isSplitter(path ?? "")
          ? "This split changes on every run: pass `random_state`."
          : `\`${path?.split(".").at(-1) ?? ""}\` gives another result on every run: pass \`random_state\`.`,
        fixes: [
          {
            title: `Add \`random_state=${seed}\``,
            safety: "suggestion",
            edits: [addArgument(model, call, `random_state=${seed}`)],
          },
        ],
      };
    }
  },
});
