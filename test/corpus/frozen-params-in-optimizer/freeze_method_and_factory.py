import torch
from torch import nn


class TwoTower(nn.Module):
    def __init__(self, text_tower, image_tower, dim=256):
        super().__init__()
        self.text, self.image = text_tower, image_tower
        self.text_proj, self.image_proj = nn.Linear(768, dim), nn.Linear(1024, dim)

    def freeze_towers(self):
        self.text.requires_grad_(False)
        self.image.requires_grad_(False)

    def train(self, mode=True):
        super().train(mode)
        self.text.eval()
        self.image.eval()
        return self

    def forward(self, text, image):
        t = nn.functional.normalize(self.text_proj(self.text(text)), dim=-1)
        i = nn.functional.normalize(self.image_proj(self.image(image)), dim=-1)
        return t @ i.t() / 0.07


OPTIMIZERS = {"sgd": torch.optim.SGD, "adamw": torch.optim.AdamW}


def run(text_tower, image_tower, loader, name="adamw", epochs=10):
    torch.manual_seed(16)
    model = TwoTower(text_tower, image_tower)
    model.freeze_towers()
    optimizer = OPTIMIZERS[name](model.parameters(), lr=1e-3, weight_decay=0.1)  # must: frozen-params-in-optimizer
    for epoch in range(epochs):
        model.train()
        for text, image in loader:
            logits = model(text, image)
            target = torch.arange(len(logits))
            loss = nn.functional.cross_entropy(logits, target)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        print(epoch, loss.item())
