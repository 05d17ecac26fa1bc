"""The search respects the hospitals' patients, the last split does not."""
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import average_precision_score
from sklearn.model_selection import GridSearchCV, GroupKFold, train_test_split

visits = pd.read_csv("visits.csv")
y = visits["readmitted"]
patient = visits["patient_id"]
X = visits.drop(columns=["readmitted", "patient_id"])

X_dev, X_test, y_dev, y_test, patient_dev, _ = train_test_split(  # must: group-leakage-split
    X, y, patient, test_size=0.2, random_state=4
)
search = GridSearchCV(
    RandomForestClassifier(random_state=4),
    {"max_depth": [4, 8, None], "min_samples_leaf": [1, 10]},
    cv=GroupKFold(n_splits=5),
    scoring="average_precision",
)
search.fit(X_dev, y_dev, groups=patient_dev)
print(search.best_params_)
print("AP", average_precision_score(y_test, search.predict_proba(X_test)[:, 1]))
