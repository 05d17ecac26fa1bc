"""ECG beats: every patient's record is cut into ten-second windows."""
import argparse

import numpy as np
import pandas as pd
from scipy.signal import welch
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split

RATE = 250


def windows(record, seconds=10):
    step = RATE * seconds
    for start in range(0, len(record) - step + 1, step):
        yield record[start:start + step]


def spectrum(window):
    return np.log(welch(window, RATE, nperseg=512)[1][:60] + 1e-12)


def build(patients, folder):
    X, y = [], []
    for row in patients.itertuples():
        record = np.load(f"{folder}/{row.patient_id}.npy")
        for window in windows(record):
            X.append(spectrum(window))
            y.append(row.fibrillation)
    return np.array(X), np.array(y)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--patients", default="patients.csv")
    parser.add_argument("--records", default="records")
    args = parser.parse_args()
    X, y = build(pd.read_csv(args.patients), args.records)
    X_tr, X_te, y_tr, y_te = train_test_split(X, y, test_size=0.2, stratify=y, random_state=55)  # must: group-leakage-split
    forest = RandomForestClassifier(500, random_state=55).fit(X_tr, y_tr)
    print("AUC", roc_auc_score(y_te, forest.predict_proba(X_te)[:, 1]))


if __name__ == "__main__":
    main()
