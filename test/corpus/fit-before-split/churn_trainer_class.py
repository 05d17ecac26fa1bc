"""Churn model as a class, the way an internal package would hold it."""
import logging
from pathlib import Path

import joblib
import pandas as pd
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import RobustScaler

log = logging.getLogger(__name__)


class ChurnTrainer:
    def __init__(self, csv: Path, seed: int = 17):
        self.csv = csv
        self.seed = seed
        self.scaler = RobustScaler()
        self.model = GradientBoostingClassifier(random_state=seed)
        self.simple = LogisticRegression(max_iter=1000)

    def load(self):
        table = pd.read_csv(self.csv)
        self.y = table.pop("churned")
        self.X = table.select_dtypes("number").fillna(0)

    def prepare(self):
        self.X_scaled = self.scaler.fit_transform(self.X)  # must: fit-before-split
        parts = train_test_split(self.X_scaled, self.y, test_size=0.2, random_state=self.seed)
        self.X_train, self.X_test, self.y_train, self.y_test = parts

    def train(self):
        self.model.fit(self.X_train, self.y_train)
        self.simple.fit(self.X_train, self.y_train)

    def evaluate(self):
        for name, m in (("simple", self.simple), ("gbm", self.model)):
            p = m.predict_proba(self.X_test)[:, 1]
            log.info("%s auc %.4f", name, roc_auc_score(self.y_test, p))

    def save(self, where: Path):
        joblib.dump({"scaler": self.scaler, "model": self.model}, where)


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO)
    trainer = ChurnTrainer(Path("churn.csv"))
    trainer.load()
    trainer.prepare()
    trainer.train()
    trainer.evaluate()
    trainer.save(Path("churn.joblib"))
