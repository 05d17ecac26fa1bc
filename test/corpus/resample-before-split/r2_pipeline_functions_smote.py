import argparse
import warnings
from functools import reduce

import pandas as pd
from imblearn.over_sampling import BorderlineSMOTE
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import recall_score
from sklearn.model_selection import train_test_split


def load(ctx):
    frame = pd.read_csv(ctx["csv"]).select_dtypes("number").dropna()
    return {**ctx, "y": frame[ctx["target"]], "X": frame.drop(columns=ctx["target"])}


def balance(ctx):
    X_res, y_res = BorderlineSMOTE(random_state=ctx["seed"]).fit_resample(ctx["X"], ctx["y"])  # must: resample-before-split
    return {**ctx, "X": X_res, "y": y_res}


def part(ctx):
    names = ("X_train", "X_test", "y_train", "y_test")
    return {**ctx, **dict(zip(names, train_test_split(ctx["X"], ctx["y"], random_state=ctx["seed"])))}


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("csv")
    ap.add_argument("target")
    args = ap.parse_args()
    ctx = part(balance(load({"csv": args.csv, "target": args.target, "seed": 37})))
    rf = RandomForestClassifier(random_state=37).fit(ctx["X_train"], ctx["y_train"])
    print("recall", recall_score(ctx["y_test"], rf.predict(ctx["X_test"])))


if __name__ == "__main__":
    main()
