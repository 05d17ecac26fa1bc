import { deepEqual } from "node:assert/strict";
import { usesByObjects, usesOfData } from "../../../src/semantics/data/uses.js";
import { buildModel, type Model } from "../../../src/semantics/model.js";
import { emptyWorkspace } from "../../../src/semantics/workspace.js";
import { read } from "../../rules/read.js";

function modelOf(source: string): Model {
  return buildModel(read("example.py", source), emptyWorkspace);
}

/** Kind, objects, rows as they are written and whether right answers are given beside them. */
function uses(source: string): readonly string[] {
  const model = modelOf(source);
  return usesOfData(model).map(({ kind, models, given, target }) => {
    const who = models.map(({ type }) => type?.split(".").at(-1)).join("|");
    const rows = given === undefined ? "?" : model.text(given.expression);
    return `${kind} ${who || "?"}: ${rows}${target === undefined ? "" : " with answers"}`;
  });
}

describe("uses of data", () => {
  it("are told in order, from the transformer to the score", () =>
    deepEqual(
      uses(`
from imblearn.over_sampling import SMOTE
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

scaler = StandardScaler()
train = scaler.fit_transform(rows)
more, labels = SMOTE().fit_resample(train, y)
model = LogisticRegression().fit(more, y=labels)
print(model.score(scaler.transform(test), y_test))
`),
      [
        "fit StandardScaler: rows",
        "fit SMOTE: train with answers",
        "fit LogisticRegression: more with answers",
        "transform StandardScaler: test",
        "score LogisticRegression: scaler.transform(test) with answers",
      ],
    ));

  it("count what layers and tokenizers adapt to, not what others do", () =>
    deepEqual(
      uses(`
from tensorflow.keras.layers import Normalization
from tensorflow.keras.preprocessing.text import Tokenizer

layer = Normalization()
layer.adapt(rows)
words = Tokenizer()
words.fit_on_texts(texts)
padded = words.texts_to_sequences(more)
something.adapt(rows)
`),
      ["fit Normalization: rows", "fit Tokenizer: texts", "transform Tokenizer: more"],
    ));

  it("count cross-validation as a use of its own", () =>
    deepEqual(
      uses(`
from sklearn.linear_model import Ridge
from sklearn.model_selection import GridSearchCV, cross_val_score

print(cross_val_score(Ridge(), rows, y), cross_val_score(estimator=Ridge(), X=rows))
GridSearchCV(Ridge(), grid).fit(rows, y)
`),
      ["validate Ridge: rows with answers", "validate Ridge: rows", "tune GridSearchCV: rows with answers"],
    ));

  it("know rows behind a star, and leave frames alone that transform themselves", () =>
    deepEqual(
      uses(`
import pandas as pd
from sklearn.svm import SVC

frame = pd.read_csv("rows.csv")
means = frame.transform("mean")
pair = (frame, y)
SVC().fit(*pair)
`),
      ["fit SVC: pair with answers"],
    ));

  it("are told once for each object that a call may be made on", () => {
    const model = modelOf(`
from sklearn.linear_model import Ridge
from sklearn.svm import SVR

model = Ridge() if plain else SVR()
model.fit(rows, y)
`);
    deepEqual(
      usesByObjects(model).map(({ object, use }) => `${use.kind} ${object.type?.split(".").at(-1) ?? ""}`),
      ["fit Ridge", "fit SVR"],
    );
  });
});
