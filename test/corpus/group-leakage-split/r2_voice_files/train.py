# main
from pathlib import Path

import numpy as np
import pandas as pd
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC

from audio import embedding

people = pd.read_csv("parkinson/people.csv")
rows, labels, speakers = [], [], []
for speaker_id, ill in zip(people["speaker_id"], people["ill"]):
    for wav in sorted(Path("parkinson", speaker_id).glob("*.wav")):
        rows.append(embedding(wav))
        labels.append(ill)
        speakers.append(speaker_id)
X, y = np.stack(rows), np.array(labels)
print(len(X), "recordings of", len(set(speakers)), "speakers")

X_train, X_test, y_train, y_test = train_test_split(X, y, stratify=y, random_state=1)  # must: group-leakage-split
svc = SVC(C=10).fit(X_train, y_train)
print("accuracy", accuracy_score(y_test, svc.predict(X_test)))
