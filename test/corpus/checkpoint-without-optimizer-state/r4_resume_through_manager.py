"""Language model pre-training; a run may be killed by the cluster and go on later."""
import argparse
from pathlib import Path

import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset


class CheckpointManager:
    def __init__(self, folder):
        self.folder = Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)

    def latest(self):
        found = sorted(self.folder.glob("epoch_*.pt"))
        return found[-1] if found else None

    def write(self, epoch, model):
        state = {"epoch": epoch, "model": model.state_dict()}  # must: checkpoint-without-optimizer-state
        torch.save(state, self.folder / f"epoch_{epoch:04d}.pt")

    def restore(self, model, device):
        path = self.latest()
        if path is None:
            return 0
        state = torch.load(path, map_location=device, weights_only=True)
        model.load_state_dict(state["model"])
        return state["epoch"] + 1


class TinyLM(nn.Module):
    def __init__(self, vocab, width=256):
        super().__init__()
        self.embed = nn.Embedding(vocab, width)
        self.rnn = nn.LSTM(width, width, batch_first=True)
        self.out = nn.Linear(width, vocab)

    def forward(self, tokens):
        return self.out(self.rnn(self.embed(tokens))[0])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--tokens", required=True)
    parser.add_argument("--ckpt-dir", default="checkpoints")
    parser.add_argument("--epochs", type=int, default=100)
    args = parser.parse_args()
    torch.manual_seed(17)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    tokens = torch.load(args.tokens, map_location="cpu", weights_only=True)
    loader = DataLoader(TensorDataset(tokens[:, :-1], tokens[:, 1:]), batch_size=64, shuffle=True)
    model = TinyLM(32000).to(device)
    optimizer = torch.optim.AdamW(model.parameters(), lr=3e-4)
    criterion = nn.CrossEntropyLoss()
    manager = CheckpointManager(args.ckpt_dir)
    start_epoch = manager.restore(model, device)
    for epoch in range(start_epoch, args.epochs):
        model.train()
        for inputs, targets in loader:
            optimizer.zero_grad()
            logits = model(inputs.to(device))
            loss = criterion(logits.flatten(0, 1), targets.to(device).flatten())
            loss.backward()
            optimizer.step()
        manager.write(epoch, model)


if __name__ == "__main__":
    main()
