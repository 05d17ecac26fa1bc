from dataclasses import dataclass

import numpy as np
import torch
from torch.utils.data import Dataset, random_split


@dataclass
class Stats:
    mean: np.ndarray
    std: np.ndarray


class PpgRecordings(Dataset):
    """One pulse recording of each person; each recording is brought to mean zero by itself."""

    def __init__(self, signal, age, rate):
        self.recordings = signal.astype(np.float32)
        self.age = age
        self.rate = rate.astype(np.float32)

    def __len__(self):
        return len(self.recordings)

    def __getitem__(self, i):
        recording = self.recordings[i]
        recording = (recording - recording.mean()) / (recording.std() + 1e-6)
        return torch.from_numpy(recording), torch.tensor(self.age[i]), torch.tensor(self.rate[i])


def stats_of(table, is_train):
    chosen = table[is_train]
    return Stats(chosen.mean(axis=0), chosen.std(axis=0))


def load(path, seed=3):
    archive = np.load(path)
    signal = archive["signal"]
    signal = signal - signal.mean(axis=1, keepdims=True)
    draw = np.random.default_rng(seed).random(len(signal))
    is_train = draw < 0.8

    stats = stats_of(archive["age"].reshape(-1, 1), is_train)
    age = ((archive["age"].reshape(-1, 1) - stats.mean) / stats.std).ravel().astype(np.float32)

    print("mean pulse of all people:", archive["rate"].mean(), "+-", archive["rate"].std())
    train = PpgRecordings(signal[is_train], age[is_train], archive["rate"][is_train])
    test = PpgRecordings(signal[~is_train], age[~is_train], archive["rate"][~is_train])
    kept = int(0.9 * len(train))
    generator = torch.Generator().manual_seed(seed)
    train, val = random_split(train, [kept, len(train) - kept], generator=generator)
    return train, val, test
