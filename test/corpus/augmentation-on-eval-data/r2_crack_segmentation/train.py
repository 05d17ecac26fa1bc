# main
from pathlib import Path

import cv2
import segmentation_models_pytorch as smp
import torch
from torch.utils.data import DataLoader, Dataset

import augs


class Cracks(Dataset):
    def __init__(self, folder, transform):
        self.images = sorted(Path(folder, "images").glob("*.jpg"))
        self.transform = transform

    def __len__(self):
        return len(self.images)

    def __getitem__(self, i):
        path = self.images[i]
        image = cv2.cvtColor(cv2.imread(str(path)), cv2.COLOR_BGR2RGB)
        mask = cv2.imread(str(path.parents[1] / "masks" / f"{path.stem}.png"), 0)
        out = self.transform(image=image, mask=mask)
        return out["image"], (out["mask"] > 0).float()


def main():
    torch.manual_seed(1)
    train_set = Cracks("cracks/train", augs.training(320))
    val_set = Cracks("cracks/val", augs.training(320))  # must: augmentation-on-eval-data
    train_loader = DataLoader(train_set, 8, shuffle=True)
    val_loader = DataLoader(val_set, 8)
    net = smp.Unet("resnet18", classes=1)
    opt = torch.optim.Adam(net.parameters(), lr=1e-4)
    dice = smp.losses.DiceLoss("binary", from_logits=True)
    for epoch in range(20):
        net.train()
        for image, mask in train_loader:
            opt.zero_grad()
            dice(net(image), mask).backward()
            opt.step()
        net.eval()
        with torch.no_grad():
            print(epoch, sum(dice(net(image), mask).item() for image, mask in val_loader) / len(val_loader))


main()
