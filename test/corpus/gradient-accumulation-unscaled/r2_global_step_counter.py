import argparse

import torch
from torch import nn
from transformers import AutoModelForSequenceClassification

from reviews import review_loader


def parse():
    p = argparse.ArgumentParser()
    p.add_argument("--checkpoint", default="roberta-base")
    p.add_argument("--gradient_accumulation_steps", type=int, default=8)
    p.add_argument("--learning_rate", type=float, default=2e-5)
    p.add_argument("--num_train_epochs", type=int, default=3)
    return p.parse_args()


def train(args):
    model = AutoModelForSequenceClassification.from_pretrained(args.checkpoint, num_labels=5)
    optimizer = torch.optim.AdamW(model.parameters(), lr=args.learning_rate)
    loader = review_loader(args.checkpoint)
    model.train()
    optimizer.zero_grad()
    for _ in range(args.num_train_epochs):
        for step, batch in enumerate(loader):
            outputs = model(**batch)
            loss = outputs.loss
            loss.backward()  # must: gradient-accumulation-unscaled
            if (step + 1) % args.gradient_accumulation_steps == 0 or step + 1 == len(loader):
                nn.utils.clip_grad_norm_(model.parameters(), 1.0)
                optimizer.step()
                optimizer.zero_grad()


if __name__ == "__main__":
    train(parse())
