import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.model_selection import train_test_split

SEED = 314


class Task:
    def __init__(self, frame, target, inputs):
        self.X, self.y = frame[inputs], frame[target]

    def fit(self):
        X_train, _, y_train, _ = train_test_split(self.X, self.y, random_state=SEED)
        self.model = RandomForestRegressor(random_state=SEED).fit(X_train, y_train)
        return self

    def score(self):
        _, X_test, _, y_test = train_test_split(self.X, self.y, random_state=SEED)
        return self.model.score(X_test, y_test)


trees = pd.read_csv("trees.csv")
print(Task(trees, "height", ["girth", "age"]).fit().score())
