"""The same arguments give the same rows: train and score agree on the parts."""
import pandas as pd
from sklearn.ensemble import ExtraTreesRegressor
from sklearn.metrics import r2_score
from sklearn.model_selection import train_test_split

SEED = 42
yields = pd.read_csv("reactions.csv")
target = yields.pop("yield")


def parts():
    return train_test_split(yields, target, test_size=0.2, random_state=SEED)


def fit():
    X_train, _, y_train, _ = parts()
    return ExtraTreesRegressor(random_state=SEED).fit(X_train, y_train)


def check(model):
    _, X_test, _, y_test = train_test_split(yields, target, test_size=0.2, random_state=SEED)
    return r2_score(y_test, model.predict(X_test))


print(check(fit()))
