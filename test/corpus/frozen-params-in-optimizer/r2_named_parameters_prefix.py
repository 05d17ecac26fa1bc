import argparse

import torch
from transformers import AutoModelForSequenceClassification

from emails import email_loader

parser = argparse.ArgumentParser()
parser.add_argument("--frozen-layers", type=int, default=8)
parser.add_argument("--lr", type=float, default=2e-5)
args = parser.parse_args()

model = AutoModelForSequenceClassification.from_pretrained("bert-base-cased", num_labels=3)
for name, weight in model.named_parameters():
    if name.startswith("bert.embeddings"):
        weight.requires_grad_(False)
for layer in model.bert.encoder.layer[: args.frozen_layers]:
    layer.requires_grad_(False)

optimizer = torch.optim.AdamW(
    model.parameters(),  # must: frozen-params-in-optimizer
    lr=args.lr,
    weight_decay=0.01,
)
model.train()
model.bert.embeddings.eval()
for layer in model.bert.encoder.layer[: args.frozen_layers]:
    layer.eval()
for batch in email_loader():
    optimizer.zero_grad()
    model(**batch).loss.backward()
    optimizer.step()
