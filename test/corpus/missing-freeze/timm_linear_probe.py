import timm
import torch
from torch import nn

CONFIG = {"arch": "vit_small_patch16_224", "classes": 45, "lr": 0.1, "epochs": 100, "seed": 0}


def linear_probe(loader, config=CONFIG):
    """Linear probing: trains the head on features of the frozen backbone."""
    torch.manual_seed(config["seed"])
    backbone = timm.create_model(config["arch"], pretrained=True)
    backbone.head = nn.Linear(backbone.num_features, config["classes"])
    backbone.cuda()
    sgd = torch.optim.SGD(backbone.parameters(), lr=config["lr"], momentum=0.9)  # must: missing-freeze
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(sgd, T_max=config["epochs"])
    criterion = nn.CrossEntropyLoss()
    for epoch in range(config["epochs"]):
        backbone.train()
        for image, label in loader:
            sgd.zero_grad()
            loss = criterion(backbone(image.cuda()), label.cuda())
            loss.backward()
            sgd.step()
        schedule.step()
        print(epoch, loss.item())
    torch.save(backbone.head.state_dict(), "probe.pt")
