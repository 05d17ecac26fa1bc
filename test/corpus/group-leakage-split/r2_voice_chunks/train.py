# main
from pathlib import Path

import numpy as np
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC

from audio import chunks, mfcc

rows, labels, speakers = [], [], []
for wav in sorted(Path("parkinson").glob("*/*.wav")):
    speaker_id = wav.stem.split("_")[0]
    for chunk in chunks(wav):
        rows.append(mfcc(chunk))
        labels.append(wav.parent.name)
        speakers.append(speaker_id)
X, y = np.stack(rows), np.array(labels)
print(len(X), "chunks of", len(set(speakers)), "speakers")

X_train, X_test, y_train, y_test = train_test_split(X, y, stratify=y, random_state=1)  # must: group-leakage-split
svc = SVC(C=10).fit(X_train, y_train)
print("accuracy", accuracy_score(y_test, svc.predict(X_test)))
