# main
import argparse
import json

import joblib
import pandas as pd

from search import tuned_forest


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("--data", required=True)
    ap.add_argument("--out", default="model.joblib")
    a = ap.parse_args()
    frame = pd.read_csv(a.data)
    y = frame.pop("label")
    found = tuned_forest(frame, y, seed=0)
    joblib.dump(found.best_estimator_, a.out)
    with open("metrics.json", "w") as fh:
        json.dump({"f1_macro": found.best_score_}, fh)  # must: best-score-reported-as-final


if __name__ == "__main__":
    main()
