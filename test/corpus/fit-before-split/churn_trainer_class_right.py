"""Same trainer after review: the scaler sees the training part only."""
from dataclasses import dataclass, field

import pandas as pd
from sklearn.dummy import DummyClassifier
from sklearn.ensemble import ExtraTreesClassifier
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import RobustScaler


@dataclass
class Config:
    csv: str = "churn.csv"
    seed: int = 17
    test_size: float = 0.2


@dataclass
class Trainer:
    cfg: Config
    scaler: RobustScaler = field(default_factory=RobustScaler)

    def split(self):
        table = pd.read_csv(self.cfg.csv)
        y = table.pop("churned")
        return train_test_split(table, y, test_size=self.cfg.test_size, random_state=self.cfg.seed)

    def scale(self, X, fit=False):
        if fit:
            self.scaler.fit(X)
        return self.scaler.transform(X)

    def run(self):
        X_train, X_test, y_train, y_test = self.split()
        X_train = self.scale(X_train, fit=True)
        X_test = self.scale(X_test)
        model = ExtraTreesClassifier(200, random_state=self.cfg.seed).fit(X_train, y_train)
        dummy = DummyClassifier(strategy="prior").fit(X_train, y_train)
        for m in (dummy, model):
            print(type(m).__name__, roc_auc_score(y_test, m.predict_proba(X_test)[:, 1]))


if __name__ == "__main__":
    Trainer(Config()).run()
