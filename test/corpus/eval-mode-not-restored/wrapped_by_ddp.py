import os

import torch
import torch.distributed as dist
from torch import nn
from torch.nn.parallel import DistributedDataParallel as DDP
from torchvision.models import resnet50


def validate(net, loader):
    net.eval()
    right = torch.zeros(1, device="cuda")
    with torch.no_grad():
        for x, y in loader:
            right += (net(x.cuda()).argmax(1) == y.cuda()).sum()
    dist.all_reduce(right)
    return right.item() / len(loader.dataset)


def worker(train_loader, train_sampler, val_loader):
    dist.init_process_group("nccl")
    local_rank = int(os.environ["LOCAL_RANK"])
    torch.cuda.set_device(local_rank)
    torch.manual_seed(local_rank)
    model = nn.SyncBatchNorm.convert_sync_batchnorm(resnet50(num_classes=100)).cuda()
    model = DDP(model, device_ids=[local_rank])
    optimizer = torch.optim.SGD(model.parameters(), lr=0.4, momentum=0.9)
    scaler = torch.amp.GradScaler("cuda")
    for epoch in range(90):
        train_sampler.set_epoch(epoch)
        for x, y in train_loader:
            optimizer.zero_grad()
            with torch.autocast("cuda"):
                output = model(x.cuda())  # must: eval-mode-not-restored
                loss = nn.functional.cross_entropy(output, y.cuda())
            scaler.scale(loss).backward()
            scaler.step(optimizer)
            scaler.update()
        accuracy = validate(model, val_loader)
        if local_rank == 0:
            print(epoch, accuracy)
    dist.destroy_process_group()
