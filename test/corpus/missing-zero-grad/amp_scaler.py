import torch
from torch import nn
from torch.cuda import amp
from torchvision.models import convnext_tiny


def train_one_epoch(net, loader, opt, scaler, criterion):
    net.train()
    for i, (img, lab) in enumerate(loader):
        img, lab = img.cuda(non_blocking=True), lab.cuda(non_blocking=True)
        with amp.autocast():
            out = net(img)
            loss = criterion(out, lab)
        scaler.scale(loss).backward()  # must: missing-zero-grad
        scaler.unscale_(opt)
        nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        scaler.step(opt)
        scaler.update()
        if i % 50 == 0:
            print(i, loss.item())


def main(loader):
    torch.manual_seed(0)
    net = convnext_tiny(num_classes=100).cuda()
    opt = torch.optim.AdamW(net.parameters(), lr=4e-3, weight_decay=0.05)
    scaler = amp.GradScaler()
    criterion = nn.CrossEntropyLoss(label_smoothing=0.1)
    for _ in range(30):
        train_one_epoch(net, loader, opt, scaler, criterion)
