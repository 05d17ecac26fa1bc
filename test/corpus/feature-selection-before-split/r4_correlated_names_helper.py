"""Gene expression: keep the genes that go with the outcome, then a linear model."""
import argparse

import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import balanced_accuracy_score
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler


def strongest(frame, outcome, count):
    strength = frame.drop(columns=outcome).corrwith(frame[outcome]).abs()  # must: feature-selection-before-split
    return strength.nlargest(count).index.tolist()


def evaluate(X, y, seed):
    X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.3, stratify=y, random_state=seed)
    model = make_pipeline(StandardScaler(), LogisticRegression(C=0.1, max_iter=5000, random_state=seed))
    model.fit(X_train, y_train)
    return balanced_accuracy_score(y_test, model.predict(X_test))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("table")
    parser.add_argument("--genes", type=int, default=50)
    parser.add_argument("--seed", type=int, default=2)
    args = parser.parse_args()
    expression = pd.read_csv(args.table, index_col="sample")
    genes = strongest(expression, "responder", args.genes)
    print(evaluate(expression[genes], expression["responder"], args.seed))


if __name__ == "__main__":
    main()
