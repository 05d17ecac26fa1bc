# %%
import torch
import torch.nn as nn
from torch.utils.data import DataLoader
from torchvision import datasets, transforms

torch.manual_seed(1234)
tf = transforms.ToTensor()
train_dl = DataLoader(datasets.EMNIST("data", "letters", train=True, transform=tf), batch_size=128, shuffle=True)
heldout_dl = DataLoader(datasets.EMNIST("data", "letters", train=False, transform=tf), batch_size=512)

# %%
net = nn.Sequential(
    nn.Flatten(), nn.Linear(784, 512), nn.BatchNorm1d(512), nn.ReLU(), nn.Dropout(0.3), nn.Linear(512, 27)
)
opt = torch.optim.RMSprop(net.parameters(), lr=1e-3)
ce = nn.CrossEntropyLoss()


# %%
def accuracy(dl):
    net.eval()
    hits = 0
    with torch.no_grad():
        for x, y in dl:
            hits += (net(x).argmax(1) == y).sum().item()
    return hits / len(dl.dataset)


# %%
history = []
net.train()
for epoch in range(12):
    running = 0.0
    for x, y in train_dl:
        opt.zero_grad()
        loss = ce(net(x), y)  # must: eval-mode-not-restored
        loss.backward()
        opt.step()
        running += loss.item()
    history.append(running / len(train_dl))
    print(epoch, history[-1], "accuracy on training letters", accuracy(train_dl))

# %%
print("held out", accuracy(heldout_dl))
