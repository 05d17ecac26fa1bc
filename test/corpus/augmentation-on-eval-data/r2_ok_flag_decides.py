from pathlib import Path

import torch
import torchaudio
from torch.utils.data import DataLoader, Dataset


class Keywords(Dataset):
    """Short words; only the training part is masked at random."""

    def __init__(self, root, training):
        self.files = sorted(Path(root).glob("*/*.wav"))
        self.names = sorted({f.parent.name for f in self.files})
        self.mel = torchaudio.transforms.MelSpectrogram(16000, n_mels=64)
        self.mask = torch.nn.Sequential(torchaudio.transforms.FrequencyMasking(12), torchaudio.transforms.TimeMasking(20))
        self.training = training

    def __len__(self):
        return len(self.files)

    def __getitem__(self, i):
        wave, _ = torchaudio.load(self.files[i])
        spec = self.mel(wave).log1p()
        if self.training:
            spec = self.mask(spec)
        return spec, self.names.index(self.files[i].parent.name)


def loaders(root, batch):
    train = Keywords(f"{root}/train", training=True)
    val = Keywords(f"{root}/val", training=False)
    return DataLoader(train, batch, shuffle=True), DataLoader(val, batch)


train_loader, val_loader = loaders("speech", 64)
print(len(train_loader.dataset), len(val_loader.dataset))
