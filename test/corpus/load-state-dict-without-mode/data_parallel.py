import torch
import torch.backends.cudnn as cudnn
from torch import nn
from torchvision import models


def extract_embeddings(loader, checkpoint_path):
    cudnn.benchmark = True
    net = models.resnet101(num_classes=512)
    net = nn.DataParallel(net).cuda()
    checkpoint = torch.load(checkpoint_path, map_location="cpu", weights_only=True)
    state = {k if k.startswith("module.") else "module." + k: v for k, v in checkpoint["state_dict"].items()}
    net.load_state_dict(state)
    print("loaded epoch", checkpoint["epoch"])

    names, rows = [], []
    with torch.no_grad():
        for name, face in loader:
            embedding = net(face.cuda(non_blocking=True))  # must: load-state-dict-without-mode
            rows.append(nn.functional.normalize(embedding).cpu())
            names.extend(name)
    return names, torch.cat(rows)
