# main
import argparse
from pathlib import Path

import torch
from torch import nn
from torch.utils.data import DataLoader

import ckpt


def network():
    return nn.Sequential(
        nn.Conv2d(4, 48, 3, padding=1), nn.ReLU(), nn.Conv2d(48, 48, 3, padding=1), nn.ReLU(), nn.Conv2d(48, 1, 1)
    )


def main():
    parser = argparse.ArgumentParser(description="Nowcasting of rain from four radar frames")
    parser.add_argument("tiles")
    parser.add_argument("--folder", default="runs/rain")
    parser.add_argument("--rounds", type=int, default=100)
    parser.add_argument("--device", default="cuda:0")
    args = parser.parse_args()
    torch.manual_seed(64)
    Path(args.folder).mkdir(parents=True, exist_ok=True)

    net = network().to(args.device)
    optimizer = torch.optim.Adam(net.parameters(), lr=5e-4)
    first = 0
    path = ckpt.newest(args.folder)
    if path is not None:
        state = ckpt.read(path, args.device)
        net.load_state_dict(state["net"])
        first = state["round"] + 1

    tiles = torch.load(args.tiles, map_location="cpu", weights_only=True)
    loader = DataLoader(list(zip(tiles["past"], tiles["rain"])), batch_size=32, shuffle=True)
    for n in range(first, args.rounds):
        net.train()
        for past, rain in loader:
            optimizer.zero_grad()
            loss = nn.functional.mse_loss(net(past.to(args.device)), rain.to(args.device))
            loss.backward()
            optimizer.step()
        print(n, loss.item())
        torch.save({"net": net.state_dict(), "round": n}, f"{args.folder}/round_{n:04d}.pt")  # must: checkpoint-without-optimizer-state


if __name__ == "__main__":
    main()
