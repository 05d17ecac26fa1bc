"""Self-supervised features are validated by neighbours: the bank is made of the train images, as it must be."""
import torch
import torch.nn.functional as F


class KnnProbe:
    def __init__(self, backbone, train_loader, val_loader, k=20):
        self.backbone = backbone
        self.train_loader = train_loader
        self.val_loader = val_loader
        self.k = k

    @torch.no_grad()
    def validate(self):
        self.backbone.eval()
        bank, bank_labels = [], []
        for images, labels in self.train_loader:
            bank.append(F.normalize(self.backbone(images), dim=1))
            bank_labels.append(labels)
        bank, bank_labels = torch.cat(bank), torch.cat(bank_labels)

        right = seen = 0
        for images, labels in self.val_loader:
            similar = F.normalize(self.backbone(images), dim=1) @ bank.T
            nearest = bank_labels[similar.topk(self.k, dim=1).indices]
            right += (nearest.mode(dim=1).values == labels).sum().item()
            seen += len(labels)
        self.backbone.train()
        return right / seen
