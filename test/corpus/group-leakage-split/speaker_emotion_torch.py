"""Speech emotion: the utterances of one speaker end up on both sides."""
import pandas as pd
import torch
import torchaudio
from torch import nn
from torch.utils.data import DataLoader, Dataset, random_split

EMOTIONS = ["angry", "happy", "neutral", "sad"]


class Utterances(Dataset):
    def __init__(self, manifest):
        self.table = pd.read_csv(manifest)
        counts = self.table.groupby("speaker_id").size()
        print(f"{len(counts)} speakers, {counts.mean():.0f} utterances each")
        self.mel = torchaudio.transforms.MelSpectrogram(sample_rate=16000, n_mels=64)

    def __len__(self):
        return len(self.table)

    def __getitem__(self, i):
        row = self.table.iloc[i]
        wave, _ = torchaudio.load(row.path, num_frames=32000)
        return self.mel(wave), EMOTIONS.index(row.emotion)


def build_model():
    return nn.Sequential(
        nn.Conv2d(1, 16, 5, stride=2),
        nn.ReLU(),
        nn.AdaptiveAvgPool2d(4),
        nn.Flatten(),
        nn.Linear(256, len(EMOTIONS)),
    )


def run(manifest="utterances.csv", epochs=12, device="cpu"):
    torch.manual_seed(5)
    data = Utterances(manifest)
    held = len(data) // 10
    train_data, test_data = random_split(data, [len(data) - held, held])  # must: group-leakage-split
    net = build_model().to(device)
    optimizer = torch.optim.Adam(net.parameters(), lr=3e-4)
    loss_fn = nn.CrossEntropyLoss()
    for _ in range(epochs):
        net.train()
        for mel, label in DataLoader(train_data, batch_size=32, shuffle=True):
            optimizer.zero_grad()
            loss = loss_fn(net(mel.to(device)), label.to(device))
            loss.backward()
            optimizer.step()
    net.eval()
    hits = 0
    with torch.inference_mode():
        for mel, label in DataLoader(test_data, batch_size=64):
            hits += (net(mel.to(device)).argmax(1).cpu() == label).sum().item()
    print("accuracy", hits / held)


if __name__ == "__main__":
    run()
