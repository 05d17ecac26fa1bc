import argparse

import pandas as pd
import yaml
from sklearn.dummy import DummyClassifier
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split


def get_parser():
    p = argparse.ArgumentParser()
    p.add_argument("config")
    p.add_argument("--dropout", type=float, default=0.3)
    p.add_argument("--test-size", type=float, default=0.25)
    return p


def main():
    args = get_parser().parse_args()
    with open(args.config) as f:
        cfg = yaml.safe_load(f)
    df = pd.read_csv(cfg["csv"])
    y = df.pop(cfg["target"])
    X_rest, X_test, y_rest, y_test = train_test_split(df, y, test_size=args.test_size, random_state=cfg["seed"])
    X_train, X_val, y_train, y_val = train_test_split(X_rest, y_rest, test_size=cfg["val"], random_state=cfg["seed"])
    rf = RandomForestClassifier(max_features=0.7, random_state=cfg["seed"]).fit(X_train, y_train)
    print(rf.score(X_val, y_val), rf.score(X_test, y_test))
    print(DummyClassifier().fit(X_train, y_train).score(X_test, y_test))


main()
