from dataclasses import asdict, dataclass

import torch
from accelerate import Accelerator
from accelerate.utils import set_seed
from torch import nn
from torch.utils.data import DataLoader
from torchvision import transforms as T
from torchvision.datasets import FGVCAircraft
from torchvision.models import convnext_tiny


@dataclass
class Progress:
    epoch: int = 0
    best: float = 0.0
    best_epoch: int = -1


def loaders(batch_size):
    size = T.Resize((224, 224))
    train = FGVCAircraft("data", "trainval", transform=T.Compose([size, T.RandomHorizontalFlip(), T.ToTensor()]))
    test = FGVCAircraft("data", "test", transform=T.Compose([size, T.ToTensor()]))
    return DataLoader(train, batch_size, shuffle=True), DataLoader(test, batch_size)


def evaluate(accelerator, model, loader):
    model.eval()
    hits = []
    with torch.no_grad():
        for image, label in loader:
            guess, truth = accelerator.gather_for_metrics((model(image).argmax(-1), label))
            hits.append((guess == truth).float())
    return torch.cat(hits).mean().item()


def main(epochs=30):
    set_seed(4)
    accelerator = Accelerator()
    train_loader, test_loader = loaders(64)
    model = convnext_tiny(num_classes=100)
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-4, weight_decay=0.05)
    model, optimizer, train_loader, test_loader = accelerator.prepare(model, optimizer, train_loader, test_loader)
    progress = Progress()
    for progress.epoch in range(epochs):
        model.train()
        for image, label in train_loader:
            optimizer.zero_grad()
            accelerator.backward(nn.functional.cross_entropy(model(image), label))
            optimizer.step()
        accuracy = evaluate(accelerator, model, test_loader)
        if accuracy > progress.best:  # must: best-epoch-on-test
            progress.best, progress.best_epoch = accuracy, progress.epoch
            accelerator.save(accelerator.get_state_dict(model), "aircraft.pt")
    accelerator.print("test accuracy", asdict(progress))


if __name__ == "__main__":
    main()
