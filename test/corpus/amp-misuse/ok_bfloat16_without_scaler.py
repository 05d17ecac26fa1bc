import torch
import torch.nn.functional as F


class Pretrainer:
    amp_dtype = torch.bfloat16

    def __init__(self, mae, lr):
        self.mae = mae.cuda()
        self.optimizer = torch.optim.AdamW(mae.parameters(), lr=lr, betas=(0.9, 0.95))

    def forward_loss(self, images):
        with torch.autocast(device_type="cuda", dtype=self.amp_dtype):
            pred, target, mask = self.mae(images)
        per_patch = F.mse_loss(pred.float(), target.float(), reduction="none").mean(-1)
        return (per_patch * mask).sum() / mask.sum()

    def fit(self, loader, epochs):
        torch.manual_seed(0)
        for epoch in range(epochs):
            self.mae.train()
            for images, _ in loader:
                loss = self.forward_loss(images.cuda())
                self.optimizer.zero_grad()
                loss.backward()
                self.optimizer.step()
            print(epoch, loss.item())
