import json
import os

import joblib
import pandas as pd
from sklearn.ensemble import GradientBoostingClassifier

MODEL_DIR = os.environ.get("SM_MODEL_DIR", "/opt/ml/model")
TRAIN_DIR = os.environ.get("SM_CHANNEL_TRAIN", "/opt/ml/input/data/train")
KAGGLE = "/kaggle/input/playground-series/train.csv"


def settings(path="/opt/ml/input/config/hyperparameters.json"):
    with open(path) as handle:
        return json.load(handle)


def read():
    source = KAGGLE if os.path.exists(KAGGLE) else os.path.join(TRAIN_DIR, "train.csv")
    return pd.read_csv(source)


if __name__ == "__main__":
    rows = read()
    label = rows.pop("label")
    rate = float(settings().get("learning_rate", 0.1))
    booster = GradientBoostingClassifier(learning_rate=rate, random_state=0).fit(rows, label)
    joblib.dump(booster, os.path.join(MODEL_DIR, "model.joblib"))
