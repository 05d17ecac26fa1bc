"""Every recording is levelled by its own mean and spread; nothing is shared between recordings."""
from pathlib import Path

import librosa
import numpy as np
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split


def embed(path: Path) -> np.ndarray:
    wave, rate = librosa.load(path, sr=16000, duration=5.0)
    wave = (wave - wave.mean()) / (wave.std() + 1e-6)
    mel = librosa.power_to_db(librosa.feature.melspectrogram(y=wave, sr=rate, n_mels=40))
    return np.concatenate([mel.mean(axis=1), mel.std(axis=1)])


files = sorted(Path("birds").glob("*/*.ogg"))
X = np.stack([embed(f) for f in files])
species = np.array([f.parent.name for f in files])
X_a, X_b, s_a, s_b = train_test_split(X, species, stratify=species, random_state=6)
forest = RandomForestClassifier(500, random_state=6).fit(X_a, s_a)
print(forest.score(X_b, s_b))
