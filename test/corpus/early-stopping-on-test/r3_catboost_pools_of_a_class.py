import logging
from pathlib import Path

import pandas as pd
from catboost import CatBoostClassifier, Pool
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split

log = logging.getLogger(__name__)


class Trainer:
    def __init__(self, settings):
        self.settings = settings
        self.model = CatBoostClassifier(
            iterations=5000,
            learning_rate=settings.get("lr", 0.03),
            eval_metric="AUC",
            od_type="Iter",
            od_wait=100,
            random_seed=settings["seed"],
            verbose=False,
        )

    def load(self):
        table = pd.read_csv(self.settings["csv"], dtype={"branch": str})
        label = table.pop("default")
        self.cats = [c for c in table if table[c].dtype == object]
        learn, test, y_learn, y_test = train_test_split(table, label, random_state=self.settings["seed"])
        self.learn_pool = Pool(learn, y_learn, cat_features=self.cats)
        self.test_pool = Pool(test, y_test, cat_features=self.cats)
        self.y_test = y_test

    def fit(self):
        self.model.fit(self.learn_pool, eval_set=self.test_pool, use_best_model=True)  # must: early-stopping-on-test
        log.info("trees: %d", self.model.tree_count_)

    def final_score(self):
        return roc_auc_score(self.y_test, self.model.predict_proba(self.test_pool)[:, 1])

    def __call__(self):
        self.load()
        self.fit()
        score = self.final_score()
        Path(self.settings["out"]).write_text(f"auc {score:.5f}\n")
        return score


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO)
    Trainer({"csv": "loans.csv", "seed": 3, "out": "score.txt"})()
