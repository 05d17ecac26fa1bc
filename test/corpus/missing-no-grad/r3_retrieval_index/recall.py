# main
import argparse

import torch

from towers import Tower


def load(path, rows):
    tower = Tower(rows)
    tower.load_state_dict(torch.load(path, map_location="cpu", weights_only=True))
    return tower.eval()


def index(tower, items, size=4096):
    return torch.cat([tower(part) for part in items.split(size)])  # must: missing-no-grad


@torch.no_grad()
def recall_at(k, users, tower, catalogue, truth):
    top = (tower(users) @ catalogue.T).topk(k).indices
    return (top == truth[:, None]).any(1).float().mean().item()


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--users", required=True)
    p.add_argument("--items", required=True)
    p.add_argument("--k", type=int, nargs="+", default=[10, 100])
    args = p.parse_args()
    held_out = torch.load("held_out.pt", map_location="cpu", weights_only=True)
    catalogue = index(load(args.items, 120_000), held_out["items"])
    user_tower = load(args.users, 900_000)
    for k in args.k:
        print(k, recall_at(k, held_out["history"], user_tower, catalogue, held_out["bought"]))


if __name__ == "__main__":
    main()
