"""Chest images: the phase decides what is drawn at random."""
import albumentations as A
import cv2
import torch
from albumentations.pytorch import ToTensorV2
from torch.utils.data import DataLoader, Dataset


def transform_for(phase, size):
    ops = [A.Resize(size + 32, size + 32)]
    if phase == "train":
        ops += [A.RandomCrop(size, size), A.HorizontalFlip(p=0.5), A.RandomBrightnessContrast(p=0.3)]
    else:
        ops += [A.CenterCrop(size, size)]
    return A.Compose(ops + [A.Normalize(), ToTensorV2()])


class Radiographs(Dataset):
    def __init__(self, table, phase, size=320):
        self.paths = table["path"].tolist()
        self.labels = table["finding"].tolist()
        self.transform = transform_for(phase, size)

    def __len__(self):
        return len(self.paths)

    def __getitem__(self, i):
        image = cv2.cvtColor(cv2.imread(self.paths[i]), cv2.COLOR_BGR2RGB)
        return self.transform(image=image)["image"], self.labels[i]


def loaders(tables, batch_size):
    """tables: a frame for each of train, val and test."""
    torch.manual_seed(5)
    return {
        phase: DataLoader(Radiographs(table, phase), batch_size=batch_size, shuffle=phase == "train")
        for phase, table in tables.items()
    }
