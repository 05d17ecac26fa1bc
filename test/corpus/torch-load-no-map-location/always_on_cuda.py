"""Runs on one known GPU machine only: everything lives on CUDA and nothing is chosen."""
import torch
from torch.utils.data import DataLoader

from depth.data import Scenes
from depth.net import DepthNet


@torch.no_grad()
def main():
    net = DepthNet(layers=34).cuda()
    net.load_state_dict(torch.load("depth34.pt", weights_only=True))
    net.eval()
    scenes = DataLoader(Scenes("kitti/test"), batch_size=4, num_workers=4)
    error, n = 0.0, 0
    for image, depth in scenes:
        predicted = net(image.cuda(non_blocking=True))
        error += (predicted - depth.cuda()).abs().mean(dim=(1, 2, 3)).sum().item()
        n += len(image)
    print("mean absolute error", error / n)


if __name__ == "__main__":
    main()
