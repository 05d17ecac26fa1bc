import { deepEqual, equal } from "node:assert/strict";
import { resultIn, verdictIn } from "../verdict-in.js";

/** A notebook of these cells, as Jupyter writes it. */
function notebook(...sources: readonly string[]): string {
  const cells = sources.map((source, index) => ({
    ...{ cell_type: "code", metadata: {}, execution_count: index + 1, outputs: [] },
    source: source.split(/(?<=\n)/),
  }));
  return JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells });
}

const imports = `import joblib
import pandas as pd
from sklearn.dummy import DummyClassifier
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import classification_report, recall_score
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
rows = pd.read_csv("rows.csv")`;
const split = 'X, X_test, y, y_test = train_test_split(rows[["age"]], rows["late"], random_state=7)';
const fit = "model = LogisticRegression().fit(X, y)\nprint(recall_score(y_test, model.predict(X_test)))";
/** Where a script trains, a notebook beside it is a sketch. */
const script = `import pandas as pd
from sklearn.svm import SVC
rows = pd.read_csv("rows.csv")
SVC().fit(rows[["age"]], rows["late"])
`;

const alone = (...cells: readonly string[]): Readonly<Record<string, string>> => ({
  "work/model.ipynb": notebook(imports, ...cells),
});
const beside = (...cells: readonly string[]): Readonly<Record<string, string>> => ({
  ...alone(...cells),
  "train.py": script,
});

describe("a project in which only notebooks train", () => {
  it("has its test part from the notebook's split, which is made again with each training", async () => {
    equal(await verdictIn(alone(split, fit), "DATA-11"), "partial");
    equal(await verdictIn(beside(split, fit), "DATA-11"), "fail");
    equal(await verdictIn(alone(split.replace(", random_state=7", ""), fit), "DATA-11"), "fail");
  });

  it("keeps leaks out by a pipeline in the notebook", async () => {
    const piped = fit.replace("LogisticRegression()", "make_pipeline(StandardScaler(), LogisticRegression())");
    equal(await verdictIn(alone(split, piped), "DATA-12"), "pass");
    equal(await verdictIn(beside(split, piped), "DATA-12"), "partial");
    equal(await verdictIn(alone(split, fit), "DATA-12"), "partial");
  });

  it("has looked after rare classes in the notebook, as far as nothing runs it again", async () => {
    const weighted = fit.replace("LogisticRegression()", 'LogisticRegression(class_weight="balanced")');
    const report = `${weighted}\nprint(classification_report(y_test, model.predict(X_test)))`;
    equal(await verdictIn(alone(split, report), "DATA-14"), "partial");
    equal(await verdictIn(beside(split, report), "DATA-14"), "human");
  });

  it("compares with something simpler in the notebook, a constant answer being simpler than a linear model", async () => {
    const dummy = `${fit}\nzero = DummyClassifier().fit(X, y)\nprint(recall_score(y_test, zero.predict(X_test)))`;
    equal(await verdictIn(alone(split, dummy), "BASE-02"), "partial");
    equal(await verdictIn(alone(split, fit), "BASE-02"), "fail");
    const forest = fit.replace("model = LogisticRegression", "tree = RandomForestClassifier");
    equal(await verdictIn(alone(split, forest, fit), "BASE-02"), "partial");
    equal(await verdictIn(beside(split, forest, fit), "BASE-02"), "fail");
  });

  it("is seeded by the notebook", async () => {
    equal(await verdictIn(alone(split, fit), "TRAIN-01"), "partial");
    const open = await resultIn(alone(split.replace(", random_state=7", ""), fit), "TRAIN-01");
    deepEqual([open.verdict, open.objections[0]?.path], ["fail", "work/model.ipynb"]);
  });

  it("has code of a model that no test reaches", async () => {
    equal(await verdictIn(alone(split, fit), "TRAIN-07"), "fail");
  });

  it("keeps asking where its numbers are kept", async () => {
    equal(await verdictIn(alone(split, fit), "TRAIN-03"), "human");
  });
});

describe("features that are made in a pipeline, next to the training", () => {
  const piped = fit.replace("LogisticRegression()", "make_pipeline(StandardScaler(), LogisticRegression())");
  it("are features that no test covers, in a script as in a notebook", async () => {
    equal(await verdictIn(alone(split, piped), "DATA-08"), "fail");
    equal(await verdictIn({ "train.py": [imports, split, piped, ""].join("\n") }, "DATA-08"), "fail");
    equal(await verdictIn(alone(split, piped), "DATA-07"), "human");
  });

  it("are none where only answers are written otherwise", async () => {
    const labels = imports.replace("StandardScaler", "LabelEncoder");
    const files = { "train.py": [labels, split, "codes = LabelEncoder().fit(y)", fit, ""].join("\n") };
    equal(await verdictIn(files, "DATA-08"), "n/a");
  });
});

describe("a model that is written as a pickle and loaded nowhere", () => {
  it("is loaded by somebody one day, unchecked", async () => {
    const result = await resultIn(alone(split, fit, 'joblib.dump(model, "model.joblib")'), "DEPLOY-10");
    equal(result.verdict, "partial");
    equal(result.evidence[0]?.what, "`joblib.dump` writes a model as a pickle, and no code here loads it");
  });

  it("is something else than data that are", async () => {
    equal(await verdictIn(alone(split, fit, 'joblib.dump(rows, "rows.joblib")'), "DEPLOY-10"), "human");
    equal(await verdictIn(alone(split, fit), "DEPLOY-10"), "human");
  });
});
