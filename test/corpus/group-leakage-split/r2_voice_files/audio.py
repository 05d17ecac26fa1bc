import librosa
import numpy as np


def embedding(path, rate=16000):
    wave, _ = librosa.load(path, sr=rate)
    mfcc = librosa.feature.mfcc(y=wave, sr=rate, n_mfcc=20)
    return np.concatenate([mfcc.mean(axis=1), mfcc.std(axis=1)])
