import torch
import torch.nn as nn
import torch.nn.functional as F


class Stem(nn.Module):
    def __init__(self, c_in, c_out, rate):
        super().__init__()
        self.conv = nn.Conv2d(c_in, c_out, 3, padding=1)
        self.bn = nn.BatchNorm2d(c_out)
        self.rate = rate

    def forward(self, x):
        return F.dropout2d(F.relu(self.bn(self.conv(x))), self.rate)  # must: functional-dropout-always-on


class DepthNet(nn.Module):
    def __init__(self, widths=(3, 32, 64, 64), rate=0.15):
        super().__init__()
        self.stems = nn.ModuleList(Stem(a, b, rate) for a, b in zip(widths, widths[1:]))
        self.head = nn.Conv2d(widths[-1], 1, 1)

    def forward(self, image):
        x = image
        for stem in self.stems:
            x = F.max_pool2d(stem(x), 2)
        depth = F.softplus(self.head(x))
        return F.interpolate(depth, size=image.shape[-2:], mode="bilinear", align_corners=False)


def disparity(net, left):
    net.eval()
    with torch.inference_mode():
        return 1.0 / net(left).clamp_min(1e-3)
