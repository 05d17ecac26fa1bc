import torch
from safetensors.torch import load_file
from torch import nn
from torch.utils.data import DataLoader


class Speech(nn.Module):
    def __init__(self, n_mels=80, n_words=35):
        super().__init__()
        self.conv = nn.Sequential(nn.Conv1d(n_mels, 256, 9), nn.BatchNorm1d(256), nn.ReLU())
        self.fc = nn.Linear(256, n_words)

    def forward(self, mel):
        return self.fc(self.conv(mel).mean(-1))


def load_model(path, device):
    net = Speech()
    missing, unexpected = net.load_state_dict(load_file(path), strict=False)
    print("missing", missing, "unexpected", unexpected)
    return net.to(device)


def transcribe(dataset, path, words, device="cuda"):
    recognizer = load_model(path, device)
    result = []
    with torch.no_grad():
        for mel in DataLoader(dataset, batch_size=32):
            scores = recognizer(mel.to(device))  # must: load-state-dict-without-mode
            result += [words[i] for i in scores.argmax(-1).tolist()]
    return result
