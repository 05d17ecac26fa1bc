# main
import argparse
import csv

import torch

from loading import load_ready


def score(loader, checkpoint, out):
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    net = load_ready(checkpoint, device)
    with open(out, "w", newline="") as handle, torch.no_grad():
        writer = csv.writer(handle)
        for names, images in loader:
            probabilities = net(images.to(device)).sigmoid().cpu()
            for name, row in zip(names, probabilities.tolist()):
                writer.writerow([name, *row])


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("checkpoint")
    parser.add_argument("--out", default="scores.csv")
    return parser.parse_args()
