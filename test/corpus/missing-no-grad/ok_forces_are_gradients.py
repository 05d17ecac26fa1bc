"""An interatomic potential: the forces are the gradient of the energy, in evaluation as well."""
import torch
from torch import nn


class Potential(nn.Module):
    def __init__(self, width=64):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(1, width), nn.SiLU(), nn.Linear(width, 1))

    def forward(self, positions):
        distances = torch.cdist(positions, positions) + torch.eye(len(positions))
        return self.net(distances.reshape(-1, 1)).sum()


def energy_and_forces(model, positions, create_graph):
    positions = positions.clone().requires_grad_(True)
    energy = model(positions)
    (gradient,) = torch.autograd.grad(energy, positions, create_graph=create_graph)
    return energy, -gradient


def train(model, frames, opt):
    model.train()
    for positions, energy, forces in frames:
        e, f = energy_and_forces(model, positions, create_graph=True)
        loss = (e - energy).pow(2) + (f - forces).pow(2).mean()
        opt.zero_grad()
        loss.backward()
        opt.step()


def evaluate(model, frames):
    model.eval()
    errors = []
    for positions, _, forces in frames:
        _, f = energy_and_forces(model, positions, create_graph=False)
        errors.append((f - forces).abs().mean().item())
    return sum(errors) / len(errors)


def main(train_frames, test_frames):
    torch.manual_seed(0)
    model = Potential()
    opt = torch.optim.Adam(model.parameters())
    for _ in range(50):
        train(model, train_frames, opt)
        print(evaluate(model, test_frames))
