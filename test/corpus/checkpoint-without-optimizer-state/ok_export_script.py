"""Averages checkpoints and exports weights; trains nothing."""
import argparse
import glob

import torch


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("pattern")
    ap.add_argument("--last", type=int, default=5)
    ap.add_argument("--out", default="averaged.pth")
    args = ap.parse_args()
    paths = sorted(glob.glob(args.pattern))[-args.last :]
    total, epoch = None, 0
    for path in paths:
        ckpt = torch.load(path, map_location="cpu", weights_only=True)
        epoch = max(epoch, ckpt["epoch"])
        weights = ckpt["model"]
        if total is None:
            total = {k: v.clone().float() for k, v in weights.items()}
        else:
            for k, v in weights.items():
                total[k] += v
    torch.save({"model": {k: v / len(paths) for k, v in total.items()}, "epoch": epoch}, args.out)


main()
