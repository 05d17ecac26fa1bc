import numpy as np
import pandas as pd
from boruta import BorutaPy
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import balanced_accuracy_score
from sklearn.model_selection import train_test_split


class BiomarkerStudy:
    def __init__(self, csv, outcome, seed=0):
        frame = pd.read_csv(csv, index_col="sample")
        self.y = frame.pop(outcome).to_numpy()
        self.names = frame.columns.to_numpy()
        self.X = frame.to_numpy()
        self.seed = seed

    def shrink(self):
        forest = RandomForestClassifier(n_jobs=-1, max_depth=5, random_state=self.seed)
        boruta = BorutaPy(forest, n_estimators="auto", random_state=self.seed)
        boruta.fit(self.X, self.y)  # must: feature-selection-before-split
        self.X = self.X[:, boruta.support_]
        self.names = self.names[boruta.support_]

    def assess(self):
        a, b, ya, yb = train_test_split(self.X, self.y, stratify=self.y, random_state=self.seed)
        clf = RandomForestClassifier(500, random_state=self.seed).fit(a, ya)
        return balanced_accuracy_score(yb, clf.predict(b))


study = BiomarkerStudy("proteome.csv", "sepsis", seed=4)
study.shrink()
print(list(study.names))
print("balanced accuracy %.3f" % study.assess())
