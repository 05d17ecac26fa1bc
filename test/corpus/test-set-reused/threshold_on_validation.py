"""Threshold by the validation rows, applied as it is to the test rows."""
import numpy as np
import pandas as pd
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.metrics import precision_recall_curve, precision_score, recall_score
from sklearn.model_selection import train_test_split

SHARE = 0.2


class Alarm:
    def __init__(self, min_precision=0.9, seed=0):
        self.min_precision = min_precision
        self.clf = HistGradientBoostingClassifier(random_state=seed)
        self.threshold = 0.5

    def fit(self, X, y):
        self.clf.fit(X, y)
        return self

    def tune(self, X_val, y_val):
        precision, _, thresholds = precision_recall_curve(y_val, self.clf.predict_proba(X_val)[:, 1])
        good = np.flatnonzero(precision[:-1] >= self.min_precision)
        if len(good):
            self.threshold = thresholds[good[0]]
        return self

    def predict(self, X):
        return self.clf.predict_proba(X)[:, 1] >= self.threshold


sensor = pd.read_parquet("sensors.parquet")
fit_rows, test_rows = train_test_split(sensor, test_size=SHARE, random_state=0, stratify=sensor["fault"])
fit_rows, val_rows = train_test_split(fit_rows, test_size=SHARE, random_state=0, stratify=fit_rows["fault"])
xy = lambda rows: (rows.drop(columns="fault"), rows["fault"])

alarm = Alarm().fit(*xy(fit_rows)).tune(*xy(val_rows))
X_test, y_test = xy(test_rows)
found = alarm.predict(X_test)
print(precision_score(y_test, found), recall_score(y_test, found), alarm.threshold)
