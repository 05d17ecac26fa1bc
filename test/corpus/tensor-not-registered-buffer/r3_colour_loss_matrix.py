import torch
import torch.nn as nn
import torch.nn.functional as F


class ColourLoss(nn.Module):
    """Distance in opponent colours, with a weight per channel."""

    def __init__(self, weights=(1.0, 0.5, 0.5)):
        super().__init__()
        self.to_opponent = torch.tensor([[0.33, 0.33, 0.33], [0.5, 0.0, -0.5], [-0.25, 0.5, -0.25]])  # must: tensor-not-registered-buffer
        self.register_buffer("weights", torch.tensor(weights))

    def forward(self, made, wanted):
        difference = torch.einsum("oc,bchw->bohw", self.to_opponent, made - wanted)
        return (self.weights.view(1, -1, 1, 1) * difference.abs()).mean()


class Colouriser(nn.Module):
    def __init__(self, width=64):
        super().__init__()
        self.layers = nn.Sequential(
            nn.Conv2d(1, width, 5, padding=2), nn.ReLU(inplace=True),
            nn.Conv2d(width, width, 5, padding=2), nn.ReLU(inplace=True),
            nn.Conv2d(width, 3, 5, padding=2),
        )

    def forward(self, grey):
        return torch.sigmoid(self.layers(grey))


def train(photos, epochs=30, lr=2e-4):
    torch.manual_seed(34)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    net, loss_fn = Colouriser().to(device), ColourLoss().to(device)
    optimizer = torch.optim.Adam(net.parameters(), lr=lr)
    for epoch in range(epochs):
        net.train()
        for photo in photos:
            photo = photo.to(device)
            optimizer.zero_grad()
            made = net(photo.mean(1, keepdim=True))
            loss = loss_fn(made, photo) + 0.1 * F.mse_loss(made, photo)
            loss.backward()
            optimizer.step()
        print(epoch, loss.item())
    return net
