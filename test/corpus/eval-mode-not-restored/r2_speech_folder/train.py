# main
import torch
from torch import nn

from evaluate import character_error
from metrics import edit_distance


def acoustic_model():
    return nn.Sequential(nn.Conv1d(80, 256, 5), nn.BatchNorm1d(256), nn.ReLU(), nn.Conv1d(256, 256, 5))


def language_model(symbols):
    return nn.Sequential(nn.Conv1d(256, 128, 1), nn.Dropout(0.4), nn.Conv1d(128, symbols, 1))


def train(train_loader, val_loader, symbols=40, rounds=10):
    acoustic, lm = acoustic_model(), language_model(symbols)
    opt = torch.optim.Adam([*acoustic.parameters(), *lm.parameters()], lr=1e-4)
    criterion = nn.CrossEntropyLoss()
    acoustic.train()
    lm.train()
    for r in range(rounds):
        for feats, text in train_loader:
            hidden = acoustic(feats)
            loss = criterion(lm(hidden), text)  # must: eval-mode-not-restored
            opt.zero_grad()
            loss.backward()
            opt.step()
        print(r, character_error(acoustic, lm, val_loader, edit_distance))
