import argparse

import numpy as np
import torch
from torch.utils.data import DataLoader
from transformers import AutoModel, AutoTokenizer

from corpus import sentences


def mean_pool(hidden, mask):
    mask = mask.unsqueeze(-1).float()
    return (hidden * mask).sum(1) / mask.sum(1)


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--name", default="distilbert-base-uncased")
    p.add_argument("--out", default="embeddings.npy")
    args = p.parse_args()
    tok = AutoTokenizer.from_pretrained(args.name)
    encoder = AutoModel.from_pretrained(args.name)
    encoder.eval()
    rows = []
    for batch in DataLoader(sentences(), batch_size=32):
        enc = tok(list(batch), padding=True, truncation=True, return_tensors="pt")
        hidden = encoder(**enc).last_hidden_state  # must: missing-no-grad
        rows.append(mean_pool(hidden, enc["attention_mask"]).detach().cpu().numpy())
    np.save(args.out, np.concatenate(rows))


if __name__ == "__main__":
    main()
