"""Fraud: oversampling happens inside the folds."""
import pandas as pd
from imblearn.over_sampling import SMOTE
from imblearn.pipeline import Pipeline
from sklearn.dummy import DummyClassifier
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import average_precision_score
from sklearn.model_selection import GridSearchCV, StratifiedKFold, train_test_split
from sklearn.preprocessing import StandardScaler

SEED = 1234
tx = pd.read_csv("creditcard.csv")
y = tx.pop("Class")
X_dev, X_test, y_dev, y_test = train_test_split(tx, y, test_size=0.2, stratify=y, random_state=SEED)

pipe = Pipeline([
    ("scale", StandardScaler()),
    ("smote", SMOTE(random_state=SEED)),
    ("rf", RandomForestClassifier(random_state=SEED, n_jobs=-1)),
])
search = GridSearchCV(
    pipe,
    {"rf__max_depth": [4, 8, None], "smote__k_neighbors": [3, 5]},
    cv=StratifiedKFold(5, shuffle=True, random_state=SEED),
    scoring="average_precision",
)
search.fit(X_dev, y_dev)
proba = search.predict_proba(X_test)[:, 1]
print(search.best_params_, average_precision_score(y_test, proba))
dummy = DummyClassifier(strategy="prior").fit(X_dev, y_dev)
print("prior", average_precision_score(y_test, dummy.predict_proba(X_test)[:, 1]))
