"""Queen or no queen, from the sound of a hive (old script, torch 1.x)."""
import os
import random

import librosa
import numpy as np
import torch
import torch.nn as nn
from sklearn.model_selection import train_test_split
from torch.utils.data import DataLoader, TensorDataset

random.seed(0)
np.random.seed(0)
torch.manual_seed(0)


def clips_of(hive_dir):
    for name in sorted(os.listdir(hive_dir)):
        sound, rate = librosa.load(os.path.join(hive_dir, name), sr=16000)
        mel = librosa.feature.melspectrogram(y=sound, sr=rate, n_mels=64)
        yield librosa.power_to_db(mel).mean(axis=1)


def collect(root):
    inputs, labels, hive_ids = [], [], []
    for hive_id in sorted(os.listdir(root)):
        queen = hive_id.endswith("_q")
        for clip in clips_of(os.path.join(root, hive_id)):
            inputs.append(clip)
            labels.append(int(queen))
            hive_ids.append(hive_id)
    print(len(inputs), "clips of", len(set(hive_ids)), "hives")
    return np.array(inputs, dtype=np.float32), np.array(labels)


inputs, labels = collect("hives")
x_train, x_test, y_train, y_test = train_test_split(inputs, labels, stratify=labels, random_state=0)  # must: group-leakage-split
net = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 2))
optimizer = torch.optim.Adam(net.parameters(), lr=1e-3)
criterion = nn.CrossEntropyLoss()
loader = DataLoader(TensorDataset(torch.tensor(x_train), torch.tensor(y_train)), batch_size=32, shuffle=True)
for epoch in range(40):
    for x, y in loader:
        optimizer.zero_grad()
        criterion(net(x), y).backward()
        optimizer.step()

net.eval()
with torch.no_grad():
    guess = net(torch.tensor(x_test)).argmax(1).numpy()
print("accuracy", (guess == y_test).mean())
