import argparse

import numpy as np
from sklearn.metrics import balanced_accuracy_score
from sklearn.model_selection import StratifiedShuffleSplit
from sklearn.svm import SVC


def zscore(a, eps=1e-8):
    return (a - a.mean(axis=0)) / (a.std(axis=0) + eps)  # must: self-statistic-before-split


def read_matrix(path):
    table = np.genfromtxt(path, delimiter="\t", skip_header=1)
    return table[:, 1:-1], table[:, -1].astype(int)


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("expression_file")
    ap.add_argument("--repeats", type=int, default=20)
    ap.add_argument("--C", type=float, default=1.0)
    args = ap.parse_args()

    expr, subtype = read_matrix(args.expression_file)
    expr = np.log1p(expr)
    expr = zscore(expr)

    splitter = StratifiedShuffleSplit(n_splits=args.repeats, test_size=0.25, random_state=5)
    scores = []
    for tr, te in splitter.split(expr, subtype):
        svm = SVC(kernel="linear", C=args.C)
        svm.fit(expr[tr], subtype[tr])
        scores.append(balanced_accuracy_score(subtype[te], svm.predict(expr[te])))
    print(f"balanced accuracy {np.mean(scores):.3f} +- {np.std(scores):.3f}")


if __name__ == "__main__":
    main()
