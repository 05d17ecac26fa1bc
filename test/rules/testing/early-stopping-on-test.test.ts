import rule from "../../../src/rules/testing/early-stopping-on-test.js";
import { expectFindings } from "../expect-findings.js";

const split = `from sklearn.model_selection import train_test_split
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=3)
`;

describe("early-stopping-on-test", () => {
  it("speaks of Keras callbacks that watch the validation loss", () =>
    expectFindings(
      rule,
      `${split}import tensorflow as tf
model = tf.keras.Sequential([tf.keras.layers.Dense(1)])
model.compile("adam", "mse")
stop = tf.keras.callbacks.EarlyStopping(patience=5, restore_best_weights=True)
model.fit(X_train, y_train, epochs=99, validation_data=(X_test, y_test), callbacks=[stop])
                                                       ~~~~~~~~~~~~~~~~ Training stops, or keeps its best state, by these rows, which also give the final score: use a validation part here.
print(model.evaluate(X_test, y_test))
`,
    ));

  it("speaks of a checkpoint of the best state, appended to a list", () =>
    expectFindings(
      rule,
      `${split}import keras
callbacks = []
callbacks.append(keras.callbacks.ModelCheckpoint("best.keras", save_best_only=True))
model = keras.Sequential([keras.layers.Dense(1)])
model.compile("adam", "mse")
model.fit(X_train, y_train, epochs=99, callbacks=callbacks, validation_data=(X_test, y_test))
                                                                            ~~~~~~~~~~~~~~~~
predicted = model.predict(X_test)
`,
    ));

  it("leaves to another rule what is only watched", () =>
    expectFindings(
      rule,
      `${split}import keras
model = keras.Sequential([keras.layers.Dense(1)])
model.compile("adam", "mse")
stop = keras.callbacks.EarlyStopping(monitor="loss", patience=5)
every = keras.callbacks.ModelCheckpoint("{epoch}.keras")
model.fit(X_train, y_train, validation_data=(X_test, y_test), callbacks=[stop, every])
print(model.evaluate(X_test, y_test))
`,
    ));

  it("knows native boosters", () =>
    expectFindings(
      rule,
      `${split}import lightgbm as lgb
train = lgb.Dataset(X_train, y_train)
held = lgb.Dataset(X_test, y_test)
booster = lgb.train({"objective": "binary"}, train, 5000, valid_sets=[train, held], callbacks=[lgb.early_stopping(50)])
                                                                     ~~~~~~~~~~~~~
print(roc_auc_score(y_test, booster.predict(X_test)))
`,
    ));

  it("looks into dicts of parameters", () =>
    expectFindings(
      rule,
      `${split}import xgboost as xgb
extra = dict(evals=[(xgb.DMatrix(X_test, y_test), "test")], early_stopping_rounds=20)
booster = xgb.train({"eta": 0.1}, xgb.DMatrix(X_train, y_train), 1000, **extra)
                                                                         ~~~~~
print(mean_absolute_error(y_test, booster.predict(xgb.DMatrix(X_test))))
`,
    ));

  it("points at what a helper is handed", () =>
    expectFindings(
      rule,
      `${split}from lightgbm import LGBMRegressor
def fit(model, a, b, c, d):
    model.fit(a, b, eval_set=[(c, d)], early_stopping_rounds=30)
    return model
model = fit(LGBMRegressor(), X_train, y_train, X_test, y_test)
                                               ~~~~~~
print(model.score(X_test, y_test))
`,
    ));

  it("follows Lightning from the loaders to the test", () =>
    expectFindings(
      rule,
      `import lightning as L
from lightning.pytorch.callbacks import EarlyStopping
from torch.utils.data import DataLoader, random_split
train_set, held = random_split(rows, [800, 200])
test_loader = DataLoader(held)
trainer = L.Trainer(callbacks=[EarlyStopping(monitor="val_loss")])
trainer.fit(net, DataLoader(train_set), test_loader)
                                        ~~~~~~~~~~~
trainer.test(net, test_loader)
`,
    ));

  it("follows the folds of a cross-validation", () =>
    expectFindings(
      rule,
      `from catboost import CatBoostClassifier
from sklearn.model_selection import KFold
for train, test in KFold(5).split(X):
    model = CatBoostClassifier(od_wait=20)
    model.fit(X[train], y[train], eval_set=(X[test], y[test]))
                                           ~~~~~~~~~~~~~~~~~~
    scores.append(model.score(X[test], y[test]))
`,
    ));

  it("accepts a validation part that was split off", () =>
    expectFindings(
      rule,
      `${split}from xgboost import XGBClassifier
X_fit, X_test2, y_fit, y_test2 = train_test_split(X_train, y_train, random_state=1)
model = XGBClassifier(early_stopping_rounds=10)
model.fit(X_fit, y_fit, eval_set=[(X_test2, y_test2)])
print(model.score(X_test, y_test))
`,
    ));

  it("accepts what is only called test where another part is scored", () =>
    expectFindings(
      rule,
      `import keras
model = keras.Sequential([keras.layers.Dense(1)])
model.compile("adam", "mse")
model.fit(X_train, y_train, validation_data=(X_test, y_test), callbacks=[keras.callbacks.EarlyStopping()])
print(model.evaluate(X_holdout_valid, y_holdout_valid))
`,
    ));

  it("accepts a part on which nothing is scored afterwards", () =>
    expectFindings(
      rule,
      `${split}from xgboost import XGBClassifier
model = XGBClassifier(early_stopping_rounds=10)
model.fit(X_train, y_train, eval_set=[(X_test, y_test)])
model.save_model("model.json")
`,
    ));

  it("accepts a validation part that is scored as well", () =>
    expectFindings(
      rule,
      `from sklearn.model_selection import train_test_split
from xgboost import XGBClassifier
X_train, X_val, y_train, y_val = train_test_split(X, y, random_state=3)
model = XGBClassifier(early_stopping_rounds=10)
model.fit(X_train, y_train, eval_set=[(X_val, y_val)])
print("validation", model.score(X_val, y_val))
`,
    ));

  it("knows skorch", () =>
    expectFindings(
      rule,
      `${split}from skorch import NeuralNetClassifier
from skorch.callbacks import EarlyStopping
from skorch.dataset import Dataset
from skorch.helper import predefined_split
held = predefined_split(Dataset(X_test, y_test))
net = NeuralNetClassifier(Net, callbacks=[EarlyStopping()], train_split=held)
                                                                        ~~~~
net.fit(X_train, y_train)
print(net.score(X_test, y_test))
`,
    ));

  it("accepts the folds of a competition, which are called validation", () =>
    expectFindings(
      rule,
      `import lightgbm as lgb
from sklearn.model_selection import StratifiedKFold
for train_index, val_index in StratifiedKFold(5).split(rows, y):
    model = lgb.LGBMClassifier()
    model.fit(rows.iloc[train_index], y[train_index], eval_set=[(rows.iloc[val_index], y[val_index])], callbacks=[lgb.early_stopping(9)])
    kept[val_index] = model.predict(rows.iloc[val_index])
`,
    ));

  it("knows the held-out fold in a helper that calls it the test part", () =>
    expectFindings(
      rule,
      `import xgboost as xgb
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import KFold
def run(X_train, y_train, X_test, y_test):
    booster = xgb.XGBRegressor(early_stopping_rounds=20)
    booster.fit(X_train, y_train, eval_set=[(X_test, y_test)])
                                           ~~~~~~~~~~~~~~~~~~
    return mean_absolute_error(y_test, booster.predict(X_test))
errors = []
for fit_index, valid_index in KFold(4).split(rows):
    test_rows = clean(rows.iloc[valid_index])
    errors.append(run(clean(rows.iloc[fit_index]), y[fit_index], test_rows, y[valid_index]))
`,
    ));
});
