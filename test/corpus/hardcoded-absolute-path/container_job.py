"""Runs in an image: its folders are those of the platform."""
import json
import os

import joblib
import pandas as pd
from sklearn.linear_model import LogisticRegression

CHANNEL = "/opt/ml/input/data/train"
MODEL_DIR = os.environ.get("SM_MODEL_DIR", "/opt/ml/model")


def main():
    with open("/opt/ml/input/config/hyperparameters.json") as f:
        params = json.load(f)
    train = pd.read_csv(os.path.join(CHANNEL, "train.csv"))
    model = LogisticRegression(C=float(params["C"])).fit(train.drop(columns="y"), train["y"])
    joblib.dump(model, os.path.join(MODEL_DIR, "model.joblib"))


if __name__ == "__main__":
    main()
