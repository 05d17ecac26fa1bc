# main
import torch
import torch.distributed as dist
from torchvision.models import resnet50

from data import distributed_loader


def main(root="data", epochs=30):
    dist.init_process_group("gloo")
    train_loader, _ = distributed_loader(root, True, 128)
    model = torch.nn.parallel.DistributedDataParallel(resnet50(num_classes=100))
    opt = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9)
    for epoch in range(epochs):
        model.train()
        for x, y in train_loader:  # must: distributed-sampler-without-set-epoch
            opt.zero_grad()
            torch.nn.functional.cross_entropy(model(x), y).backward()
            opt.step()
        if dist.get_rank() == 0:
            torch.save(model.module.state_dict(), "last.pt")


if __name__ == "__main__":
    main()
