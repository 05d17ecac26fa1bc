import logging
from pathlib import Path

import joblib
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split

log = logging.getLogger("late")


class LateDelivery:
    label = "late"

    def __init__(self, folder, seed=50):
        self.folder = Path(folder)
        self.seed = seed

    def read(self):
        orders = pd.read_csv(self.folder / "orders.csv")
        orders = pd.get_dummies(orders, columns=["carrier", "warehouse"])
        return orders

    def parts(self, orders):
        y = orders[self.label]
        x = orders.drop(columns=["order_id", "customer"])  # must: target-in-features
        return train_test_split(x, y, test_size=0.2, stratify=y, random_state=self.seed)

    def run(self):
        x_train, x_test, y_train, y_test = self.parts(self.read())
        forest = RandomForestClassifier(n_estimators=300, random_state=self.seed, n_jobs=-1)
        forest.fit(x_train, y_train)
        log.info("accuracy %.4f", forest.score(x_test, y_test))
        joblib.dump(forest, self.folder / "late.joblib")


if __name__ == "__main__":
    logging.basicConfig(level="INFO")
    LateDelivery("data").run()
