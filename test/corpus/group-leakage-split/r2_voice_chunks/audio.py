import librosa
import numpy as np


def chunks(path, seconds=1.0, rate=16000):
    wave, _ = librosa.load(path, sr=rate)
    step = int(seconds * rate)
    for start in range(0, len(wave) - step + 1, step):
        yield wave[start : start + step]


def mfcc(chunk, rate=16000):
    return np.mean(librosa.feature.mfcc(y=chunk, sr=rate, n_mfcc=20), axis=1)
