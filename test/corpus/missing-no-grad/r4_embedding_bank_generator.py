"""Builds an index of product pictures and saves it."""
import argparse

import numpy as np
import torch
from torch.utils.data import DataLoader
from torchvision.datasets import ImageFolder
from torchvision.models import ViT_B_16_Weights, vit_b_16


def load_encoder(device):
    weights = ViT_B_16_Weights.DEFAULT
    encoder = vit_b_16(weights=weights)
    encoder.heads = torch.nn.Identity()
    return encoder.to(device).eval(), weights.transforms()


def embeddings(encoder, loader, device):
    for pictures, _ in loader:
        vectors = encoder(pictures.to(device))  # must: missing-no-grad
        yield vectors.detach().cpu().numpy()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("--out", default="index.npy")
    args = parser.parse_args()
    device = "cuda" if torch.cuda.is_available() else "cpu"
    encoder, prepare = load_encoder(device)
    loader = DataLoader(ImageFolder(args.folder, prepare), batch_size=64, num_workers=4)
    np.save(args.out, np.concatenate(list(embeddings(encoder, loader, device))))


if __name__ == "__main__":
    main()
