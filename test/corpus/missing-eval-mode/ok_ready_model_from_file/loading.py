import torch
from torchvision.models import densenet121


def load_ready(path, device, n_classes=14):
    net = densenet121(weights=None, num_classes=n_classes)
    net.load_state_dict(torch.load(path, map_location="cpu", weights_only=True))
    return net.to(device).eval()
