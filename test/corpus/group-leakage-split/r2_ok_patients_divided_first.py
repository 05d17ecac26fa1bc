"""Patients are divided first; slices follow the part of their patient."""
from pathlib import Path

import numpy as np
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split

root = Path("mri")
patient_ids = sorted(p.name for p in root.iterdir())
train_ids, test_ids = train_test_split(patient_ids, random_state=35)


def slices(ids):
    rows, labels = [], []
    for patient_id in ids:
        volume = np.load(root / patient_id / "volume.npy")
        label = int((root / patient_id / "label.txt").read_text())
        for plane in volume:
            rows.append(np.histogram(plane, bins=32, range=(0, 1))[0])
            labels.append(label)
    return np.array(rows), np.array(labels)


X_train, y_train = slices(train_ids)
X_test, y_test = slices(test_ids)
print(RandomForestClassifier(random_state=35).fit(X_train, y_train).score(X_test, y_test))
