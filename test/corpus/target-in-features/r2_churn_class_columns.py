from typing import List, Tuple

import pandas as pd
from catboost import CatBoostClassifier
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split


class ChurnJob:
    NUMERIC: List[str] = ["tenure", "monthly", "total"]
    FLAGS: List[str] = ["senior", "partner", "paperless", "churned"]
    TARGET: str = "churned"

    def __init__(self, path: str, seed: int = 0):
        self.frame = pd.read_csv(path)
        self.seed = seed

    def matrices(self) -> Tuple[pd.DataFrame, pd.Series]:
        X = self.frame[self.NUMERIC + self.FLAGS]  # must: target-in-features
        y = self.frame[self.TARGET]
        return X, y

    def run(self) -> float:
        X, y = self.matrices()
        X_tr, X_te, y_tr, y_te = train_test_split(X, y, stratify=y, random_state=self.seed)
        model = CatBoostClassifier(iterations=500, verbose=0, random_seed=self.seed)
        model.fit(X_tr, y_tr)
        return roc_auc_score(y_te, model.predict_proba(X_te)[:, 1])


if __name__ == "__main__":
    print(ChurnJob("telco.csv").run())
