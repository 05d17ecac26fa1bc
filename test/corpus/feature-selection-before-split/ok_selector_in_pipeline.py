"""Selection is a step of the pipeline, so every fold selects for itself."""
import pandas as pd
from sklearn.feature_selection import RFE, SelectFromModel, SelectKBest, mutual_info_classif
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import RepeatedStratifiedKFold, cross_val_score
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import StandardScaler

peptides = pd.read_csv("peptides.csv")
y = peptides.pop("binder")
print("variance", peptides.var().sort_values().head(), sep="\n")

selectors = {
    "kbest": SelectKBest(mutual_info_classif, k=20),
    "rfe": RFE(LogisticRegression(max_iter=500), n_features_to_select=20),
    "l1": SelectFromModel(LogisticRegression(penalty="l1", solver="liblinear", random_state=3)),
}
cv = RepeatedStratifiedKFold(n_splits=5, n_repeats=3, random_state=3)
for name, selector in selectors.items():
    pipe = Pipeline(
        [("scale", StandardScaler()), ("select", selector), ("clf", LogisticRegression(max_iter=1000))]
    )
    scores = cross_val_score(pipe, peptides, y, cv=cv, scoring="roc_auc")
    print(name, scores.mean().round(3))
