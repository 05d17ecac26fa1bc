import pandas as pd
from sklearn.ensemble import GradientBoostingRegressor
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split


class SalaryModel:
    def __init__(self, path):
        frame = pd.read_csv(path)
        self.y = frame.pop("salary")
        self.X = pd.get_dummies(frame, dtype=int)
        self.model = GradientBoostingRegressor(random_state=1)

    def train(self):
        X_train, _, y_train, _ = train_test_split(self.X, self.y, random_state=1)
        self.model.fit(X_train, y_train)

    def test(self):
        _, X_test, _, y_test = train_test_split(self.X, self.y, random_state=2)  # must: split-repeated-with-other-seed
        return mean_absolute_error(y_test, self.model.predict(X_test))


m = SalaryModel("salaries.csv")
m.train()
print("MAE", m.test())
