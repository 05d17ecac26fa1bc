"""Score a file with a model that was trained and judged elsewhere."""
import argparse

import joblib
import pandas as pd


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("model")
    parser.add_argument("table")
    parser.add_argument("--out", default="scores.csv")
    args = parser.parse_args()

    model = joblib.load(args.model)
    table = pd.read_csv(args.table)
    table["score"] = model.predict_proba(table[model.feature_names_in_])[:, 1]
    table[["id", "score"]].to_csv(args.out, index=False)


if __name__ == "__main__":
    main()
