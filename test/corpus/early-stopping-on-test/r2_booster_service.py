import logging
from dataclasses import dataclass, field
from typing import Any, Dict

import lightgbm as lgb
import pandas as pd
from sklearn.metrics import log_loss
from sklearn.model_selection import train_test_split

log = logging.getLogger(__name__)


@dataclass
class BoosterJob:
    params: Dict[str, Any] = field(default_factory=lambda: {"objective": "binary", "learning_rate": 0.03, "seed": 9})
    rounds: int = 5000
    patience: int = 100

    def prepare(self, frame: pd.DataFrame, target: str) -> None:
        y = frame[target]
        X = frame.drop(columns=[target])
        self.X_train, self.X_test, self.y_train, self.y_test = train_test_split(X, y, stratify=y, random_state=9)

    def train(self) -> None:
        dtrain = lgb.Dataset(self.X_train, self.y_train)
        dtest = lgb.Dataset(self.X_test, self.y_test, reference=dtrain)
        self.booster = lgb.train(
            self.params,
            dtrain,
            num_boost_round=self.rounds,
            valid_sets=[dtest],  # must: early-stopping-on-test
            callbacks=[lgb.early_stopping(self.patience), lgb.log_evaluation(200)],
        )

    def report(self) -> float:
        p = self.booster.predict(self.X_test, num_iteration=self.booster.best_iteration)
        value = log_loss(self.y_test, p)
        log.info("test log loss %.5f", value)
        return value


def main() -> None:
    logging.basicConfig(level=logging.INFO)
    job = BoosterJob()
    job.prepare(pd.read_parquet("clicks.parquet"), "clicked")
    job.train()
    job.report()


main()
