import argparse

import numpy as np
from sklearn.datasets import load_svmlight_file
from sklearn.experimental import enable_halving_search_cv  # noqa: F401
from sklearn.linear_model import SGDClassifier
from sklearn.metrics import accuracy_score
from sklearn.model_selection import HalvingGridSearchCV, train_test_split


def tuned_classifier(data, labels, seed):
    grid = {"alpha": np.logspace(-6, -1, 12), "penalty": ["l2", "l1", "elasticnet"]}
    halving = HalvingGridSearchCV(SGDClassifier(random_state=seed), grid, random_state=seed)
    halving.fit(data, labels)  # must: search-on-all-data-then-test
    return SGDClassifier(random_state=seed, **halving.best_params_)


def main(args):
    features, classes = load_svmlight_file(args.file)
    clf = tuned_classifier(features, classes, args.seed)
    tr_x, te_x, tr_y, te_y = train_test_split(features, classes, test_size=args.test_size, random_state=args.seed)
    clf.fit(tr_x, tr_y)
    print("accuracy", accuracy_score(te_y, clf.predict(te_x)))


if __name__ == "__main__":
    cli = argparse.ArgumentParser()
    cli.add_argument("file")
    cli.add_argument("--test-size", type=float, default=0.2)
    cli.add_argument("--seed", type=int, default=10)
    main(cli.parse_args())
