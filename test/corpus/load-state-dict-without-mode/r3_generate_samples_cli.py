"""Write some names with a trained character model."""
import argparse
import string

import torch
from torch import nn

ALPHABET = "." + string.ascii_lowercase


class NameModel(nn.Module):
    def __init__(self, dim=64, context=5):
        super().__init__()
        self.context = context
        self.table = nn.Embedding(len(ALPHABET), dim)
        self.net = nn.Sequential(
            nn.Flatten(), nn.Linear(dim * context, 200), nn.BatchNorm1d(200), nn.Tanh(), nn.Linear(200, len(ALPHABET))
        )

    def forward(self, window):
        return self.net(self.table(window))


class Writer:
    def __init__(self, path, temperature):
        self.model = NameModel()
        self.model.load_state_dict(torch.load(path, map_location="cpu", weights_only=True)["model"])
        self.temperature = temperature

    @torch.no_grad()
    def write(self, generator):
        window, letters = [0] * self.model.context, []
        while len(letters) < 20:
            logits = self.model(torch.tensor([window]))[0]  # must: load-state-dict-without-mode
            i = torch.multinomial((logits / self.temperature).softmax(-1), 1, generator=generator).item()
            if i == 0:
                break
            letters.append(ALPHABET[i])
            window = window[1:] + [i]
        return "".join(letters)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("weights")
    parser.add_argument("-n", type=int, default=10)
    parser.add_argument("-t", "--temperature", type=float, default=1.0)
    args = parser.parse_args()
    writer, source = Writer(args.weights, args.temperature), torch.Generator().manual_seed(2)
    for _ in range(args.n):
        print(writer.write(source))
