"""Default prediction, one class per step of the job."""
import logging

import pandas as pd
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split

log = logging.getLogger(__name__)


class LoanData:
    def __init__(self, cfg):
        self.cfg = cfg
        self.frame = None

    def load(self):
        self.frame = pd.read_parquet(self.cfg["path"])
        return self

    def winsorize(self):
        for col in self.cfg["skewed"]:
            self.frame[col] = self.frame[col].clip(upper=self.frame[col].quantile(0.99))  # must: self-statistic-before-split
        return self

    def encode(self):
        self.frame = pd.get_dummies(self.frame, columns=self.cfg["categorical"])
        return self

    def split(self):
        target = self.frame.pop(self.cfg["target"])
        return train_test_split(
            self.frame,
            target,
            test_size=self.cfg["test_size"],
            stratify=target,
            random_state=self.cfg["seed"],
        )


def run(cfg):
    data = LoanData(cfg).load().winsorize().encode()
    X_train, X_test, y_train, y_test = data.split()
    clf = HistGradientBoostingClassifier(random_state=cfg["seed"])
    clf.fit(X_train, y_train)
    auc = roc_auc_score(y_test, clf.predict_proba(X_test)[:, 1])
    log.info("auc %.4f", auc)
    return auc


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO)
    run(
        {
            "path": "loans.parquet",
            "target": "defaulted",
            "skewed": ["income", "revolving_balance"],
            "categorical": ["purpose", "home_ownership"],
            "test_size": 0.2,
            "seed": 11,
        }
    )
