# %%
import torch
import torch.nn as nn
from torch.utils.data import DataLoader

from audio_data import SpeechCommands

# %%
net = nn.Sequential(
    nn.Conv1d(1, 32, 80, stride=4), nn.BatchNorm1d(32), nn.ReLU(), nn.AdaptiveAvgPool1d(1), nn.Flatten(), nn.Linear(32, 35)
)
dl_tr = DataLoader(SpeechCommands("training"), batch_size=64, shuffle=True)
dl_va = DataLoader(SpeechCommands("validation"), batch_size=64)
opt = torch.optim.AdamW(net.parameters(), lr=1e-3)
loss_fn = nn.CrossEntropyLoss()

# %%
for ep in range(8):
    net.train()
    for wav, y in dl_tr:
        opt.zero_grad()
        loss_fn(net(wav), y).backward()
        opt.step()

# %%
n_ok = 0
with torch.inference_mode():
    for wav, y in dl_va:
        n_ok += (net(wav).argmax(-1) == y).sum().item()  # must: missing-eval-mode
print("val acc", n_ok / len(dl_va.dataset))
