import random
from pathlib import Path

import albumentations as A
import cv2
import numpy as np
import torch
from albumentations.pytorch import ToTensorV2
from torch.utils.data import DataLoader, Dataset, Subset

TAIL = [A.Normalize(), ToTensorV2()]
STEPS = {
    True: A.Compose([A.Resize(512, 512), A.RandomBrightnessContrast(p=0.5), A.HorizontalFlip(p=0.5), *TAIL]),
    False: A.Compose([A.Resize(512, 512), *TAIL]),
}


class Roads(Dataset):
    training = True

    def __init__(self, folder):
        self.images = sorted(Path(folder).glob("*_sat.jpg"))

    def __len__(self):
        return len(self.images)

    def __getitem__(self, i):
        path = self.images[i]
        image = cv2.cvtColor(cv2.imread(str(path)), cv2.COLOR_BGR2RGB)
        mask = cv2.imread(str(path).replace("_sat.jpg", "_mask.png"), cv2.IMREAD_GRAYSCALE) > 127
        out = STEPS[self.training](image=image, mask=mask.astype(np.float32))
        return out["image"], out["mask"]


class RoadsForScoring(Roads):
    training = False


def parts(folder, seed=7):
    fit_set, score_set = Roads(folder), RoadsForScoring(folder)
    order = list(range(len(fit_set)))
    random.Random(seed).shuffle(order)
    held = len(order) // 10
    return Subset(fit_set, order[held:]), Subset(score_set, order[:held])


def loaders(folder, batch_size=8):
    fit, held = parts(folder)
    generator = torch.Generator().manual_seed(7)
    return DataLoader(fit, batch_size, shuffle=True, generator=generator), DataLoader(held, batch_size)
