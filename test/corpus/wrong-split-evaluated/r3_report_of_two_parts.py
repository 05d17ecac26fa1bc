import json
from typing import Any

import pandas as pd
from lightgbm import LGBMClassifier
from sklearn.metrics import brier_score_loss, roc_auc_score
from sklearn.model_selection import train_test_split


class ScoreCard:
    def __init__(self, config: dict[str, Any]):
        self.config = config
        self.model = LGBMClassifier(**config["model"], random_state=config["seed"])

    def split(self, table: pd.DataFrame) -> None:
        y = table.pop(self.config["label"])
        parts = train_test_split(table, y, test_size=self.config["share"], random_state=self.config["seed"])
        self.X_train, self.X_test, self.y_train, self.y_test = parts

    def fit(self) -> None:
        self.model.fit(self.X_train, self.y_train)

    def report(self) -> dict[str, float]:
        p_train = self.model.predict_proba(self.X_train)[:, 1]
        p_test = self.model.predict_proba(self.X_test)[:, 1]
        return {
            "train_auc": roc_auc_score(self.y_train, p_train),
            "train_brier": brier_score_loss(self.y_train, p_train),
            "test_auc": roc_auc_score(self.y_test, p_test),
            "test_brier": brier_score_loss(self.y_train, p_train),  # must: wrong-split-evaluated
        }


def main() -> None:
    with open("scorecard.json") as file:
        config = json.load(file)
    card = ScoreCard(config)
    card.split(pd.read_parquet(config["table"]))
    card.fit()
    for name, value in card.report().items():
        print(f"{name:12s} {value:.4f}")


if __name__ == "__main__":
    main()
