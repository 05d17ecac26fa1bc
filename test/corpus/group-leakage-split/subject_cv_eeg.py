import mne
import numpy as np
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis
from sklearn.model_selection import StratifiedKFold, cross_val_score


def epochs_of(subject):
    raw = mne.io.read_raw_edf(f"eeg/S{subject:03d}.edf", preload=True, verbose="ERROR")
    raw.filter(8, 30, verbose="ERROR")
    events, _ = mne.events_from_annotations(raw, verbose="ERROR")
    epochs = mne.Epochs(raw, events, tmin=0, tmax=3, baseline=None, preload=True, verbose="ERROR")
    return np.log(epochs.get_data().var(axis=2)), epochs.events[:, 2]


features, targets, subject_ids = [], [], []
for subject in range(1, 31):
    x, t = epochs_of(subject)
    features.append(x)
    targets.append(t)
    subject_ids.extend([subject] * len(t))

X = np.concatenate(features)
y = np.concatenate(targets)
print("epochs per subject", len(X) / len(set(subject_ids)))
cv = StratifiedKFold(n_splits=5, shuffle=True, random_state=0)  # must: group-leakage-split
scores = cross_val_score(LinearDiscriminantAnalysis(), X, y, cv=cv)
print("accuracy", scores.mean())
