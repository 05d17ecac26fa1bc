from torch import amp, nn, optim
import torch


def update(loss, model, optimizer, scaler, clip_value=None):
    optimizer.zero_grad()
    scaler.scale(loss).backward()
    if clip_value is not None:
        nn.utils.clip_grad_value_(model.parameters(), clip_value)  # must: clip-grad-wrong-place
    scaler.step(optimizer)
    scaler.update()


def train(model, loader, n_epochs):
    torch.manual_seed(12)
    model.to("cuda").train()
    optimizer = optim.Adam(model.parameters(), lr=2e-4)
    scaler = amp.GradScaler("cuda")
    l1 = nn.L1Loss()
    for _ in range(n_epochs):
        for noisy, clean in loader:
            with amp.autocast("cuda", dtype=torch.float16):
                loss = l1(model(noisy.cuda()), clean.cuda())
            update(loss, model, optimizer, scaler, clip_value=0.1)
