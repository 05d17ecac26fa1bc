import { drawsRows, isRandom, isSplitter, seedsItsEstimator } from "../../knowledge/sklearn-randomness.js";
import { derivesFrom } from "../../semantics/follow/attributes.js";
import type { Model } from "../../semantics/model.js";
import type { CallEvent } from "../../semantics/follow/run.js";
import { isSeeded, seedConstant } from "../../semantics/seeds/seeding.js";
import { uniqueCalls } from "../../semantics/code/unique.js";
import { isUnitTestFile } from "../../semantics/code/unit-tests.js";
import type { CallArguments, UserClass, Value } from "../../semantics/values.js";
import { eachExpression } from "../../semantics/code/visit.js";
import type { Expression } from "../../syntax/expressions.js";
import { defineRule } from "../rule.js";
import { addArgument, nameOf } from "../wording.js";
import { perModel } from "../../semantics/code/per-model.js";

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
    const seededElsewhere = givenToSeedingEnsembles(model);
    const events = uniqueCalls(
      model.calls.filter((event) => drawsUnseeded(event, seededElsewhere) && !isSetUpLater(model, event)),
    );
    if (events.length === 0 || isUnitTestFile(model.form) || isSeeded(model, "numpy")) return;
    const seed = seedConstant(model) ?? "0";
    for (const { call, path } of events) {
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

function drawsUnseeded({ path, args, result, frame }: CallEvent, seededElsewhere: ReadonlySet<Value>): boolean {
  // `**params` may hold it.
  if (path === undefined || args.open || args.named.has("random_state")) return false;
  const literal = (name: string): unknown => {
    const value = args.named.get(name);
    return value?.kind === "literal" ? value.value : undefined;
  };
  if (!isRandom(path, literal) || startsFromGiven(args)) return false;
  if (drawsRows(path)) return true;
  // An estimator's own code hands its `random_state` on to those it is made of.
  const owner = frame.closure?.owner;
  if (owner !== undefined && derivesFrom(owner, isEstimatorBase)) return false;
  if (seededElsewhere.has(result)) return false;
  // Somebody sets it afterwards.
  return !(result.kind === "entity" && (result.methodsCalled.has("set_params") || result.fields.has("random_state")));
}

/** Clustering that starts from given centres draws nothing. */
function startsFromGiven(args: CallArguments): boolean {
  const init = args.named.get("init");
  return init !== undefined && init.kind !== "literal" && args.named.has("n_clusters");
}

/** One of a table of estimators, in a file that sets parameters of whichever is chosen. */
function isSetUpLater(model: Model, { call }: CallEvent): boolean {
  return tablesSetUpLater(model).some(({ start, end }) => start < call.start && call.end < end);
}

const tablesSetUpLater = perModel((model) => {
  const found: Expression[] = [];
  if (!/\.set_params\(\s*(\*\*|[^)]*\brandom_state\b)/.test(model.form.text)) return found;
  eachExpression(model.form.body, (expression) => {
    if (expression.kind === "Mapping") found.push(expression);
  });
  return found;
});

/** What meta-estimators are given, which seed it themselves: those of the libraries, and the project's own with a `random_state`. */
function givenToSeedingEnsembles(model: Model): ReadonlySet<Value> {
  const ensembles = model.calls.filter(({ path, callee }) =>
    callee?.kind === "class"
      ? derivesFrom(callee, isEstimatorBase) && /\brandom_state\b/.test(sourceOf(callee))
      : path !== undefined && seedsItsEstimator(path),
  );
  return new Set(ensembles.flatMap(({ args }) => [...args.positional, ...args.named.values()]));
}

function isEstimatorBase(path: string): boolean {
  return /^(sklearn|imblearn)\./.test(path);
}

function sourceOf({ form, unit }: UserClass): string {
  return unit.form.text.slice(form.start, form.end);
}
