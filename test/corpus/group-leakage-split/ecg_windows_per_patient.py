"""Every recording gives many windows; the windows are then split at random."""
from pathlib import Path

import numpy as np
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import f1_score
from sklearn.model_selection import train_test_split

FS, SECONDS = 250, 10


def window_features(segment):
    spectrum = np.abs(np.fft.rfft(segment))
    return [segment.mean(), segment.std(), np.ptp(segment), spectrum.argmax(), spectrum.max()]


def load(folder):
    rows, labels, patients = [], [], []
    for path in sorted(Path(folder).glob("patient_*.npz")):
        with np.load(path) as record:
            signal, has_af = record["ecg"], int(record["af"])
        step = FS * SECONDS
        for start in range(0, len(signal) - step, step // 2):
            rows.append(window_features(signal[start : start + step]))
            labels.append(has_af)
            patients.append(path.stem)
    return np.array(rows), np.array(labels), np.array(patients)


X, y, patients = load("ecg")
print(len(X), "windows of", len(np.unique(patients)), "patients")
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, stratify=y, random_state=42)  # must: group-leakage-split
clf = RandomForestClassifier(n_estimators=300, random_state=42).fit(X_train, y_train)
print("F1", f1_score(y_test, clf.predict(X_test)))
