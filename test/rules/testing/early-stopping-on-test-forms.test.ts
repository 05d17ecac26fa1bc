import rule from "../../../src/rules/testing/early-stopping-on-test.js";
import { expectFindings } from "../expect-findings.js";

describe("early-stopping-on-test: more forms", () => {
  it("speaks: catboost sklearn", () =>
    expectFindings(
      rule,
      `from catboost import CatBoostClassifier, Pool
from sklearn.model_selection import train_test_split
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
test_pool = Pool(X_test, y_test, cat_features=cats)
model = CatBoostClassifier(iterations=1000)
model.fit(Pool(X_train, y_train, cat_features=cats), eval_set=test_pool, early_stopping_rounds=50)
                                                              ~~~~~~~~~
print(accuracy_score(y_test, model.predict(test_pool)))
`,
    ));

  it("speaks: catboost positional eval set tuple and use_best_model", () =>
    expectFindings(
      rule,
      `from catboost import CatBoostRegressor
from sklearn.model_selection import train_test_split
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
model = CatBoostRegressor(iterations=1000, use_best_model=True, od_type="Iter")
model.fit(X_train, y_train, cat_features=cats, eval_set=(X_test, y_test))
                                                        ~~~~~~~~~~~~~~~~
pred = model.predict(X_test)
print(mean_squared_error(y_test, pred))
`,
    ));

  it("speaks: lgbm sklearn callbacks", () =>
    expectFindings(
      rule,
      `import lightgbm as lgb
from sklearn.model_selection import train_test_split
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
clf = lgb.LGBMClassifier(n_estimators=2000)
clf.fit(X_train, y_train, eval_set=[(X_test, y_test)], eval_metric="auc", callbacks=[lgb.early_stopping(stopping_rounds=50), lgb.log_evaluation(100)])
                                   ~~~~~~~~~~~~~~~~~~
print(roc_auc_score(y_test, clf.predict_proba(X_test)[:, 1]))
`,
    ));

  it("speaks: lgbm sklearn from import with callbacks variable", () =>
    expectFindings(
      rule,
      `from lightgbm import LGBMRegressor, early_stopping
from sklearn.model_selection import train_test_split
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
cbs = [early_stopping(30)]
reg = LGBMRegressor()
reg.fit(X_train, y_train, eval_X=X_test, eval_y=y_test, callbacks=cbs)
                                 ~~~~~~
print(reg.score(X_test, y_test))
`,
    ));

  it("speaks: xgb native keywords and watchlist", () =>
    expectFindings(
      rule,
      `import xgboost as xgb
from sklearn.model_selection import train_test_split
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
dtrain = xgb.DMatrix(X_train, label=y_train)
dtest = xgb.DMatrix(X_test, label=y_test)
watchlist = [(dtrain, "train"), (dtest, "eval")]
bst = xgb.train(params, dtrain, num_boost_round=1000, evals=watchlist, early_stopping_rounds=20)
                                                            ~~~~~~~~~
print(log_loss(y_test, bst.predict(dtest)))
`,
    ));

  it("speaks: xgb callback early stop", () =>
    expectFindings(
      rule,
      `import xgboost as xgb
from sklearn.model_selection import train_test_split
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
es = xgb.callback.EarlyStopping(rounds=10, save_best=True)
clf = xgb.XGBClassifier(callbacks=[es])
clf.fit(X_train, y_train, eval_set=[(X_train, y_train), (X_test, y_test)])
                                   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
print(clf.score(X_test, y_test))
`,
    ));

  it("speaks: xgb params dict unpacked", () =>
    expectFindings(
      rule,
      `import xgboost as xgb
from sklearn.model_selection import train_test_split
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
params = {"n_estimators": 1000, "early_stopping_rounds": 20}
clf = xgb.XGBClassifier(**params)
clf.fit(X_train, y_train, eval_set=[(X_test, y_test)], verbose=False)
                                   ~~~~~~~~~~~~~~~~~~
print(clf.score(X_test, y_test))
`,
    ));

  it("speaks: xgb fit params dict unpacked", () =>
    expectFindings(
      rule,
      `import xgboost as xgb
from sklearn.model_selection import train_test_split
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
fit_params = dict(eval_set=[(X_test, y_test)], early_stopping_rounds=10)
clf = xgb.XGBClassifier()
clf.fit(X_train, y_train, **fit_params)
                            ~~~~~~~~~~
print(clf.score(X_test, y_test))
`,
    ));

  it("speaks: plateau by hand", () =>
    expectFindings(
      rule,
      `import torch
from torch.optim.lr_scheduler import ReduceLROnPlateau
scheduler = ReduceLROnPlateau(optimizer, patience=3)
for epoch in range(100):
    model.train()
    for x, y in train_loader:
        optimizer.zero_grad()
        loss = criterion(model(x), y)
        loss.backward()
        optimizer.step()
    model.eval()
    test_loss = 0
    with torch.no_grad():
        for x, y in test_loader:
                    ~~~~~~~~~~~
            test_loss += criterion(model(x), y).item()
    scheduler.step(test_loss / len(test_loader))
    print(epoch, test_loss)
model.eval()
with torch.no_grad():
    correct = 0
    for x, y in test_loader:
        correct += (model(x).argmax(1) == y).sum().item()
print("test accuracy", correct / len(test_loader.dataset))
`,
    ));

  it("speaks: plateau helper functions", () =>
    expectFindings(
      rule,
      `import torch
from torch.optim.lr_scheduler import ReduceLROnPlateau
scheduler = ReduceLROnPlateau(optimizer, mode="max")
for epoch in range(100):
    train_one_epoch(model, train_loader, optimizer)
    acc = evaluate(model, test_loader)
                          ~~~~~~~~~~~
    scheduler.step(acc)
print("final", evaluate(model, test_loader))
`,
    ));

  it("is silent: plateau on validation", () =>
    expectFindings(
      rule,
      `import torch
from torch.optim.lr_scheduler import ReduceLROnPlateau
scheduler = ReduceLROnPlateau(optimizer, mode="max")
for epoch in range(100):
    train_one_epoch(model, train_loader, optimizer)
    acc = evaluate(model, val_loader)
    scheduler.step(acc)
print("final", evaluate(model, test_loader))
`,
    ));

  it("is silent: plateau on train loss with test watched", () =>
    expectFindings(
      rule,
      `import torch
from torch.optim.lr_scheduler import ReduceLROnPlateau
scheduler = ReduceLROnPlateau(optimizer)
for epoch in range(100):
    loss = train_one_epoch(model, train_loader, optimizer)
    scheduler.step(loss)
print("final", evaluate(model, test_loader))
`,
    ));

  it("speaks: keras dataset", () =>
    expectFindings(
      rule,
      `import tensorflow as tf
(x_train, y_train), (x_test, y_test) = tf.keras.datasets.mnist.load_data()
train_ds = tf.data.Dataset.from_tensor_slices((x_train, y_train)).batch(32)
test_ds = tf.data.Dataset.from_tensor_slices((x_test, y_test)).batch(32)
model = tf.keras.Sequential([tf.keras.layers.Dense(10)])
model.compile("adam", "mse")
model.fit(train_ds, validation_data=test_ds, callbacks=[tf.keras.callbacks.ReduceLROnPlateau(monitor="val_loss")])
                                    ~~~~~~~
model.evaluate(test_ds)
`,
    ));

  it("speaks: tabnet", () =>
    expectFindings(
      rule,
      `from pytorch_tabnet.tab_model import TabNetClassifier
from sklearn.model_selection import train_test_split
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
clf = TabNetClassifier()
clf.fit(X_train, y_train, eval_set=[(X_test, y_test)], patience=20)
                                   ~~~~~~~~~~~~~~~~~~
print(accuracy_score(y_test, clf.predict(X_test)))
`,
    ));
});
