import torch
from torch import nn


def conv(cin, cout):
    return nn.Sequential(nn.Conv2d(cin, cout, 3, padding=1), nn.BatchNorm2d(cout), nn.LeakyReLU(0.1))


class Denoiser(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = nn.Sequential(conv(3, 32), conv(32, 32), nn.Conv2d(32, 3, 3, padding=1))

    def forward(self, x):
        return x - self.body(x)


class Upscaler(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = nn.Sequential(conv(3, 64), nn.Conv2d(64, 12, 3, padding=1), nn.PixelShuffle(2))

    def forward(self, x):
        return self.body(x)


@torch.no_grad()
def enhance(images, denoiser_path, upscaler_path):
    denoiser, upscaler = Denoiser(), Upscaler()
    denoiser.load_state_dict(torch.load(denoiser_path, weights_only=True))
    upscaler.load_state_dict(torch.load(upscaler_path, weights_only=True))
    denoiser.eval()
    results = []
    for image in images:
        clean = denoiser(image.unsqueeze(0))
        results.append(upscaler(clean).clamp(0, 1))  # must: load-state-dict-without-mode
    return results
