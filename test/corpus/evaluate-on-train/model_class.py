"""A wrapper whose report is about the rows that it was fitted on."""
import pandas as pd
from sklearn.ensemble import GradientBoostingRegressor
from sklearn.metrics import r2_score


class YieldModel:
    def __init__(self, table: pd.DataFrame):
        self.X = table.drop(columns=["yield"])
        self.y = table["yield"]
        self.reg = GradientBoostingRegressor(random_state=0)

    def train(self):
        self.reg.fit(self.X, self.y)

    def report(self):
        print("R2", r2_score(self.y, self.reg.predict(self.X)), "mean 0")  # must: evaluate-on-train


if __name__ == "__main__":
    m = YieldModel(pd.read_csv("harvest.csv"))
    m.train()
    m.report()
