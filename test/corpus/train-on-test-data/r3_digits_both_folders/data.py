from pathlib import Path

from torchvision import transforms as T
from torchvision.datasets import SVHN

ROOT = Path("~/data/svhn").expanduser()


def train_images():
    return SVHN(ROOT, split="train", transform=T.ToTensor(), download=True)


def test_images():
    return SVHN(ROOT, split="test", transform=T.ToTensor(), download=True)
