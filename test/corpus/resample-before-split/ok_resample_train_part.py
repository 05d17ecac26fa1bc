import pandas as pd
from imblearn.over_sampling import SMOTE, RandomOverSampler
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import average_precision_score
from sklearn.model_selection import StratifiedKFold, train_test_split
from sklearn.utils import resample

stars = pd.read_csv("pulsars.csv")
y = stars.pop("is_pulsar")
X, X_test, y, y_test = train_test_split(stars, y, test_size=0.2, stratify=y, random_state=2)

sampler = RandomOverSampler(random_state=2)
for a, b in StratifiedKFold(5).split(X, y):
    X_fold, y_fold = sampler.fit_resample(X.iloc[a], y.iloc[a])
    rf = RandomForestClassifier(random_state=2).fit(X_fold, y_fold)
    print(average_precision_score(y.iloc[b], rf.predict_proba(X.iloc[b])[:, 1]))

X_res, y_res = SMOTE(random_state=2).fit_resample(X, y)
rf = RandomForestClassifier(random_state=2).fit(X_res, y_res)
print("test", average_precision_score(y_test, rf.predict_proba(X_test)[:, 1]))
