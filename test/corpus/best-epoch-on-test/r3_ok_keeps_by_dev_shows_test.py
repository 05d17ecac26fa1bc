import torch
from torch import nn
from torch.utils.data import DataLoader

from speechcmd.data import CommandSet
from speechcmd.nets import BcResNet

SPLITS = ("training", "validation", "testing")


def run_epoch(net, loader, optimizer=None):
    net.train(optimizer is not None)
    right = total = 0
    with torch.set_grad_enabled(optimizer is not None):
        for spectrum, word in loader:
            logits = net(spectrum.cuda())
            if optimizer is not None:
                loss = nn.functional.cross_entropy(logits, word.cuda())
                optimizer.zero_grad()
                loss.backward()
                optimizer.step()
            right += (logits.argmax(1).cpu() == word).sum().item()
            total += len(word)
    return right / total


def main(epochs=60, path="bcresnet.pt"):
    torch.manual_seed(33)
    loaders = {s: DataLoader(CommandSet("data", s), 100, shuffle=s == "training", num_workers=4) for s in SPLITS}
    net = BcResNet(tau=2).cuda()
    optimizer = torch.optim.SGD(net.parameters(), lr=0.1, momentum=0.9, weight_decay=1e-3)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=epochs)
    best_acc = 0.0
    for epoch in range(epochs):
        train_acc = run_epoch(net, loaders["training"], optimizer)
        schedule.step()
        acc, test_acc = (run_epoch(net, loaders[s]) for s in SPLITS[1:])
        line = f"{epoch} train {train_acc:.3f} dev {acc:.3f} test {test_acc:.3f}"
        if acc > best_acc:
            best_acc = acc
            torch.save(net.state_dict(), path)
            line += " *"
        print(line)
    net.load_state_dict(torch.load(path, map_location="cuda", weights_only=True))
    print("test accuracy of the kept epoch", run_epoch(net, loaders["testing"]))


if __name__ == "__main__":
    main()
