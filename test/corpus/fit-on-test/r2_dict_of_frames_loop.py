"""Wearables: three modalities, each with a scaler of its own."""
import numpy as np
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import f1_score
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import MinMaxScaler

archive = np.load("wearables.npz")
mods = ("acc", "gyro", "ecg")
train_idx, test_idx = train_test_split(np.arange(len(archive["y"])), stratify=archive["y"], random_state=46)
train = {m: archive[m][train_idx] for m in mods}
test = {m: archive[m][test_idx] for m in mods}

for m in mods:
    scaler = MinMaxScaler()
    train[m] = scaler.fit_transform(train[m])
    test[m] = scaler.fit_transform(test[m])  # must: fit-on-test

X_train = np.hstack([train[m] for m in mods])
X_test = np.hstack([test[m] for m in mods])
rf = RandomForestClassifier(random_state=46).fit(X_train, archive["y"][train_idx])
print(f1_score(archive["y"][test_idx], rf.predict(X_test), average="macro"))
