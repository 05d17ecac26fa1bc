"""Weights learn from the train part alone; the loop over the test part only collects features."""
import numpy as np
import torch
from sklearn.manifold import TSNE
from torch import nn
from torch.utils.data import DataLoader
from torchvision import datasets, transforms

torch.manual_seed(18)
tf = transforms.ToTensor()
train_loader = DataLoader(datasets.USPS("data", train=True, transform=tf, download=True), 64, shuffle=True)
test_loader = DataLoader(datasets.USPS("data", train=False, transform=tf, download=True), 256)
body = nn.Sequential(nn.Flatten(), nn.Linear(256, 128), nn.ReLU(), nn.Dropout(0.1))
head = nn.Linear(128, 10)
optimizer = torch.optim.Adam([*body.parameters(), *head.parameters()], lr=1e-3)

for epoch in range(10):
    body.train()
    head.train()
    for x, y in train_loader:
        optimizer.zero_grad()
        loss = nn.functional.cross_entropy(head(body(x)), y)
        loss.backward()
        optimizer.step()

body.eval()
head.eval()
codes, hits = [], 0
with torch.no_grad():
    for x, y in test_loader:
        z = body(x)
        codes.append(z.numpy())
        hits += (head(z).argmax(1) == y).sum().item()
print("accuracy", hits / len(test_loader.dataset))
picture = TSNE(2, random_state=18).fit_transform(np.concatenate(codes))
np.save("test_codes_2d.npy", picture)
