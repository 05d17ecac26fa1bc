from typing import Iterable

import torch
from torch import Tensor, nn


class Segmenter:
    def __init__(self, unet: nn.Module, device: torch.device) -> None:
        self.unet = unet.to(device)
        self.device = device
        self.opt = torch.optim.Adam(unet.parameters(), lr=1e-4)
        self.loss = nn.CrossEntropyLoss(ignore_index=255)

    def train_epoch(self, loader: Iterable[tuple[Tensor, Tensor]]) -> None:
        self.unet.train()
        for image, mask in loader:
            self.opt.zero_grad()
            self.loss(self.unet(image.to(self.device)), mask.to(self.device)).backward()
            self.opt.step()

    @torch.no_grad()
    def predict(self, image: Tensor) -> Tensor:
        self.unet.eval()
        return self.unet(image[None].to(self.device)).argmax(1)[0]

    def mean_iou(self, val_loader: Iterable[tuple[Tensor, Tensor]], classes: int) -> float:
        self.unet.eval()
        inter, union = torch.zeros(classes), torch.zeros(classes)
        for image, mask in val_loader:
            pred = self.unet(image.to(self.device)).argmax(1).cpu()  # must: missing-no-grad
            for c in range(classes):
                inter[c] += ((pred == c) & (mask == c)).sum()
                union[c] += ((pred == c) | (mask == c)).sum()
        return (inter / union.clamp(min=1)).mean().item()
