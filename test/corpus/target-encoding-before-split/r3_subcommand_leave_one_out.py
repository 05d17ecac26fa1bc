import argparse
import json
import pathlib

import category_encoders as ce
import pandas as pd
from catboost import CatBoostClassifier
from sklearn.metrics import log_loss
from sklearn.model_selection import StratifiedKFold

CATEGORIES = ["device", "campaign", "publisher", "region"]


def encode(clicks, clicked):
    encoder = ce.LeaveOneOutEncoder(cols=CATEGORIES, sigma=0.0)
    return encoder.fit_transform(clicks, clicked)  # must: target-encoding-before-split


def evaluate(args):
    clicks = pd.read_csv(args.data)
    clicked = clicks.pop("clicked")
    table = encode(clicks, clicked)
    losses = []
    splitter = StratifiedKFold(args.folds, shuffle=True, random_state=args.seed)
    for fit_rows, eval_rows in splitter.split(table, clicked):
        model = CatBoostClassifier(iterations=args.iterations, random_seed=args.seed, verbose=0)
        model.fit(table.iloc[fit_rows], clicked.iloc[fit_rows])
        losses.append(log_loss(clicked.iloc[eval_rows], model.predict_proba(table.iloc[eval_rows])[:, 1]))
    pathlib.Path(args.out).write_text(json.dumps({"log_loss": losses}))


def describe(args):
    print(pd.read_csv(args.data).describe(include="all").T.to_string())


def main():
    parser = argparse.ArgumentParser(prog="clicks")
    sub = parser.add_subparsers(required=True)
    ev = sub.add_parser("evaluate")
    ev.add_argument("data")
    ev.add_argument("--folds", type=int, default=5)
    ev.add_argument("--iterations", type=int, default=500)
    ev.add_argument("--seed", type=int, default=0)
    ev.add_argument("--out", default="result.json")
    ev.set_defaults(run=evaluate)
    de = sub.add_parser("describe")
    de.add_argument("data")
    de.set_defaults(run=describe)
    args = parser.parse_args()
    args.run(args)


if __name__ == "__main__":
    main()
