import sys

import joblib
import pandas as pd
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.metrics import classification_report
from sklearn.model_selection import train_test_split

DATA, MODEL = "mushrooms.csv", "mushrooms.joblib"


def read():
    table = pd.get_dummies(pd.read_csv(DATA))
    return table.drop(columns=["poison_yes", "poison_no"]), table["poison_yes"]


def train():
    X, y = read()
    X_train, _, y_train, _ = train_test_split(X, y, test_size=0.2, random_state=1)
    model = GradientBoostingClassifier(random_state=1)
    model.fit(X_train, y_train)
    return model


def report(model):
    X, y = read()
    _, X_test, _, y_test = train_test_split(X, y, test_size=0.2, random_state=2)  # must: split-repeated-with-other-seed
    print(classification_report(y_test, model.predict(X_test)))


def main():
    model = train()
    report(model)
    if "--save" in sys.argv:
        joblib.dump(model, MODEL)


if __name__ == "__main__":
    main()
