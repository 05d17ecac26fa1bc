import torch
import torch.nn.functional as F
from torch import nn


def run(encoder: nn.Module, decoder: nn.Module, train_dl, val_dl, epochs: int, lr: float = 2e-4):
    optimizer = torch.optim.Adam([*encoder.parameters(), *decoder.parameters()], lr=lr)
    encoder.train()
    decoder.train()
    for epoch in range(epochs):
        for clean, noisy in train_dl:
            code = encoder(noisy)
            restored = decoder(code)  # must: eval-mode-not-restored
            loss = F.l1_loss(restored, clean)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()

        encoder.eval()
        decoder.eval()
        with torch.no_grad():
            val = sum(F.l1_loss(decoder(encoder(noisy)), clean).item() for clean, noisy in val_dl) / len(val_dl)
        print(f"{epoch:3d} val {val:.5f}")
        encoder.train()


def block(cin, cout):
    return nn.Sequential(nn.Conv2d(cin, cout, 3, padding=1), nn.BatchNorm2d(cout), nn.ReLU())


def main(train_dl, val_dl):
    torch.manual_seed(6)
    encoder = nn.Sequential(block(1, 16), block(16, 32))
    decoder = nn.Sequential(block(32, 16), nn.Dropout2d(0.1), nn.Conv2d(16, 1, 1))
    run(encoder, decoder, train_dl, val_dl, epochs=12)
