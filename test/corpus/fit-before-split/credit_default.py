"""Train a credit default model on the bank's export."""
import argparse

import joblib
import pandas as pd
from sklearn.dummy import DummyClassifier
from sklearn.ensemble import RandomForestClassifier
from sklearn.impute import SimpleImputer
from sklearn.metrics import classification_report
from sklearn.model_selection import train_test_split


def parse_args():
    parser = argparse.ArgumentParser()
    parser.add_argument("--csv", required=True)
    parser.add_argument("--test-size", type=float, default=0.2)
    parser.add_argument("--seed", type=int, default=13)
    parser.add_argument("--out", default="model.joblib")
    return parser.parse_args()


def main():
    args = parse_args()
    df = pd.read_csv(args.csv)
    y = df.pop("default")
    numeric = df.select_dtypes("number").columns

    imputer = SimpleImputer(strategy="median")
    df[numeric] = imputer.fit_transform(df[numeric])  # must: fit-before-split
    X = pd.get_dummies(df)

    X_train, X_test, y_train, y_test = train_test_split(
        X, y, test_size=args.test_size, random_state=args.seed, stratify=y
    )
    dummy = DummyClassifier(strategy="prior").fit(X_train, y_train)
    print("majority:", dummy.score(X_test, y_test))

    forest = RandomForestClassifier(n_estimators=300, random_state=args.seed)
    forest.fit(X_train, y_train)
    print(classification_report(y_test, forest.predict(X_test)))
    joblib.dump(forest, args.out)


if __name__ == "__main__":
    main()
