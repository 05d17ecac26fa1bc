import shutil

import torch
from torch import nn
from torch.utils.data import DataLoader

from speech.data import CommandSet
from speech.net import KeywordNet


def save_checkpoint(state, is_best, filename="last.pth.tar"):
    torch.save(state, filename)
    if is_best:
        shutil.copyfile(filename, "best.pth.tar")


def fit_epoch(model, loader, criterion, optimizer):
    model.train()
    for waves, words in loader:
        loss = criterion(model(waves.cuda()), words.cuda())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()


def accuracy(model, loader):
    model.eval()
    hits = 0
    with torch.inference_mode():
        for waves, words in loader:
            hits += (model(waves.cuda()).argmax(dim=1) == words.cuda()).sum().item()
    return hits / len(loader.dataset)


def main(root, epochs=60):
    torch.manual_seed(5)
    train_loader = DataLoader(CommandSet(root, subset="training"), batch_size=256, shuffle=True, num_workers=4)
    test_loader = DataLoader(CommandSet(root, subset="testing"), batch_size=256, num_workers=4)
    model = KeywordNet(n_words=35).cuda()
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3, weight_decay=0.01)
    best_prec1 = 0
    for epoch in range(epochs):
        fit_epoch(model, train_loader, nn.CrossEntropyLoss(), optimizer)
        prec1 = accuracy(model, test_loader)
        is_best = prec1 > best_prec1  # must: best-epoch-on-test
        best_prec1 = prec1 if is_best else best_prec1
        save_checkpoint(
            {"epoch": epoch + 1, "state_dict": model.state_dict(), "optimizer": optimizer.state_dict()}, is_best
        )
    print(f"Best Prec@1 on the test set: {best_prec1:.3f}")


main("SpeechCommands/speech_commands_v0.02")
