"""Network intrusion: a data quality report, then training."""
import logging

import pandas as pd
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.metrics import matthews_corrcoef
from sklearn.model_selection import train_test_split

log = logging.getLogger("ids")


class Intrusion:
    def __init__(self, csv, seed=0):
        self.flows = pd.read_csv(csv)
        self.seed = seed

    def report(self):
        repeated = self.flows[self.flows.duplicated()]
        log.info("%d rows, %d repeated", len(self.flows), len(repeated))
        log.info("attacks %.3f", self.flows["attack"].mean())

    def fit(self):
        y = self.flows["attack"]
        X = self.flows.drop(columns=["attack"])
        self.parts = train_test_split(X, y, test_size=0.3, random_state=self.seed)  # must: duplicates-not-dropped-before-split
        self.model = HistGradientBoostingClassifier(random_state=self.seed)
        self.model.fit(self.parts[0], self.parts[2])
        return self

    def score(self):
        return matthews_corrcoef(self.parts[3], self.model.predict(self.parts[1]))


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO)
    job = Intrusion("flows.csv")
    job.report()
    log.info("MCC %.3f", job.fit().score())
