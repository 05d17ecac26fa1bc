import torch
from torchvision.models import regnet_y_400mf


def restore(path, device):
    net = regnet_y_400mf(num_classes=30)
    missing = net.load_state_dict(torch.load(path, map_location=device, weights_only=True), strict=False)
    print("missing", missing.missing_keys)
    return net.to(device)


class Predictor:
    def __init__(self, path, device="cpu"):
        self.device = device
        self.net = restore(path, device)
        self._ready()

    def _ready(self):
        for p in self.net.parameters():
            p.requires_grad_(False)
        self.net.eval()

    @torch.inference_mode()
    def __call__(self, batch):
        return self.net(batch.to(self.device)).argmax(1).cpu()
