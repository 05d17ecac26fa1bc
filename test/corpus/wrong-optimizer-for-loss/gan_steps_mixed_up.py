import argparse

import torch
from torch import nn
from torch.utils.data import DataLoader
from torchvision import datasets, transforms


def mlp(sizes, last=None):
    layers = []
    for a, b in zip(sizes[:-1], sizes[1:]):
        layers += [nn.Linear(a, b), nn.LeakyReLU(0.2)]
    layers.pop()
    if last is not None:
        layers.append(last)
    return nn.Sequential(*layers)


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("--root", default="data")
    ap.add_argument("--epochs", type=int, default=50)
    ap.add_argument("--z", type=int, default=64)
    opt = ap.parse_args()
    torch.manual_seed(0)
    device = "cuda" if torch.cuda.is_available() else "cpu"

    generator = mlp([opt.z, 256, 512, 784], nn.Tanh()).to(device)
    discriminator = mlp([784, 512, 256, 1]).to(device)
    optimizer_G = torch.optim.Adam(generator.parameters(), lr=2e-4, betas=(0.5, 0.999))
    optimizer_D = torch.optim.Adam(discriminator.parameters(), lr=2e-4, betas=(0.5, 0.999))
    adversarial = nn.BCEWithLogitsLoss()

    tf = transforms.Compose([transforms.ToTensor(), transforms.Normalize([0.5], [0.5])])
    loader = DataLoader(datasets.MNIST(opt.root, download=True, transform=tf), batch_size=128, shuffle=True)

    for epoch in range(opt.epochs):
        for images, _ in loader:
            real = images.flatten(1).to(device)
            valid = torch.ones(real.size(0), 1, device=device)
            fake = torch.zeros(real.size(0), 1, device=device)

            optimizer_G.zero_grad()
            z = torch.randn(real.size(0), opt.z, device=device)
            made = generator(z)
            g_loss = adversarial(discriminator(made), valid)
            g_loss.backward()
            optimizer_G.step()

            optimizer_D.zero_grad()
            real_loss = adversarial(discriminator(real), valid)
            fake_loss = adversarial(discriminator(made.detach()), fake)
            d_loss = (real_loss + fake_loss) / 2
            d_loss.backward()
            optimizer_G.step()  # must: wrong-optimizer-for-loss
        print(epoch, d_loss.item(), g_loss.item())


if __name__ == "__main__":
    main()
