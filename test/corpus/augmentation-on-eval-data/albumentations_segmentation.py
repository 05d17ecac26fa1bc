"""Polyps: masks from colonoscopy frames. The test set is built with the training pipeline."""
from pathlib import Path

import albumentations as A
import cv2
import numpy as np
import segmentation_models_pytorch as smp
import torch
from albumentations.pytorch import ToTensorV2
from torch.utils.data import DataLoader, Dataset


class Frames(Dataset):
    def __init__(self, folder, transform):
        self.images = sorted(Path(folder, "images").glob("*.png"))
        self.masks = Path(folder, "masks")
        self.transform = transform

    def __len__(self):
        return len(self.images)

    def __getitem__(self, i):
        image = cv2.cvtColor(cv2.imread(str(self.images[i])), cv2.COLOR_BGR2RGB)
        mask = cv2.imread(str(self.masks / self.images[i].name), cv2.IMREAD_GRAYSCALE)
        out = self.transform(image=image, mask=(mask > 127).astype(np.float32))
        return out["image"].float() / 255, out["mask"][None]


def pipeline(train):
    steps = [A.Resize(256, 256)]
    if train:
        steps += [A.HorizontalFlip(p=0.5), A.ShiftScaleRotate(p=0.5), A.RandomBrightnessContrast(p=0.3)]
    return A.Compose(steps + [ToTensorV2()])


def dice(net, loader):
    net.eval()
    inter = union = 0.0
    with torch.no_grad():
        for x, m in loader:
            p = (net(x) > 0).float()
            inter += (p * m).sum().item()
            union += (p + m).sum().item()
    return 2 * inter / union


torch.manual_seed(1)
train_set = Frames("polyps/train", pipeline(train=True))
test_set = Frames("polyps/test", pipeline(train=True))  # must: augmentation-on-eval-data
net = smp.Unet("resnet34", encoder_weights="imagenet")
optimizer = torch.optim.AdamW(net.parameters(), lr=2e-4)
criterion = smp.losses.DiceLoss("binary")
for epoch in range(40):
    net.train()
    for x, m in DataLoader(train_set, batch_size=8, shuffle=True):
        optimizer.zero_grad()
        criterion(net(x), m).backward()
        optimizer.step()
print("dice", dice(net, DataLoader(test_set, batch_size=8)))
