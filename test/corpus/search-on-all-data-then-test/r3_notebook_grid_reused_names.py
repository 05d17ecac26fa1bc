# %% [markdown]
# # Which bikes come back late?

# %%
import numpy as np
import pandas as pd
from sklearn.impute import SimpleImputer
from sklearn.metrics import average_precision_score
from sklearn.model_selection import GridSearchCV, ShuffleSplit
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import MinMaxScaler
from sklearn.svm import SVC

# %%
df = pd.read_csv("loans_of_bikes.csv", index_col="loan")
y = df.pop("late").values
X = df.values
X.shape, y.mean()

# %%
pipe = Pipeline([("fill", SimpleImputer()), ("scale", MinMaxScaler()), ("svc", SVC(probability=True, random_state=0))])
grid = GridSearchCV(pipe, {"svc__C": np.logspace(-2, 3, 6), "svc__gamma": np.logspace(-3, 1, 5)}, scoring="average_precision")
grid.fit(X, y)  # must: search-on-all-data-then-test
grid.best_params_

# %%
pipe.set_params(**grid.best_params_)
results = []
for tr, te in ShuffleSplit(10, test_size=0.3, random_state=0).split(X):
    pipe.fit(X[tr], y[tr])
    results.append(average_precision_score(y[te], pipe.predict_proba(X[te])[:, 1]))

# %%
print("average precision on held-out loans: %.3f +- %.3f" % (np.mean(results), np.std(results)))
