from imblearn.over_sampling import SMOTENC
from imblearn.pipeline import Pipeline
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.model_selection import StratifiedKFold, cross_validate
import pandas as pd

policy = pd.read_csv("policy.csv")
lapse = policy.pop("lapsed")
codes = policy.apply(lambda c: c.astype("category").cat.codes if c.dtype == object else c)
categorical = [i for i, c in enumerate(policy.columns) if policy[c].dtype == object]
steps = [("more", SMOTENC(categorical, random_state=6)), ("trees", HistGradientBoostingClassifier(random_state=6))]
folds = StratifiedKFold(5, shuffle=True, random_state=6)
print(cross_validate(Pipeline(steps), codes, lapse, cv=folds, scoring=["f1", "roc_auc"]))
