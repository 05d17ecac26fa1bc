# main
import sys

from sklearn.ensemble import AdaBoostRegressor

from data import load


def run(path):
    x_train, x_test, y_train, y_test = load(path, 41)
    model = AdaBoostRegressor(n_estimators=200, random_state=41)
    model.fit(x_train, y_train)
    print(f"{len(x_train)} rows for training, {len(x_test)} for testing")
    print("R2 of the model:", model.score(x_train, y_train))  # must: evaluate-on-train


run(sys.argv[1])
