import torch
import torch.nn.functional as F
from accelerate import Accelerator


def train(model, dataloader, epochs):
    torch.manual_seed(0)
    accelerator = Accelerator(mixed_precision="bf16")
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-4)
    lr_scheduler = torch.optim.lr_scheduler.LinearLR(optimizer)
    model, optimizer, dataloader, lr_scheduler = accelerator.prepare(model, optimizer, dataloader, lr_scheduler)
    model.train()
    for epoch in range(epochs):
        for inputs, targets in dataloader:
            loss = F.mse_loss(model(inputs), targets)
            accelerator.backward(loss)  # must: missing-zero-grad
            optimizer.step()
            lr_scheduler.step()
        accelerator.print(epoch, loss.item())
    accelerator.save_model(model, "out")
