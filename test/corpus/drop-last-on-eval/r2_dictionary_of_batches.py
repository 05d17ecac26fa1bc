import numpy as np
import tensorflow as tf
from sklearn.model_selection import train_test_split
from torch.utils.data import DataLoader, TensorDataset
import torch
from torch import nn

x, y = np.load("glyphs_x.npy").astype("float32"), np.load("glyphs_y.npy")
parts = train_test_split(x, y, stratify=y, random_state=1)
x_train, x_test, y_train, y_test = (torch.from_numpy(p) for p in parts)
options = dict(batch_size=100, num_workers=0)
batches = {
    "train": DataLoader(TensorDataset(x_train, y_train), shuffle=True, **options),
    "test": DataLoader(TensorDataset(x_test, y_test), drop_last=True, **options),  # must: drop-last-on-eval
}

torch.manual_seed(1)
net = nn.Sequential(nn.Linear(x.shape[1], 100), nn.ReLU(), nn.Linear(100, 26))
opt = torch.optim.RMSprop(net.parameters())
for epoch in range(30):
    net.train()
    for a, b in batches["train"]:
        opt.zero_grad()
        nn.functional.cross_entropy(net(a), b).backward()
        opt.step()

net.eval()
right = total = 0
with torch.no_grad():
    for a, b in batches["test"]:
        right += (net(a).argmax(1) == b).sum().item()
        total += len(b)
print(f"{right / total:.4f}")
