/** A job of CI that runs the tests of every change. */
export const testsInCi = [
  "on: [push, pull_request]",
  "jobs:",
  "  test:",
  "    runs-on: ubuntu-latest",
  "    steps:",
  "      - run: pytest tests",
].join("\n");

/** A pipeline of DVC that prepares and trains. */
export const pipeline = [
  "stages:",
  "  prepare:",
  "    cmd: python prepare.py",
  "    deps: [data/raw.csv]",
  "    outs: [data/rows.csv]",
  "  train:",
  "    cmd: python train.py",
  "    deps: [data/rows.csv]",
  "    outs: [model.joblib]",
].join("\n");

/** Code that trains a classifier on a table. */
export const training = [
  "import pandas as pd",
  "from sklearn.linear_model import LogisticRegression",
  'rows = pd.read_csv("data/rows.csv")',
  'LogisticRegression().fit(rows[["age", "fare"]], rows["late"])',
].join("\n");
