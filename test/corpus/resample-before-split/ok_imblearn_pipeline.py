"""In the pipeline the sampler works on the training folds only."""
import pandas as pd
from imblearn.pipeline import Pipeline
from imblearn.over_sampling import SMOTE
from imblearn.under_sampling import RandomUnderSampler
from sklearn.model_selection import StratifiedKFold, cross_val_score
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC

thyroid = pd.read_csv("thyroid.csv")
X, y = thyroid.iloc[:, :-1], thyroid.iloc[:, -1]
steps = [
    ("scale", StandardScaler()),
    ("over", SMOTE(sampling_strategy=0.3, random_state=0)),
    ("under", RandomUnderSampler(sampling_strategy=0.6, random_state=0)),
    ("svm", SVC(gamma="scale")),
]
folds = StratifiedKFold(n_splits=10, shuffle=True, random_state=0)
auc = cross_val_score(Pipeline(steps), X, y, cv=folds, scoring="roc_auc")
print("AUC", auc.mean())
