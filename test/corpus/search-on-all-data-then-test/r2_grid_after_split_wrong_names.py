# %%
import pandas as pd
from sklearn.model_selection import GridSearchCV, train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC

beans = pd.read_csv("dry_beans.csv")
y = beans["Class"]
X = beans.drop(columns=["Class"])

# %%
X_train, X_test, y_train, y_test = train_test_split(X, y, stratify=y, random_state=29)

# %%
pipe = make_pipeline(StandardScaler(), SVC())
grid = GridSearchCV(pipe, {"svc__C": [0.1, 1, 10, 100], "svc__gamma": ["scale", 0.01, 0.1]}, n_jobs=-1)
grid.fit(X, y)  # must: search-on-all-data-then-test
grid.best_params_

# %%
grid.score(X_test, y_test)
