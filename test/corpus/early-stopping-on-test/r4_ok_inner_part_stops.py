import pandas as pd
import xgboost as xgb
from sklearn.metrics import f1_score
from sklearn.model_selection import train_test_split


def carve(X, y, seed):
    return train_test_split(X, y, test_size=0.2, stratify=y, random_state=seed)


class StoppedBooster:
    def __init__(self, seed=0, **params):
        self.seed = seed
        self.model = xgb.XGBClassifier(n_estimators=3000, early_stopping_rounds=50, random_state=seed, **params)

    def fit(self, X, y):
        X_in, X_stop, y_in, y_stop = carve(X, y, self.seed)
        self.model.fit(X_in, y_in, eval_set=[(X_stop, y_stop)], verbose=False)
        return self

    def predict(self, X):
        return self.model.predict(X)


if __name__ == "__main__":
    tickets = pd.read_parquet("tickets.parquet")
    labels = tickets.pop("escalated")
    X_train, X_test, y_train, y_test = carve(tickets, labels, 10)
    booster = StoppedBooster(seed=10, max_depth=6).fit(X_train, y_train)
    print("F1", f1_score(y_test, booster.predict(X_test)))
